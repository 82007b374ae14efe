//! From a block of the report's tree to its view.

use leptos::prelude::*;

use super::prose::Prose;
use super::{about, cite, districts, glossary, profiles, sources, strategies};
use crate::figure::FigureKind;
use crate::report::Block;
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor::Here;
use crate::ui::figure_frame::figure_frame;
use crate::ui::session::Session;

/// The view of one block.
pub fn block(session: &Session, prose: &mut Prose, block: &Block) -> AnyView {
    let study: &Study = &session.study;
    match block {
        Block::Heading { level, id, text } => heading(*level, id, text),
        Block::Paragraph(paragraph) => prose.paragraph(paragraph),
        Block::List { ordered, items } => {
            let items: Vec<_> = items.iter().map(|item| prose.item(item)).collect();
            if *ordered {
                view! { <ol>{items}</ol> }.into_any()
            } else {
                view! { <ul>{items}</ul> }.into_any()
            }
        }
        Block::Statements(rows) => prose.statements(rows),
        Block::Figure(id) => FigureKind::from_word(id)
            .map(|kind| figure_frame(session, kind))
            .into_any(),
        Block::StateProfiles => profiles::profiles(study),
        Block::StrategyDefinitions => strategies::strategies(study),
        Block::PracticeDefinitions => strategies::practices(study),
        Block::DistrictList => districts::list(study, &Here::default()),
        Block::Rules => about::rules(study),
        Block::Conflicts => about::conflicts(study),
        Block::Gaps => about::gaps(study),
        Block::Cautions => about::cautions(study),
        Block::Resources => about::resources(study),
        Block::Glossary => glossary::glossary(study),
        Block::Sources => sources::overview(study, &Here::default()),
        Block::Cite => cite::cite(study),
    }
}

/// A heading below a part's title, with a link to itself.
fn heading(level: u8, id: &str, text: &str) -> AnyView {
    let anchor = anchor_link(id, text);
    match level {
        2 => view! { <h3 id=id.to_owned()>{text.to_owned()}{anchor}</h3> }.into_any(),
        _ => view! { <h4 id=id.to_owned()>{text.to_owned()}{anchor}</h4> }.into_any(),
    }
}

/// A link from a heading to itself, to be followed or copied.
pub fn anchor_link(id: &str, text: &str) -> impl IntoView + use<> {
    let label = format!("Link to ‘{text}’");
    view! { <a class="anchor" href=format!("#{id}") aria-label=label>"#"</a> }
}
