//! What of a reader's settings each page holds itself: the panel; a script that applies those that the device keeps before the first
//! paint, so that nothing flashes; and the patterns by which hues are doubled.

use std::sync::LazyLock;

use leptos::prelude::*;

use crate::ui::island::Island;
use crate::ui::settings::{ALL, KEEP, KEY, Keeping, THEME};

/// A row of radio buttons for each setting, and the switch by which the device keeps them. Once the engine is there it shows what is
/// in force, and applies what is chosen.
pub fn panel() -> impl IntoView {
    let rows = ALL.iter().map(|setting| {
        let options = setting.options.iter().enumerate().map(|(place, (word, label))| {
            view! {
                <label>
                    <input r#type="radio" name=setting.name value=*word checked={place == 0}/>
                    <span>{*label}</span>
                </label>
            }
        });
        view! { <fieldset><legend>{setting.label}</legend><div class="switch">{options.collect_view()}</div></fieldset> }
    });
    let [switch, note] = KEEP;
    view! {
        <details class="menu settings needs-engine" name="masthead" data-island=Island::Settings.name()>
            <summary>"Settings"</summary>
            <div class="panel">
                {rows.collect_view()}
                <label class="keep"><input r#type="checkbox" id=switch/>" Keep on this device"</label>
                <p id=note role="status">{Keeping::No.note()}</p>
            </div>
        </details>
    }
}

/// The script of our own pages. A theme in the address goes before one that is kept.
pub static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let themes = ALL[THEME].options.iter().skip(1);
    let themes: Vec<_> = themes.map(|(word, _)| format!("s=='{word}'")).collect();
    format!(
        "{{{}s=new URLSearchParams(location.search).get('theme');if({})d.theme=s}}",
        kept(&ALL.map(|setting| setting.name)),
        themes.join("||")
    )
});

/// The script of pages in other pages, whose colors are their host's.
pub static FRAME_SCRIPT: LazyLock<String> =
    LazyLock::new(|| format!("{{{}}}", kept(&["text", "contrast", "patterns", "motion"])));

/// Applies those of the kept settings that have these names. What it does not know it leaves alone; where storage is forbidden, all
/// stays as the device is set.
fn kept(names: &[&str]) -> String {
    let known = ALL.iter().filter(|setting| names.contains(&setting.name));
    let parts = known.flat_map(|setting| {
        let chosen = setting.options.iter().skip(1);
        chosen.map(|(word, _)| format!("{}={word}", setting.name))
    });
    let parts = parts.collect::<Vec<_>>().join(" ");
    format!(
        "let d=document.documentElement.dataset,s='';try{{s=localStorage.getItem('{KEY}')||s}}catch{{}}\
         for(let p of s.split(' '))if(p&&' {parts} '.includes(` ${{p}} `)){{let[k,v]=p.split('=');d[k]=v}}"
    )
}

/// The lines on the fill of the second place and on; the first stays plain. Drawn on a tile of six units.
const LINES: [&str; 7] = [
    "M0 3H6",
    "M3 0V6",
    "M-1 1L1-1M0 6L6 0M5 7L7 5",
    "M-1 5L1 7M0 0L6 6M5-1L7 1",
    "M0 3H6M3 0V6",
    "M0 6L6 0M0 0L6 6",
    "M1.5 1.5h2v2h-2z",
];

/// The patterns that double the hues of places, for readers to whom hues look alike. Style sheets put them on.
pub fn patterns() -> String {
    let mut markup = String::from("<svg class=\"scene patterns\" aria-hidden=\"true\">");
    for (place, lines) in (2..).zip(LINES) {
        markup += &format!(
            "<pattern id=\"pattern-{place}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" class=\"s{place}\">\
             <rect class=\"solid\" width=\"6\" height=\"6\"/><path d=\"{lines}\"/></pattern>"
        );
    }
    markup + "</svg>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small_and_knows_what_can_be_chosen() {
        assert!(SCRIPT.len() < 600, "{}", SCRIPT.len());
        for word in [
            "theme=dark",
            "text=150",
            "contrast=more",
            "patterns=off",
            "motion=off",
            "letters=off",
        ] {
            assert!(SCRIPT.contains(word), "{word}");
        }
        assert!(!SCRIPT.contains("system") && !SCRIPT.contains("letters=on"));
        assert!(!FRAME_SCRIPT.contains("theme"), "that is the host's");
    }
}
