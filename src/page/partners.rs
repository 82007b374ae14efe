//! The page for partners: builds the snippet for a figure, and says what hosts may ask, hear and allow.

use std::sync::Arc;

use leptos::prelude::*;

use super::document::{Page, document};
use super::{RenderedPage, SiteAssets, oembed, room};
use crate::export::credit::said;
use crate::figure::FigureKind;
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor::{self, Here};
use crate::view::View;

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
        "shows a View, its theme and its open evidence: the query of an address of a figure’s own page, empty for the authors’ view, also in a frame of one state. Sent before the frame is there, it waits for it",
    ),
    ("in", "focus", "", "puts the keyboard’s focus on the picture"),
];

/// What a page of a partner answers to: how much its system allows.
const LEVELS: [(&str, &str, &str); 4] = [
    (
        "1",
        "Frame",
        "The system allows frames and strips scripts. The frame keeps the height that you reserve.",
    ),
    (
        "2",
        "Frame and script",
        "The frame gets the height of what is in it, and your page can speak with it.",
    ),
    (
        "3",
        "Element",
        "No frame: a custom element with the figure in a shadow root, without the engine. Picture, words, sources and table; a mark tells its value and sources, by pointer and by keyboard. Its attributes choose a state and the look, or a command does; it leads to the figure’s own page for other choices and for sorting.",
    ),
    (
        "4",
        "Picture",
        "Neither scripts nor frames: a picture with alternative text, caption, sources and a link.",
    ),
];

/// The page.
pub fn page(study: &Arc<Study>, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(anchor::EMBED);
    let version = said(study, "version").to_owned();
    let content = view! {
        <div class="title-block">
            <nav class="eyebrow" aria-label="Breadcrumb"><a href=here.to("")>"The report"</a>" / For partners"</nav>
            <h1>"Put a figure into your page"</h1>
            <p class="subtitle">
                "Any figure, any View of it, in any content system. No cookie, no counting, no third party; with table and words for
                every reader, also where scripts are off."
            </p>
        </div>
        <div class="partners">
            <noscript><p class="quiet">"The builder needs scripts. Without them, copy a snippet from below and change figure and title."</p></noscript>
            {builder(site)}
            {levels(&here)}
            {parameters()}
            {messages(&here)}
            {policies(site)}
            {lasting(&version)}
        </div>
        <script r#type="module" src=here.root() + &site.embed.builder data-figures="figures.json"></script>
        <script src=here.root() + &site.embed.host.hashed></script>
    };
    let page = Page {
        here: here.clone(),
        title: "Put a figure into your page".to_owned(),
        view: View::default(),
        description: "How to put any figure of the report into a page of yours: a builder for snippets, and what hosts can ask of a figure.".to_owned(),
        menu: vec![
            ("#builder".to_owned(), "Builder".to_owned()),
            ("#levels".to_owned(), "Four ways".to_owned()),
            ("#parameters".to_owned(), "Parameters".to_owned()),
            ("#messages".to_owned(), "Events and commands".to_owned()),
            ("#allow".to_owned(), "What to allow".to_owned()),
        ],
        content: content.into_any(),
        embed: None,
        linked_data: None,
        indexed: true,
    };
    RenderedPage::new(&here, document(study, site, page))
}

fn builder(site: &SiteAssets) -> AnyView {
    let figures = FigureKind::ALL
        .iter()
        .map(|kind| view! { <option id=format!("figure-{}", kind.word()) value=kind.word()>{kind.label()}</option> })
        .collect_view();
    let levels = LEVELS
        .iter()
        .map(|(value, name, _)| {
            view! {
                <label>
                    <input type="radio" name="level" value=*value checked={*value == "2"}/>
                    <span>{*name}</span>
                </label>
            }
        })
        .collect_view();
    let columns = room::WIDTHS
        .iter()
        .map(|width| view! { <option value=*width selected=*width == oembed::WIDTH>{format!("{width} pixels")}</option> })
        .collect_view();
    let scripts = [("host", &site.embed.host), ("element", &site.embed.element)].map(|(name, script)| {
        view! { <li data-script=name data-lasting=script.lasting.clone() data-hashed=script.hashed.clone() data-integrity=script.integrity.clone()></li> }
    });
    view! {
        <section id="builder" aria-labelledby="builder-title" class="needs-engine builder">
            <h2 id="builder-title">"Builder"</h2>
            <ul hidden>{scripts.into_iter().collect_view()}</ul>
            <form>
                <fieldset class="choose">
                    <legend>"What"</legend>
                    <label>"Figure"<select name="figure">{figures}</select></label>
                    <label>"State"<select name="states"><option value="">"All states"</option></select></label>
                    <label class="wide">
                        "Another View, as in the address of the figure’s page"
                        <input name="view" autocomplete="off" spellcheck="false" placeholder="years=2015-2021&sort=name"/>
                    </label>
                </fieldset>
                <fieldset class="levels">
                    <legend>"How"</legend>
                    {levels}
                    <p id="level-note" class="note"></p>
                </fieldset>
                <fieldset class="choose">
                    <legend>"Look"</legend>
                    <label>"Theme"<select name="theme">
                        <option value="">"As the reader’s device"</option>
                        <option value="light">"Light"</option>
                        <option value="dark">"Dark"</option>
                    </select></label>
                    <label>"Ground"<select name="ground">
                        <option value="">"Its own"</option>
                        <option value="transparent">"Transparent"</option>
                    </select></label>
                    <label>"Accent"<input name="accent" autocomplete="off" spellcheck="false" placeholder="0b5a6b" maxlength="7"/></label>
                    <label>"Title"<select name="title">
                        <option value="">"Shown"</option>
                        <option value="off">"For screen readers only"</option>
                    </select></label>
                    <label>"Heading level"<select name="heading">
                        <option value="">"2"</option>
                        <option>"3"</option>
                        <option>"4"</option>
                        <option>"5"</option>
                    </select></label>
                    <label>"Controls"<select name="controls">
                        <option value="">"All"</option>
                        <option value="states,districts,years,sort">"Places, years and order"</option>
                        <option value="none">"None"</option>
                    </select></label>
                    <label>"Width of your column"<select name="column">{columns}</select></label>
                    <label>"Picture"<select name="format">
                        <option value="">"SVG: sharp at any size"</option>
                        <option value="png">"PNG: where SVG is refused"</option>
                    </select></label>
                    <label>"Data"<select name="data">
                        <option value="">"Live"</option>
                        <option value="notice">"Live, with a notice of what changed"</option>
                        <option value="frozen">"Frozen at this version"</option>
                    </select></label>
                </fieldset>
                <fieldset>
                    <legend>"Words"</legend>
                    <label class="wide">"Title of the frame"<input name="name" autocomplete="off" required/></label>
                    <label class="wide">"Alternative text of the picture"<textarea name="alt" rows="3" required></textarea></label>
                </fieldset>
            </form>
            <div class="outcome">
                <p id="problems" class="problems" role="status"></p>
                <label class="wide">"Snippet"<textarea id="snippet" rows="12" readonly spellcheck="false"></textarea></label>
                <p class="actions">
                    <button type="button" class="toggle" id="copy">"Copy the snippet"</button>
                    <span id="copied" role="status"></span>
                </p>
                <p id="files" class="note">
                    "To upload the picture yourself: "<a data-file="svg" href="#builder" download>"SVG"</a>", "<a data-file="png" href="#builder" download>
                    "PNG"</a>". Paste the alternative text with it."
                </p>
                <h3>"For every place at once"</h3>
                <p>"The same figure and look for each state, or each district: one snippet a place."</p>
                <p class="actions">
                    <select id="kit-of" aria-label="Places">
                        <option value="states">"Each state"</option>
                        <option value="districts">"Each district"</option>
                    </select>
                    <button type="button" class="toggle" data-kit="list">"List"</button>
                    <button type="button" class="toggle" data-kit="csv">"CSV"</button>
                    <button type="button" class="toggle" data-kit="zip">"Zip"</button>
                    <span id="kit-note" role="status"></span>
                </p>
                <textarea id="kit" aria-label="Snippets of all places" rows="10" readonly hidden></textarea>
            </div>
            <h3>"Preview"</h3>
            <div id="preview" class="preview">
                <div class="phone"><p>"Phone"</p><div tabindex="0" role="region" aria-label="Preview: phone"></div></div>
                <div class="desktop"><p>"Desktop"</p><div tabindex="0" role="region" aria-label="Preview: desktop"></div></div>
            </div>
        </section>
    }
    .into_any()
}

fn levels(here: &Here) -> AnyView {
    let items = LEVELS
        .iter()
        .map(|(value, name, what)| view! { <div><dt>{format!("{value}. {name}")}</dt><dd>{*what}</dd></div> })
        .collect_view();
    let (sandbox, allow) = (oembed::SANDBOX, oembed::ALLOW);
    let example = format!(
        "<iframe src=\"…/embed/timeline/nd/\" title=\"Timeline: North Dakota\" lang=\"en\" loading=\"lazy\" width=\"700\" height=\"1560\"\n  \
         style=\"width:100%;height:1560px;border:0\" sandbox=\"{sandbox}\"\n  allow=\"{allow}\" referrerpolicy=\"no-referrer\"></iframe>\n\
         <script src=\"…/embed/throughline.js\" async></script>"
    );
    view! {
        <section aria-labelledby="levels">
            <h2 id="levels">"Four ways"</h2>
            <dl>{items}</dl>
            <pre tabindex="0" role="region" aria-label="Example"><code>{example}</code></pre>
            <p>
                "Each figure lies at "<code>"embed/‹figure›/"</code>", and with one state at "<code>"embed/‹figure›/‹state›/"</code>
                ", where it is right without any script; its picture lies beside it as "<code>"figure.svg"</code>" and, twice
                as large for systems that refuse SVG, as "<code>"figure.png"</code>". Any other View of a "<a href=here.to(&anchor::of_figure("timeline"))>"figure’s own page"</a>
                " can be added to the address; it is shown once the engine runs. Before a reader turns to it a figure loads at most 40 kB."
            </p>
        </section>
    }
    .into_any()
}

fn parameters() -> AnyView {
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
        </section>
    }
    .into_any()
}

fn messages(here: &Here) -> AnyView {
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
            <p>"With the host script, a frame’s events come as events of its element, and commands are sent to it as events:"</p>
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

fn policies(site: &SiteAssets) -> AnyView {
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
                " its files be saved, and "<code>"allow=\"clipboard-write\""</code>" its words be copied. It stores nothing and needs no referrer."
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
                "Many figures on one page: browsers keep what a sandboxed frame loads for that frame alone, so each of ten loads its own 40 kB.
                Elements share script, style and letters, and so do frames without "<code>"sandbox"</code>"; of those, each file is loaded once."
            </p>
            <p>
                "You may also keep all of it on a server of yours: copy the whole folder of the site, and the addresses of the snippets to that. With a
                copy of the host script alone, name this site on its tag: "<code>"data-site=\"https://…/\""</code>"."
            </p>
        </section>
    }
    .into_any()
}

fn lasting(version: &str) -> AnyView {
    view! {
        <section aria-labelledby="lasting">
            <h2 id="lasting">"Live or frozen"</h2>
            <p>
                "A live figure shows what the report says today. A frozen one lies under "<code>{format!("embed/release/{version}/")}</code>
                " and shows version "{version.to_owned()}" for good. A live one with a notice says above itself what has changed since you put it there."
            </p>
        </section>
    }
    .into_any()
}
