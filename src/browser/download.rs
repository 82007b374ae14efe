//! Files and copies of figures: blobs, pixels and the clipboard; and sharing by the device.
//!
//! A file holds the study's words, which may have to be loaded first: opening the menu asks for them, and what is pressed
//! before they are here waits.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, ClipboardItem, Element, HtmlCanvasElement, HtmlElement,
    Url,
};

use super::address::with_order_of_table;
use super::follow::follow;
use super::plot::canvas::{MOST_PIXELS, paint};
use super::{dom, embed, own_deck};
use crate::chart::palette::{DARK, LIGHT, Palette};
use crate::chart::{Layout, PX};
use crate::export::png::{HEADER_END, SCALE};
use crate::export::{self, sheet};
use crate::figure::about::About;
use crate::figure::{Figure, FigureKind, draw, whole};
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor;
use crate::ui::figure_menu::{ATTRIBUTE, Download, SHARE, note_id};
use crate::ui::session::{Drawing, Session, Words};
use crate::view::Theme;

/// Pictures are wide whatever the window is, so that a View makes the same file everywhere.
const LAYOUT: Layout = Layout::Wide;
const PNG: &str = "image/png";

/// Errors are the browser's; readers are told what they can do instead.
type Done<T> = Result<T, JsValue>;

/// Listens once on the document for the menus of all figures.
pub fn bind(session: &Session) {
    let Some(document) = dom::document() else { return };
    if can_share() {
        for button in dom::all(SHARE) {
            let _ = button.remove_attribute("hidden");
        }
    }
    let downloads = Rc::new(Downloads {
        session: session.clone(),
        waiting: RefCell::default(),
        last_file: RefCell::default(),
    });
    let pressed = downloads.clone();
    dom::listen(&document, "click", move |event| {
        if dom::closest(event, ".download").is_some() {
            pressed.session.want_words();
            pressed.session.can_draw();
            if let Some(asked) = dom::closest(event, "[data-download]").and_then(|button| of_button(&button))
            {
                pressed.waiting.replace(Some(asked));
                pressed.attend();
            }
        }
    });
    follow(move || {
        downloads.session.words.track();
        downloads.session.drawing.track();
        downloads.attend();
    });
}

/// What a button of a menu stands for.
fn of_button(button: &Element) -> Option<(Download, FigureKind)> {
    let download = Download::from_word(&button.get_attribute(ATTRIBUTE)?)?;
    let frame = button.closest("[data-figure]").ok()??;
    Some((
        download,
        FigureKind::from_word(&frame.get_attribute("data-figure")?)?,
    ))
}

/// The downloads of a page.
struct Downloads {
    session: Session,
    /// What was asked for and waits for the study's words.
    waiting: RefCell<Option<(Download, FigureKind)>>,
    /// The address of the last file. It is let go when the next one is saved: a browser may read it for a while.
    last_file: RefCell<String>,
}

impl Downloads {
    /// Does what waits, if it needs to wait no longer.
    fn attend(self: &Rc<Self>) {
        let words = self.session.words.get_untracked();
        if let Words::Later | Words::Wanted = words {
            return;
        }
        if self.session.drawing.get_untracked() == Drawing::Wanted {
            return;
        }
        let Some((download, kind)) = self.waiting.take() else {
            return;
        };
        match words {
            _ if !self.session.can_draw() => tell(kind, failure(download)),
            _ if download == Download::Deck => own_deck::add(&self.session, kind),
            Words::Here(study) => {
                if self.start(download, kind, &study).is_err() {
                    tell(kind, failure(download));
                }
            }
            Words::Failed(why) => tell(kind, &why),
            Words::Later | Words::Wanted => (),
        }
    }

    fn start(self: &Rc<Self>, download: Download, kind: FigureKind, study: &Study) -> Done<()> {
        let page = page_of(&self.session, kind)?;
        let view = match download {
            Download::CsvOfAll => whole(kind, study),
            _ => self.session.view.get_untracked(),
        };
        let figure = draw(kind, study, &view);
        let address = export::address(&page, study, &view);
        let is_link = matches!(download, Download::CopyLink | Download::Share);
        if is_link && !address.contains("://") {
            tell(
                kind,
                "This file lies on your device, where nobody else finds it: pass on the file itself.",
            );
            return Ok(());
        }
        let address = match is_link {
            true => with_order_of_table(kind, address),
            false => address,
        };
        let about = About::new(study, &figure.table, self.session.marked());
        let named = (download != Download::CsvOfAll).then_some(&view);
        let name = |extension| export::file_name(study, kind, named, extension);
        let save = |extension, media, text: String| {
            self.save(
                kind,
                &name(extension),
                &made_of(&Array::of1(&text.into()), media)?,
            )
        };
        match download {
            Download::Csv | Download::CsvOfAll => {
                save("csv", "text/csv;charset=utf-8", export::csv(study, &figure))
            }
            Download::Json => save("json", "application/json", export::json(study, &figure, &address)),
            Download::Svg => save(
                "svg",
                "image/svg+xml",
                export::svg(study, &figure, &about, &address, LAYOUT, palette(&self.session)),
            ),
            Download::Png => {
                let canvas = pixels(palette(&self.session), study, &figure, &about, &address)?;
                let (downloads, name, words) =
                    (self.clone(), name("png"), export::words(study, &figure, &address));
                let drawn = dom::once(Box::new(move |drawn| {
                    let file = drawn
                        .dyn_into::<Blob>()
                        .and_then(|drawn| with_words(&drawn, &words));
                    if file.and_then(|file| downloads.save(kind, &name, &file)).is_err() {
                        tell(kind, failure(download));
                    }
                }));
                canvas.to_blob(&drawn)
            }
            Download::CopyPicture => {
                let canvas = pixels(palette(&self.session), study, &figure, &about, &address)?;
                // A copy is allowed only at once, so what is copied is the promise of a picture.
                let picture = Promise::new(&mut |resolve, _| drop(canvas.to_blob(&resolve)));
                let items = Object::new();
                Reflect::set(&items, &PNG.into(), &picture)?;
                let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&items)?;
                copy(download, kind, "write", &Array::of1(&item))
            }
            // Is no file, and was done before.
            Download::Deck => Ok(()),
            Download::CopyText => copy(
                download,
                kind,
                "writeText",
                &export::text(study, &figure, &address).into(),
            ),
            Download::CopyLink => copy(download, kind, "writeText", &address.into()),
            Download::CopyCitation => copy(
                download,
                kind,
                "writeText",
                &export::citation(study, &figure, &address).into(),
            ),
            Download::Share => share(kind, &figure, &address),
        }
    }

    /// Has the browser save a file.
    fn save(&self, kind: FigureKind, name: &str, file: &Blob) -> Done<()> {
        let url = Url::create_object_url_with_blob(file)?;
        let document = dom::document().ok_or(JsValue::NULL)?;
        let link = document.create_element("a")?;
        link.set_attribute("href", &url)?;
        link.set_attribute("download", name)?;
        link.unchecked_into::<HtmlElement>().click();
        let mut said = String::from("Saved as ") + name;
        // A frame is not told whether the page around lets it save files.
        if embed::root().is_some() {
            said += ". If nothing was saved, the page around does not allow it: open the figure’s own page by the link below.";
        }
        tell(kind, &said);
        Url::revoke_object_url(&self.last_file.replace(url))
    }
}

/// Says what became of a download.
fn tell(kind: FigureKind, text: &str) {
    if let Some(note) = dom::by_id(&note_id(kind)) {
        note.set_text_content(Some(text));
    }
}

const fn failure(download: Download) -> &'static str {
    match download {
        Download::CopyPicture => "The browser did not let the picture be copied. Save it as PNG instead.",
        Download::CopyText => "The browser did not let the text be copied. Save the table as CSV instead.",
        Download::CopyLink => "The browser did not let the link be copied. The address bar has it, too.",
        Download::CopyCitation => {
            "The browser did not let the citation be copied. The report says how to cite it, too."
        }
        Download::Share => "The device did not share it. Copy the link instead.",
        _ => "The browser did not let the file be made.",
    }
}

/// The browser's `navigator`, whose newer parts not every browser and page has.
fn navigator() -> Done<JsValue> {
    Ok(dom::window().ok_or(JsValue::NULL)?.navigator().into())
}

fn call(object: &JsValue, method: &str, arguments: &Array) -> Done<JsValue> {
    let method = Reflect::get(object, &method.into())?.dyn_into::<Function>()?;
    method.apply(object, arguments)
}

/// Whether the device has its own way of sharing.
fn can_share() -> bool {
    navigator().is_ok_and(|navigator| Reflect::has(&navigator, &"share".into()) == Ok(true))
}

/// The address of a figure's page. A file on a disk names that of the site, if it knows it, else itself, and never the folder in
/// which a reader keeps it.
fn page_of(session: &Session, kind: FigureKind) -> Done<String> {
    let location = dom::window().ok_or(JsValue::NULL)?.location();
    let folder = anchor::of_figure(kind.word());
    if location.protocol()? != "file:" {
        return Ok(Url::new_with_base(&session.here.to(&folder), &location.href()?)?.href());
    }
    let page = dom::document().and_then(|document| document.document_element());
    let home = page.and_then(|page| page.get_attribute("data-home"));
    let path = location.pathname()?;
    let name = path.rsplit('/').next().unwrap_or_default();
    Ok(home.map_or(name.to_owned(), |home| home + &folder))
}

/// Has the device share the View: its address, what the figure is, and what it shows.
fn share(kind: FigureKind, figure: &Figure, address: &str) -> Done<()> {
    let what = Object::new();
    for (key, text) in [
        ("title", figure.title.as_str()),
        ("text", &figure.sentence),
        ("url", address),
    ] {
        Reflect::set(&what, &key.into(), &text.into())?;
    }
    let shared = call(&navigator()?, "share", &Array::of1(&what))?;
    let done = dom::once(Box::new(move |_| tell(kind, "Shared.")));
    let not_done = dom::once(Box::new(move |error| {
        // Who closes the sheet has changed their mind; that is no failure.
        let name = Reflect::get(&error, &"name".into()).ok();
        if name.and_then(|name| name.as_string()).as_deref() != Some("AbortError") {
            tell(kind, failure(Download::Share));
        }
    }));
    call(&shared, "then", &Array::of2(&done, &not_done)).map(drop)
}

/// Calls a method of the clipboard, which insecure pages and some frames do not have, and says what became of it.
fn copy(download: Download, kind: FigureKind, method: &str, what: &JsValue) -> Done<()> {
    // The address bar over a frame is that of the page around, so the link itself is said.
    let link = what
        .as_string()
        .filter(|_| download == Download::CopyLink && embed::root().is_some());
    let failed = link.map_or(failure(download).to_owned(), |link| {
        String::from("The browser did not let the link be copied. It is ") + &link
    });
    let copied = Reflect::get(&navigator()?, &"clipboard".into())
        .and_then(|clipboard| call(&clipboard, method, &Array::of1(what)));
    let Ok(copied) = copied else {
        tell(kind, &failed);
        return Ok(());
    };
    let say = |text: String| dom::once(Box::new(move |_| tell(kind, &text)));
    let arguments = Array::of2(&say("It is on the clipboard.".to_owned()), &say(failed));
    call(&copied, "then", &arguments).map(drop)
}

/// The colors of the theme in force.
fn palette(session: &Session) -> &'static Palette {
    let dark = match session.settings.get_untracked().theme() {
        Theme::System => dom::matches("(prefers-color-scheme: dark)"),
        theme => theme == Theme::Dark,
    };
    if dark { &DARK } else { &LIGHT }
}

/// The sheet of a figure on a canvas, as the page's own style sheet shows it.
fn pixels(
    palette: &Palette,
    study: &Study,
    figure: &Figure,
    about: &About,
    address: &str,
) -> Done<HtmlCanvasElement> {
    let sheet = sheet(study, figure, about, address, LAYOUT);
    let document = dom::document().ok_or(JsValue::NULL)?;
    let shown = document.query_selector(".plot .scene")?.ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let (width, height) = (f64::from(sheet.width / PX), f64::from(sheet.height / PX));
    let scale = f64::from(SCALE).min((MOST_PIXELS / (width * height)).sqrt());
    canvas.set_width((width * scale) as u32);
    canvas.set_height((height * scale) as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.set_fill_style_str(palette.ground);
    context.fill_rect(0.0, 0.0, width * scale, height * scale);
    paint(&context, &sheet, &shown, scale);
    Ok(canvas)
}

/// A drawn PNG picture with words in it.
fn with_words(drawn: &Blob, words: &[u8]) -> Done<Blob> {
    let cut = HEADER_END as i32;
    let (header, rest) = (drawn.slice_with_i32_and_i32(0, cut)?, drawn.slice_with_i32(cut)?);
    let parts = Array::of3(&header, &Uint8Array::from(words), &rest);
    made_of(&parts, PNG)
}

/// A file of these parts, which are texts, bytes or other files.
fn made_of(parts: &Array, media: &str) -> Done<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media);
    Blob::new_with_blob_sequence_and_options(parts, &options)
}
