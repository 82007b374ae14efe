//! What a reader may do with figures, bound when the part of the engine that draws is here.
//!
//! It lies in that part itself (see `site::split`): who only reads never loads it.

use super::{address, carry, chosen, controls, dom, download, embed, figure, mine, show, slide};
use crate::ui::session::Session;
use crate::view::Notice;

/// Binds all figures, and shows what the address asks for.
#[inline(never)] // Or it would be a part of its caller, which every visit loads.
pub fn bind(session: &Session) {
    let (mut asked, notices) = address::view(&session.study, &session.home);
    // Open evidence is the session's own state; the address is written from there.
    let focus = asked.focus.take();
    for frame in dom::all("[data-figure]") {
        figure::bind(session, &frame);
    }
    controls::listen(session);
    download::bind(session);
    slide::bind(session);
    show::bind(session);
    // The static page shows the View with which it opens, so what the address asks for is a change after the takeover.
    let trail = address::bind(session, asked);
    chosen::bind(&trail);
    carry::bind(session);
    embed::bind(session);
    mine::recall(session);
    if let Some(fact) = focus {
        session.show_evidence(vec![fact]);
    }
    tell(&notices);
}

/// Says what of the address was not understood: to the reader, or to the page around that wrote it.
pub fn tell(notices: &[Notice]) {
    if let Some(root) = embed::root() {
        embed::miss(&root, notices, &[]);
        return;
    }
    if let Some(note) = dom::by_id("engine-note").filter(|_| !notices.is_empty()) {
        let mut text = note.text_content().unwrap_or_default();
        for notice in notices.iter().map(ToString::to_string) {
            // Going back and forward asks for the same again.
            if !text.contains(&notice) {
                text += " ";
                text += &notice;
            }
        }
        note.set_text_content(Some(text.trim_start()));
    }
}
