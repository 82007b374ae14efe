//! The builder: what of a figure is to be shown, how, and the snippet for it. `assets/embed/builder.js` brings it to life.

use leptos::prelude::*;

use super::LEVELS;
use crate::figure::FigureKind;
use crate::page::{SiteAssets, oembed, room};
use crate::study::term::Term;

/// The builder, which needs scripts.
pub(super) fn builder(site: &SiteAssets) -> AnyView {
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
