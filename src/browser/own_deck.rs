//! A figure's View goes into the presenter's own deck, which this device keeps because the presenter asks for it here.
//!
//! The deck is text (see `deck::text`), so a slide is added by writing one more paragraph.

use leptos::prelude::*;

use super::dom;
use crate::deck::limit;
use crate::figure::FigureKind;
use crate::study::term::Term;
use crate::ui::anchor;
use crate::ui::figure_menu::note_id;
use crate::ui::markup::Markup;
use crate::ui::session::Session;

/// Where the device keeps it; `assets/own-deck` reads the same place.
const KEY: &str = "throughline-deck";
/// How it begins.
const HEAD: &str = "throughline-deck 1\n";

/// Adds the View of a figure as a slide, and says where the deck is. Where storage is forbidden or full, the way there carries
/// the slide.
#[inline(never)]
pub fn add(session: &Session, kind: FigureKind) {
    let query = session.view.with_untracked(|view| view.query(&session.study));
    let kept = keep(&format!("\nfigure: {}\nview: {query}\n", kind.word()));
    let is_kept = !matches!(kept, Kept::No);
    let page = session.here.to(anchor::PRESENT);
    let mut out = Markup::default();
    let way = if is_kept {
        out.tag(match kept {
            Kept::Unread => "Not added: the deck on this device is of another version. ",
            Kept::Full => "Not added: your deck has as many slides as one can have. ",
            _ => "Added to your deck, which this browser keeps until you delete it. ",
        });
        format!("{page}#own=1")
    } else {
        out.tag("This device does not keep a deck: its storage is forbidden or full. ");
        let slide: String =
            form_urlencoded::byte_serialize(format!("{}?{query}", kind.word()).as_bytes()).collect();
        format!("{page}#add={slide}")
    };
    out.tag("<a").attribute("href", &way);
    if !is_kept {
        // Such a deck lives in its page alone, so one tab gathers what is added from all others.
        out.attribute("target", "throughline-deck");
    }
    out.tag(">");
    out.tag(if is_kept {
        "Open the deck"
    } else {
        "Open a deck with it"
    })
    .tag("</a>");
    if let Some(note) = dom::by_id(&note_id(kind)) {
        note.set_inner_html(&out.finish());
    }
}

/// What became of a slide.
enum Kept {
    /// It is in the deck that the device keeps.
    Yes,
    /// That has as many slides as a deck can have.
    Full,
    /// That is of another version, and stays as it is.
    Unread,
    /// The device keeps none.
    No,
}

fn keep(slide: &str) -> Kept {
    let storage = dom::window().and_then(|window| window.local_storage().ok().flatten());
    let Some((storage, before)) = storage.and_then(|storage| {
        let before = storage.get_item(KEY).ok()?;
        Some((storage, before))
    }) else {
        return Kept::No;
    };
    let deck = before.unwrap_or_else(|| HEAD.to_owned());
    if !deck.starts_with(HEAD) {
        return Kept::Unread;
    }
    // Each slide follows an empty line.
    if deck.matches("\n\n").count() >= limit::SLIDES {
        return Kept::Full;
    }
    match storage.set_item(KEY, &(deck + slide)) {
        Ok(()) => Kept::Yes,
        Err(_) => Kept::No,
    }
}
