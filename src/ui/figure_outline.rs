//! A figure as a tree of text.

use std::sync::Arc;

use leptos::prelude::*;

use super::session::Session;
use crate::figure::{Figure, Node};
use crate::study::{FactRef, Study};

/// The outline of a figure as nested lists; facts open their evidence.
pub fn figure_outline(session: &Session, figure: ArcMemo<Figure>) -> impl IntoView + use<> {
    let study = session.study.clone();
    let nodes = move || figure.with(|figure| nodes(&study, &figure.outline.nodes));
    view! { <div class="outline-tree">{nodes}</div> }
}

fn nodes(study: &Arc<Study>, list: &[Node]) -> AnyView {
    let items = list.iter().map(|item| node(study, item)).collect_view();
    view! { <ul>{items}</ul> }.into_any()
}

fn node(study: &Arc<Study>, node: &Node) -> AnyView {
    let children = (!node.children.is_empty()).then(|| nodes(study, &node.children));
    match &node.key {
        Some(key) => {
            let href = first_source(study, key).map(|id| format!("#{}", super::anchor::of_source(&id)));
            view! {
                <li data-key=key.clone()>
                    {node.text.clone()}" "
                    {href.map(|href| view! { <a class="more" href=href data-evidence=key.clone()>"evidence"</a> })}
                    {children}
                </li>
            }
            .into_any()
        }
        None => view! { <li>{node.text.clone()}{children}</li> }.into_any(),
    }
}

/// The id of the first source of the fact with this address.
fn first_source(study: &Study, address: &str) -> Option<String> {
    let fact = FactRef::find(study, address)?;
    let source = fact.sources(study).into_iter().next()?;
    Some(study.sources[source].id.clone())
}
