//! Slides as a PowerPoint file (Office Open XML): titles and notes that can be edited, pictures with alt text.

use super::zip::archive;

/// A slide of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PptxSlide {
    /// What it says above all.
    pub title: String,
    /// What else it says, in lines, where it has no figure.
    pub words: String,
    /// What the speaker may say.
    pub notes: String,
    /// The line with source and layer.
    pub foot: String,
    /// The figure, where there is one.
    pub picture: Option<Picture>,
}

/// A picture on a slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// A PNG file.
    pub png: Vec<u8>,
    /// Its width over its height.
    pub ratio: f64,
    /// What it shows, in words.
    pub alt: String,
}

/// The unit of the format: so many to a point.
const POINT: f64 = 12_700.0;
/// Height of a slide in points; its width follows from its shape.
const HEIGHT: f64 = 540.0;
const MARGIN: f64 = 30.0;
/// Where the words below a title begin.
const WORDS_TOP: f64 = 270.0;
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const NAMES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const GROUP: &str =
    "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";
const COLORS: &str = "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" \
    accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";

/// The file of a deck with this title, whose slides are so much wider than high.
pub fn pptx(title: &str, ratio: f64, slides: &[PptxSlide]) -> Vec<u8> {
    let width = HEIGHT * ratio;
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), types(slides)),
        (
            "_rels/.rels".to_owned(),
            relations(&[
                ("officeDocument", "ppt/presentation.xml".to_owned()),
                ("metadata/core-properties", "docProps/core.xml".to_owned()),
            ]),
        ),
        ("docProps/core.xml".to_owned(), core(title)),
        (
            "ppt/presentation.xml".to_owned(),
            presentation(width, slides.len()),
        ),
        ("ppt/_rels/presentation.xml.rels".to_owned(), {
            let mut parts = vec![
                ("slideMaster", "slideMasters/slideMaster1.xml".to_owned()),
                ("notesMaster", "notesMasters/notesMaster1.xml".to_owned()),
                ("theme", "theme/theme1.xml".to_owned()),
            ];
            parts.extend((1..=slides.len()).map(|n| ("slide", format!("slides/slide{n}.xml"))));
            relations(&parts)
        }),
        ("ppt/theme/theme1.xml".to_owned(), theme()),
        ("ppt/theme/theme2.xml".to_owned(), theme()),
        (
            "ppt/slideMasters/slideMaster1.xml".to_owned(),
            page(
                "sldMaster",
                &title_shape("", width, Title::Above),
                &format!(
                    "{COLORS}<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst>"
                ),
            ),
        ),
        (
            "ppt/slideMasters/_rels/slideMaster1.xml.rels".to_owned(),
            relations(&[
                ("slideLayout", "../slideLayouts/slideLayout1.xml".to_owned()),
                ("theme", "../theme/theme1.xml".to_owned()),
            ]),
        ),
        (
            "ppt/slideLayouts/slideLayout1.xml".to_owned(),
            page(
                "sldLayout",
                &title_shape("", width, Title::Above),
                "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>",
            ),
        ),
        (
            "ppt/slideLayouts/_rels/slideLayout1.xml.rels".to_owned(),
            relations(&[("slideMaster", "../slideMasters/slideMaster1.xml".to_owned())]),
        ),
        (
            "ppt/notesMasters/notesMaster1.xml".to_owned(),
            page("notesMaster", &notes_shape(""), COLORS),
        ),
        (
            "ppt/notesMasters/_rels/notesMaster1.xml.rels".to_owned(),
            relations(&[("theme", "../theme/theme2.xml".to_owned())]),
        ),
    ];
    for (place, slide) in slides.iter().enumerate() {
        let n = place + 1;
        files.push((format!("ppt/slides/slide{n}.xml"), slide_page(slide, width)));
        let mut parts = vec![
            ("slideLayout", "../slideLayouts/slideLayout1.xml".to_owned()),
            ("notesSlide", format!("../notesSlides/notesSlide{n}.xml")),
        ];
        if let Some(picture) = &slide.picture {
            parts.push(("image", format!("../media/image{n}.png")));
            files.push((format!("ppt/media/image{n}.png"), picture.png.clone()));
        }
        files.push((format!("ppt/slides/_rels/slide{n}.xml.rels"), relations(&parts)));
        files.push((
            format!("ppt/notesSlides/notesSlide{n}.xml"),
            page(
                "notes",
                &notes_shape(&slide.notes),
                "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>",
            ),
        ));
        files.push((
            format!("ppt/notesSlides/_rels/notesSlide{n}.xml.rels"),
            relations(&[
                ("notesMaster", "../notesMasters/notesMaster1.xml".to_owned()),
                ("slide", format!("../slides/slide{n}.xml")),
            ]),
        ));
    }
    archive(&files)
}

fn escaped(text: &str) -> String {
    let legal = text.chars().filter(|c| !c.is_control() || *c == '\n');
    let mut out = String::new();
    for c in legal {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

fn types(slides: &[PptxSlide]) -> Vec<u8> {
    const BASE: &str = "application/vnd.openxmlformats-officedocument";
    let mut out = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    let mut put = |path: &str, kind: &str| {
        out += &format!("<Override PartName=\"/ppt/{path}.xml\" ContentType=\"{BASE}.{kind}+xml\"/>");
    };
    put("presentation", "presentationml.presentation.main");
    put("slideMasters/slideMaster1", "presentationml.slideMaster");
    put("slideLayouts/slideLayout1", "presentationml.slideLayout");
    put("notesMasters/notesMaster1", "presentationml.notesMaster");
    put("theme/theme1", "theme");
    put("theme/theme2", "theme");
    for n in 1..=slides.len() {
        put(&format!("slides/slide{n}"), "presentationml.slide");
        put(&format!("notesSlides/notesSlide{n}"), "presentationml.notesSlide");
    }
    (out + "</Types>").into_bytes()
}

/// Relations `rId1`, `rId2` … of these kinds to these parts.
fn relations(parts: &[(&str, String)]) -> Vec<u8> {
    let mut out = format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    for (place, (kind, target)) in parts.iter().enumerate() {
        let base = if kind.contains('/') {
            "http://schemas.openxmlformats.org/package/2006/relationships"
        } else {
            RELATION
        };
        out += &format!(
            "<Relationship Id=\"rId{}\" Type=\"{base}/{kind}\" Target=\"{target}\"/>",
            place + 1
        );
    }
    (out + "</Relationships>").into_bytes()
}

fn core(title: &str) -> Vec<u8> {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></cp:coreProperties>",
        escaped(title)
    )
    .into_bytes()
}

fn presentation(width: f64, slides: usize) -> Vec<u8> {
    let ids: String = (0..slides)
        .map(|place| format!("<p:sldId id=\"{}\" r:id=\"rId{}\"/>", 256 + place, 4 + place))
        .collect();
    format!(
        "{HEAD}<p:presentation {NAMES}><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>\
         <p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst>\
         <p:sldSz cx=\"{}\" cy=\"{}\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>",
        (width * POINT) as u64,
        (HEIGHT * POINT) as u64
    )
    .into_bytes()
}

/// A page of this kind with these shapes.
fn page(kind: &str, shapes: &str, rest: &str) -> Vec<u8> {
    // All slides have the ground of their master.
    let ground = match kind {
        "sldMaster" => {
            "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
        }
        _ => "",
    };
    format!("{HEAD}<p:{kind} {NAMES}><p:cSld>{ground}<p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>{rest}</p:{kind}>")
        .into_bytes()
}

/// Where a shape is, from its left, top, width and height in points.
fn place(left: f64, top: f64, width: f64, height: f64) -> String {
    let unit = |points: f64| (points * POINT) as i64;
    format!(
        "<a:xfrm><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm>",
        unit(left),
        unit(top),
        unit(width),
        unit(height)
    )
}

/// Lines of text of so many hundredths of a point.
fn text(text: &str, size: u32, bold: bool) -> String {
    let bold = if bold { " b=\"1\"" } else { "" };
    let line = |line: &str| {
        format!(
            "<a:p><a:pPr algn=\"l\"/><a:r><a:rPr lang=\"en-US\" sz=\"{size}\"{bold}/><a:t>{}</a:t></a:r></a:p>",
            escaped(line)
        )
    };
    text.split('\n').map(line).collect()
}

/// Where a title stands.
#[derive(Clone, Copy)]
enum Title {
    /// Above a figure.
    Above,
    /// Alone: it fills the slide.
    Alone,
    /// Above other words.
    WithWords,
}

fn title_shape(title: &str, width: f64, stands: Title) -> String {
    let (height, size, anchor) = match stands {
        Title::Above => (76.0, 2600, "t"),
        Title::Alone => (HEIGHT - 4.0 * MARGIN, 3200, "ctr"),
        Title::WithWords => (WORDS_TOP - MARGIN, 4000, "b"),
    };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>\
         <p:txBody><a:bodyPr lIns=\"0\" rIns=\"0\" anchor=\"{anchor}\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody></p:sp>",
        place(MARGIN, 16.0, width - 2.0 * MARGIN, height),
        text(title, size, true)
    )
}

fn notes_shape(notes: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>\
         <p:txBody><a:bodyPr/><a:lstStyle/>{}</p:txBody></p:sp>",
        place(54.0, 54.0, 432.0, 243.0),
        place(54.0, 330.0, 432.0, 340.0),
        text(notes, 1200, false)
    )
}

fn text_box(id: u32, name: &str, place: &str, lines: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>\
         <p:spPr>{place}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>\
         <p:txBody><a:bodyPr lIns=\"0\" rIns=\"0\"/><a:lstStyle/>{lines}</p:txBody></p:sp>"
    )
}

fn slide_page(slide: &PptxSlide, width: f64) -> Vec<u8> {
    let stands = match (&slide.picture, slide.words.as_str()) {
        (Some(_), _) => Title::Above,
        (None, "") => Title::Alone,
        (None, _) => Title::WithWords,
    };
    let mut shapes = title_shape(&slide.title, width, stands);
    if matches!(stands, Title::WithWords) {
        shapes += &text_box(
            5,
            "Words",
            &place(MARGIN, WORDS_TOP, width - 2.0 * MARGIN, 150.0),
            &text(&slide.words, 1800, false),
        );
    }
    if let Some(picture) = &slide.picture {
        let (room_width, room_height) = (width - 2.0 * MARGIN, HEIGHT - 100.0 - 36.0);
        let scale = (room_width / picture.ratio).min(room_height);
        shapes += &format!(
            "<p:pic><p:nvPicPr><p:cNvPr id=\"3\" name=\"Figure\" descr=\"{}\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr>\
             <p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rId3\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>\
             <p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>",
            escaped(&picture.alt),
            place(MARGIN, 96.0, scale * picture.ratio, scale)
        );
    }
    shapes += &text_box(
        4,
        "Source",
        &place(MARGIN, HEIGHT - 36.0, width - 2.0 * MARGIN, 28.0),
        &text(&slide.foot, 1400, false),
    );
    page("sld", &shapes, "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")
}

/// A theme in the report's colors, as plain as the format allows.
fn theme() -> Vec<u8> {
    let color = |name: &str, value: &str| format!("<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>");
    let colors: String = [
        ("dk1", "1C2127"),
        ("lt1", "FBFAF7"),
        ("dk2", "4B535C"),
        ("lt2", "F2EFE8"),
        ("accent1", "903402"),
        ("accent2", "4E6FC2"),
        ("accent3", "155F4D"),
        ("accent4", "A34F89"),
        ("accent5", "7B7347"),
        ("accent6", "623C90"),
        ("hlink", "0B5A6B"),
        ("folHlink", "4B535C"),
    ]
    .iter()
    .map(|(name, value)| color(name, value))
    .collect();
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = format!("<a:ln w=\"9525\">{fill}</a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    let font = |name: &str, face: &str| {
        format!(
            "<a:{name}><a:latin typeface=\"{face}\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:{name}>"
        )
    };
    format!(
        "{HEAD}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Throughline\"><a:themeElements>\
         <a:clrScheme name=\"Throughline\">{colors}</a:clrScheme><a:fontScheme name=\"Throughline\">{}{}</a:fontScheme>\
         <a:fmtScheme name=\"Throughline\"><a:fillStyleLst>{}</a:fillStyleLst><a:lnStyleLst>{}</a:lnStyleLst>\
         <a:effectStyleLst>{}</a:effectStyleLst><a:bgFillStyleLst>{}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>",
        font("majorFont", "Georgia"),
        font("minorFont", "Calibri"),
        fill.repeat(3),
        line.repeat(3),
        effect.repeat(3),
        fill.repeat(3)
    )
    .into_bytes()
}
