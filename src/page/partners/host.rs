//! What the page of a host may ask of a figure, hear from it, and has to allow.

use leptos::prelude::*;

use crate::page::SiteAssets;
use crate::ui::anchor::{self, Here};

/// Parameter, values, and what it does.
const PARAMETERS: [(&str, &str, &str); 10] = [
    (
        "theme",
        "light, dark, auto",
        "The colors. Without it, as the reader’s device is set.",
    ),
    (
        "ground",
        "transparent",
        "No ground of its own, so that the page’s shows. ‘theme=transparent’ says the same. The colors are then those of the light theme, unless ‘theme’ says light, dark or auto: name the one of your page.",
    ),
    (
        "accent",
        "six hexadecimal digits",
        "The color of lines and, from 4.5:1 on, of links. Under 3:1 it is not used, and the event ‘error’ says so.",
    ),
    (
        "title",
        "off",
        "Hides title and reading help from sight; screen readers keep them.",
    ),
    ("heading", "1 to 6", "The level of the figure’s heading."),
    (
        "controls",
        "none, or some of: states, districts, strategies, practices, years, status, layer, confidence, aim, sort, group, diff, download",
        "Which controls are shown. The table is another form of the figure and always stays.",
    ),
    (
        "height",
        "fixed",
        "Tells no height; what does not fit is scrolled to inside the frame.",
    ),
    (
        "data",
        "notice",
        "With ‘made’ (a version): says above the figure what has changed since then.",
    ),
    (
        "load",
        "seen, now",
        "When the engine loads: as soon as the figure is seen, or at once. Without it, at the first touch, pointer or key.",
    ),
    (
        "lang",
        "a language’s code, such as en or es",
        "The report is in English only, and nothing of it is translated by a machine. For any language but English it stays as it \
         is, marked as English for screen readers, and the event ‘error’ says so with the code ‘language’.",
    ),
];

/// Direction, name, what it holds, and when it is sent.
const MESSAGES: [(&str, &str, &str, &str); 9] = [
    ("out", "hello", "", "when the figure is there"),
    ("out", "height", "height", "when its height changes, never else"),
    ("out", "ready", "view", "when the engine can draw"),
    (
        "out",
        "view-changed",
        "view, sentence",
        "when another View is shown than before; not for the one with which the page opens",
    ),
    ("out", "select", "facts", "when the evidence of a mark is opened"),
    (
        "out",
        "error",
        "code, message",
        "when something asked for is not done, by a command or by the address: what, and what to do",
    ),
    (
        "in",
        "hello",
        "",
        "answers its hello: from then on only these messages are sent, and only to you. With ‘again’ (true), from a page that came later: what is ready, shown and not done is told again",
    ),
    (
        "in",
        "set-view",
        "view",
        "shows a View, its theme and its open evidence: the query of an address of a figure’s own page, empty for the authors’ view, also in a frame of one state. Where nothing of it is understood, the figure stays as it is, and ‘error’ says so. Sent before the frame is there, it waits for it",
    ),
    ("in", "focus", "", "puts the keyboard’s focus on the picture"),
];

/// Parameters of the address.
pub(super) fn parameters() -> AnyView {
    let rows = PARAMETERS
        .iter()
        .map(|(name, values, what)| {
            view! { <tr><th scope="row"><code>{*name}</code></th><td>{*values}</td><td>{*what}</td></tr> }
        })
        .collect_view();
    view! {
        <section aria-labelledby="parameters">
            <h2 id="parameters">"Parameters of the address"</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="Parameters">
                <table>
                    <thead><tr><th scope="col">"Parameter"</th><th scope="col">"Values"</th><th scope="col">"What it does"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p>
                "The element takes its own as attributes: "<code>"figure"</code>", "<code>"states"</code>" (one id), "<code>"release"</code>
                " (a version), "<code>"theme"</code>" (light, dark, auto), "<code>"ground"</code>" (transparent), "<code>"accent"</code>", "
                <code>"show-title"</code>" (no), "<code>"heading"</code>" (1 to 6) and "<code>"load"</code>" (now). Of what an address or an attribute says
                wrongly the event ‘error’ tells the page, and the figure is as without it."
            </p>
        </section>
    }
    .into_any()
}

/// Events and commands, with their example and schema.
pub(super) fn messages(here: &Here) -> AnyView {
    let rows = MESSAGES
        .iter()
        .map(|(way, name, holds, when)| {
            let way = if *way == "out" { "event, out" } else { "command, in" };
            view! { <tr><th scope="row"><code>{*name}</code></th><td>{way}</td><td>{*holds}</td><td>{*when}</td></tr> }
        })
        .collect_view();
    let example = "frame.addEventListener(\"throughline:view-changed\", ({ detail }) => say(detail.sentence));\n\
        frame.dispatchEvent(new CustomEvent(\"throughline:set-view\", { detail: \"states=nd\" }));";
    let element = "await customElements.whenDefined(\"throughline-figure\"); // an element whose script is not there yet hears nothing\n\
        const figure = document.querySelector(\"throughline-figure\");\n\
        figure.addEventListener(\"throughline:error\", ({ detail }) => console.warn(detail.message));\n\
        figure.dispatchEvent(new CustomEvent(\"throughline:set-view\", { detail: \"states=nd\" }));";
    view! {
        <section aria-labelledby="messages">
            <h2 id="messages">"Events and commands"</h2>
            <p>
                "With the host script, a frame’s events come as events of its element, and commands are sent to it as events, as the "
                <a href=here.to(anchor::COMMANDS)>"example page"</a>" does, with a frame and without:"
            </p>
            <pre tabindex="0" role="region" aria-label="Example of events and commands"><code>{example}</code></pre>
            <div class="scroll" tabindex="0" role="region" aria-label="Messages">
                <table>
                    <thead><tr><th scope="col">"Name"</th><th scope="col">"Way"</th><th scope="col">"Holds"</th><th scope="col">"When"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p>
                "Without it, the same go by postMessage, as "<a href=here.to("embed/messages.schema.json")>"messages.schema.json"</a>
                " describes: an object with "<code>"throughline: 1"</code>" and the name as "<code>"event"</code>" or "
                <code>"command"</code>". To a page that does not answer, heights are told as Datawrapper, AMP, Medium and pym.js tell theirs, so a
                page that already listens to one of them needs nothing new. A message that is told again has the same "<code>"number"</code>
                " again; the host script passes it on once."
            </p>
            <p>
                "The element has the same events and commands, on itself. "<code>"ready"</code>" comes when the figure is there, and "
                <code>"select"</code>" when a reader keeps a mark, whose key it names as "<code>"mark"</code>"; a mark that sums up facts names none of
                them. "<code>"set-view"</code>" shows what there is a page of, all or one state, and sets the attribute "<code>"states"</code>
                "; for any other View it says so by "<code>"error"</code>", and the figure stays as it is. There is no "<code>"hello"</code>" and no "
                <code>"height"</code>": without a frame nobody needs them."
            </p>
            <pre tabindex="0" role="region" aria-label="Example of an element’s events and commands"><code>{element}</code></pre>
        </section>
    }
    .into_any()
}

/// What strict hosts have to allow.
pub(super) fn policies(site: &SiteAssets) -> AnyView {
    let place = site
        .base_url
        .clone()
        .unwrap_or_else(|| "https://report.example".to_owned());
    let origin = url::Url::parse(&place).map_or(place, |url| url.origin().ascii_serialization());
    let lines = format!(
        "Frame:             frame-src {origin}; img-src {origin}\nHost script:       script-src {origin}\nElement:           script-src {origin}; connect-src {origin}; font-src {origin}; img-src {origin}\nPicture:           img-src {origin}\nIf you require trusted types, for the element: trusted-types throughline"
    );
    let sheet = "iframe[src*=\"/embed/\"] { width: 100%; border: 0 }\nfigure[lang] { margin: 0 }\nfigure[lang] img, throughline-figure img { max-width: 100%; height: auto }";
    let pinned = format!(
        "<script src=\"{origin}/{}\"\n  integrity=\"{}\" crossorigin=\"anonymous\" async></script>",
        site.embed.host.hashed, site.embed.host.integrity
    );
    view! {
        <section aria-labelledby="allow">
            <h2 id="allow">"What your page has to allow"</h2>
            <p>"Where your page has a content security policy, add what the way that you chose needs:"</p>
            <pre tabindex="0" role="region" aria-label="Lines of a content security policy"><code>{lines}</code></pre>
            <p>
                "The picture is that between the tags of a frame or an element, for readers without it. Where your policy refuses styles within
                tags, those of the snippets do nothing; say the same in your style sheet:"
            </p>
            <pre tabindex="0" role="region" aria-label="Rules for a style sheet"><code>{sheet}</code></pre>
            <p>
                "The frame works with "<code>"sandbox=\"allow-scripts\""</code>" alone; "<code>"allow-popups"</code>
                " lets its links open (and with "<code>"allow-popups-to-escape-sandbox"</code>" as whole pages), "<code>"allow-downloads"</code>
                " its files be saved, "<code>"allow-same-origin"</code>" all figures of your page share what they load, and "
                <code>"allow=\"clipboard-write\""</code>" its words be copied. It stores nothing unless its reader asks for that, and needs no
                referrer."
            </p>
            <p>
                "Any page with an address in the network may hold a frame. Browsers refuse it in a page without one: a file opened from your disk,
                or an editor’s preview that is itself a sandbox. There look at the element or the picture, or at the published page."
            </p>
            <p>
                "Where you check scripts by their bytes, name the file whose name tells them:"
            </p>
            <pre tabindex="0" role="region" aria-label="Script with integrity"><code>{pinned}</code></pre>
            <p>
                "Many figures on one page load each file once, as frames or as elements. Frames without "<code>"allow-same-origin"</code>" do
                not: browsers keep what such a frame loads for that frame alone, so each of ten loads its own 40 kB. Leave it out where the
                figures lie at the address of your own page, which they could then reach."
            </p>
            <p>
                "You may also keep all of it on a server of yours: copy the whole folder of the site, and the addresses of the snippets to that. With a
                copy of the host script alone, name this site on its tag: "<code>"data-site=\"https://…/\""</code>"."
            </p>
        </section>
    }
    .into_any()
}
