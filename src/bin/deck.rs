//! The deck: a presenter's own slides as text, in a link, in a code. A program of its own, loaded when a presenter has one.

#![forbid(unsafe_code)]

use throughline::deck::pptx::{Picture, PptxSlide, pptx};
use throughline::deck::zip::archive;
use throughline::deck::{Aspect, Deck, DeckError, Slide, Subject, code, link, text};
use wasm_bindgen::prelude::*;

fn told(error: DeckError) -> JsValue {
    JsValue::from_str(&error.to_string())
}

/// A deck that a page edits.
#[wasm_bindgen]
#[derive(Default)]
pub struct OwnDeck(Deck, text::LeftOut);

#[wasm_bindgen]
impl OwnDeck {
    /// A deck without slides.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// The deck that a text describes.
    ///
    /// # Errors
    /// What is wrong, for a person.
    #[wasm_bindgen(js_name = fromText)]
    pub fn from_text(given: &str) -> Result<OwnDeck, JsValue> {
        text::read_telling(given)
            .map(|(deck, left)| Self(deck, left))
            .map_err(told)
    }

    /// The deck that a link holds.
    ///
    /// # Errors
    /// What is wrong, for a person.
    #[wasm_bindgen(js_name = fromLink)]
    pub fn from_link(given: &str) -> Result<OwnDeck, JsValue> {
        link::read(given)
            .map(|deck| Self(deck, text::LeftOut::default()))
            .map_err(told)
    }

    /// The deck as text.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self) -> String {
        text::write(&self.0)
    }

    /// The deck for a link.
    ///
    /// # Errors
    /// Where it is too long.
    #[wasm_bindgen(js_name = toLink)]
    pub fn to_link(&self) -> Result<String, JsValue> {
        link::write(&self.0).map_err(told)
    }

    /// What stood in its text and could not be read, for a person; empty where that is nothing.
    #[wasm_bindgen(getter, js_name = leftOut)]
    pub fn left_out(&self) -> String {
        self.1.to_string()
    }

    /// Its title.
    #[wasm_bindgen(getter)]
    pub fn title(&self) -> String {
        self.0.title.clone()
    }

    /// Gives it a title.
    #[wasm_bindgen(setter)]
    pub fn set_title(&mut self, title: String) {
        self.0.title = title;
    }

    /// The shape of its slides, such as `16:9`.
    #[wasm_bindgen(getter)]
    pub fn aspect(&self) -> String {
        self.0.aspect.word().to_owned()
    }

    /// Gives its slides a shape; one that is not known changes nothing.
    #[wasm_bindgen(setter)]
    pub fn set_aspect(&mut self, word: &str) {
        self.0.aspect = Aspect::from_word(word).unwrap_or(self.0.aspect);
    }

    /// How many slides it has.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.slides.len()
    }

    /// What a slide shows: `figure`, `statement` or `words`.
    pub fn kind(&self, place: usize) -> String {
        let kind = self.0.slides.get(place).map_or("", |slide| match slide.subject {
            Subject::Figure { .. } => "figure",
            Subject::Statement(_) => "statement",
            Subject::Words => "words",
        });
        kind.to_owned()
    }

    /// The id of what it shows.
    pub fn id(&self, place: usize) -> String {
        match self.0.slides.get(place).map(|slide| &slide.subject) {
            Some(Subject::Figure { id, .. } | Subject::Statement(id)) => id.clone(),
            _ => String::new(),
        }
    }

    /// The query of its View.
    pub fn view(&self, place: usize) -> String {
        match self.0.slides.get(place).map(|slide| &slide.subject) {
            Some(Subject::Figure { view, .. }) => view.clone(),
            _ => String::new(),
        }
    }

    /// What it says above all, where that is the presenter's.
    pub fn headline(&self, place: usize) -> String {
        let slide = self.0.slides.get(place);
        slide.map_or(String::new(), |slide| slide.headline.clone())
    }

    /// What may be said.
    pub fn notes(&self, place: usize) -> String {
        let slide = self.0.slides.get(place);
        slide.map_or(String::new(), |slide| slide.notes.clone())
    }

    /// Changes headline and notes of a slide.
    pub fn write(&mut self, place: usize, headline: String, notes: String) {
        if let Some(slide) = self.0.slides.get_mut(place) {
            (slide.headline, slide.notes) = (headline, notes);
        }
    }

    /// Has the figure of a slide show this View.
    pub fn show(&mut self, place: usize, query: String) {
        if let Some(Subject::Figure { view, .. }) =
            self.0.slides.get_mut(place).map(|slide| &mut slide.subject)
        {
            *view = query;
        }
    }

    /// Adds a slide of this kind at the end; false where there is no such kind or the deck is full.
    pub fn add(&mut self, kind: &str, id: String, view: String) -> bool {
        let subject = match kind {
            "figure" => Subject::Figure { id, view },
            "statement" => Subject::Statement(id),
            "words" => Subject::Words,
            _ => return false,
        };
        self.0.add(Slide {
            subject,
            headline: String::new(),
            notes: String::new(),
        })
    }

    /// Removes a slide.
    pub fn remove(&mut self, place: usize) {
        if place < self.0.slides.len() {
            self.0.slides.remove(place);
        }
    }

    /// Moves a slide.
    pub fn shift(&mut self, from: usize, to: usize) {
        self.0.shift(from, to);
    }
}

/// Slides that become a file of another program, or files that become one.
#[wasm_bindgen]
#[derive(Default)]
pub struct Takeaway {
    slides: Vec<PptxSlide>,
    files: Vec<(String, Vec<u8>)>,
}

#[wasm_bindgen]
impl Takeaway {
    /// Nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a slide; `png` is empty where it has no picture, which is `ratio` times as wide as high.
    pub fn slide(
        &mut self,
        title: String,
        notes: String,
        foot: String,
        png: Vec<u8>,
        ratio: f64,
        alt: String,
    ) {
        let picture = (!png.is_empty()).then_some(Picture { png, ratio, alt });
        self.slides.push(PptxSlide {
            title,
            words: String::new(),
            notes,
            foot,
            picture,
        });
    }

    /// What the last slide says below its title, in lines.
    pub fn words(&mut self, words: String) {
        if let Some(slide) = self.slides.last_mut() {
            slide.words = words;
        }
    }

    /// Adds a file.
    pub fn file(&mut self, name: String, bytes: Vec<u8>) {
        self.files.push((name, bytes));
    }

    /// The slides as a PowerPoint file, each `ratio` times as wide as high.
    pub fn pptx(&self, title: &str, ratio: f64) -> Vec<u8> {
        pptx(title, ratio, &self.slides)
    }

    /// The files as a ZIP archive.
    pub fn zip(&self) -> Vec<u8> {
        archive(&self.files)
    }
}

/// A link as a QR code, as SVG.
///
/// # Errors
/// Where it is too long for one.
#[wasm_bindgen(js_name = codeOf)]
pub fn code_of(link: &str) -> Result<String, JsValue> {
    code::svg(link).map_err(told)
}

/// A program needs one; the page makes an [`OwnDeck`] when it wants one.
fn main() {}
