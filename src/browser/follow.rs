//! What follows from the session's signals. One kind of effect for all: the machinery of each would be a kilobyte of engine.

use leptos::prelude::Effect;

/// Calls `act` soon, and again whenever a signal that it read has changed, for as long as the page lives.
pub fn follow(act: impl FnMut() + 'static) {
    follow_any(Box::new(act));
}

fn follow_any(act: Box<dyn FnMut()>) {
    Effect::new(act);
}
