//! Files and copies of figures: blobs, a canvas for pixels, the clipboard.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, ClipboardItem, Element, HtmlCanvasElement, HtmlElement,
    HtmlImageElement, HtmlLinkElement, Response, Url,
};

use super::dom;
use crate::chart::Layout;
use crate::chart::palette::{DARK, LIGHT, Palette};
use crate::export::png::SCALE;
use crate::export::{self, Look};
use crate::figure::{Figure, FigureKind, draw};
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::figure_menu::{ATTRIBUTE, Download, note_id};
use crate::ui::session::Session;
use crate::view::View;

const PNG: &str = "image/png";

/// The drawing of files: wide, whatever the window is, so that a View makes the same file everywhere.
const LAYOUT: Layout = Layout::Wide;

/// Listens once on the document for the buttons of all figures.
pub fn bind(session: &Session) {
    let Some(document) = dom::document() else { return };
    let session = session.clone();
    let saver = Rc::new(Saver::default());
    dom::listen(&document, "click", move |event| {
        if let Some(job) =
            dom::closest(event, "[data-download]").and_then(|button| Job::new(&session, &button))
        {
            spawn_local(Rc::new(job).run(saver.clone()));
        }
    });
}

/// One download that was asked for.
struct Job {
    download: Download,
    session: Session,
    view: View,
    figure: Figure,
    address: String,
}

/// What may go wrong is told to the reader in words; the cause is the browser's.
type Done<T> = Result<T, JsValue>;

impl Job {
    fn new(session: &Session, button: &Element) -> Option<Self> {
        let download = Download::from_word(&button.get_attribute(ATTRIBUTE)?)?;
        let frame = button.closest("[data-figure]").ok().flatten()?;
        let kind = FigureKind::from_word(&frame.get_attribute("data-figure")?)?;
        let view = match download {
            Download::CsvOfAll => View::default(),
            _ => session.view.get_untracked(),
        };
        let href = dom::window()?.location().href().ok()?;
        let page = href.split(['?', '#']).next().unwrap_or_default();
        Some(Self {
            download,
            figure: draw(kind, &session.study, &view),
            address: export::address(page, &session.study, kind, &view),
            session: session.clone(),
            view,
        })
    }

    fn study(&self) -> &Study {
        &self.session.study
    }

    async fn run(self: Rc<Self>, saver: Rc<Saver>) {
        let told = self.act(&saver).await.unwrap_or_else(|_| {
            String::from(match self.download {
                Download::CopyPicture => {
                    "The browser did not allow to copy a picture. Save it as PNG instead."
                }
                Download::CopyText => {
                    "The browser did not allow to copy text. Save the table as CSV instead."
                }
                _ => "The file could not be made.",
            })
        });
        if let Some(note) = dom::by_id(&note_id(self.figure.kind)) {
            note.set_text_content(Some(&told));
        }
    }

    /// Does what was asked for, and says what it did.
    async fn act(self: &Rc<Self>, saver: &Saver) -> Done<String> {
        let (study, figure, address) = (self.study(), &self.figure, &self.address);
        let (extension, kind, bytes) = match self.download {
            Download::Csv | Download::CsvOfAll => (
                "csv",
                "text/csv;charset=utf-8",
                export::csv(study, figure).into_bytes(),
            ),
            Download::Json => (
                "json",
                "application/json",
                export::json(study, figure, address).into_bytes(),
            ),
            Download::Svg => ("svg", "image/svg+xml", self.svg().await.into_bytes()),
            Download::Png => ("png", PNG, self.png().await?),
            Download::CopyPicture => {
                self.copy_picture().await?;
                return Ok(String::from("The picture is on the clipboard."));
            }
            Download::CopyText => {
                let text = export::text(study, figure, address);
                JsFuture::from(clipboard("writeText", &text.into())?).await?;
                return Ok(String::from("Words, table and sources are on the clipboard."));
            }
        };
        let all = self.download == Download::CsvOfAll;
        let name = export::file_name(study, figure.kind, &self.view, all, extension);
        saver.save(&name, &blob(&bytes, kind)?)?;
        Ok(format!("Saved as {name}"))
    }

    async fn svg(&self) -> String {
        let font = font().await.ok();
        let look = Look {
            layout: LAYOUT,
            palette: palette(),
            font: font.as_deref(),
        };
        export::svg(self.study(), &self.figure, &self.address, look)
    }

    async fn png(&self) -> Done<Vec<u8>> {
        let pixels = pixels(&self.svg().await).await?;
        Ok(export::png(&pixels, self.study(), &self.figure, &self.address))
    }

    /// A copy is allowed only at once after the click, so what is copied is the promise of a picture.
    async fn copy_picture(self: &Rc<Self>) -> Done<()> {
        let job = self.clone();
        let picture = future_to_promise(async move { Ok(blob(&job.png().await?, PNG)?.into()) });
        let items = Object::new();
        Reflect::set(&items, &PNG.into(), &picture)?;
        let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&items)?;
        JsFuture::from(clipboard("write", &Array::of1(&item))?).await?;
        Ok(())
    }
}

/// Calls a method of the clipboard, which insecure pages and some frames do not have.
fn clipboard(method: &str, argument: &JsValue) -> Done<Promise> {
    let navigator = dom::window().ok_or(JsValue::NULL)?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    let method = Reflect::get(&clipboard, &method.into())?.dyn_into::<Function>()?;
    method.call1(&clipboard, argument)?.dyn_into()
}

/// The colors of the theme in force.
fn palette() -> &'static Palette {
    let style = dom::window().and_then(|window| {
        let root = window.document()?.document_element()?;
        window.get_computed_style(&root).ok()?
    });
    let ground = style.and_then(|style| style.get_property_value("--figure-ground").ok());
    match ground.as_deref().map(str::trim) {
        Some(ground) if ground == DARK.ground => &DARK,
        _ => &LIGHT,
    }
}

/// The shipped sans, which the page has loaded already.
async fn font() -> Done<Vec<u8>> {
    let link = dom::all("link[as=font][href*=sans]").pop().ok_or(JsValue::NULL)?;
    let href = link.unchecked_into::<HtmlLinkElement>().href();
    let window = dom::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(&href)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    bytes(response.array_buffer()?).await
}

/// The pixels of an SVG picture as PNG.
async fn pixels(svg: &str) -> Done<Vec<u8>> {
    let document = dom::document().ok_or(JsValue::NULL)?;
    let image = HtmlImageElement::new()?;
    let url = Url::create_object_url_with_blob(&blob(svg.as_bytes(), "image/svg+xml")?)?;
    image.set_src(&url);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let (width, height) = (image.width() * SCALE, image.height() * SCALE);
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    context
        .unchecked_into::<CanvasRenderingContext2d>()
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    Url::revoke_object_url(&url)?;
    let drawn = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    let blob: Blob = JsFuture::from(drawn).await?.dyn_into()?;
    bytes(blob.array_buffer()).await
}

/// The bytes of a promised buffer.
async fn bytes(buffer: Promise) -> Done<Vec<u8>> {
    Ok(Uint8Array::new(&JsFuture::from(buffer).await?).to_vec())
}

fn blob(bytes: &[u8], kind: &str) -> Done<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)
}

/// Saves files, and lets each go when the next one is saved: a browser may read it for a while after the click.
#[derive(Default)]
struct Saver {
    last: RefCell<Option<String>>,
}

impl Saver {
    fn save(&self, name: &str, blob: &Blob) -> Done<()> {
        let url = Url::create_object_url_with_blob(blob)?;
        let document = dom::document().ok_or(JsValue::NULL)?;
        let link = document.create_element("a")?;
        link.set_attribute("href", &url)?;
        link.set_attribute("download", name)?;
        link.unchecked_into::<HtmlElement>().click();
        match self.last.replace(Some(url)) {
            Some(before) => Url::revoke_object_url(&before),
            None => Ok(()),
        }
    }
}
