// Slides for elsewhere: a picture of each, as SVG and PNG in one archive, or a PowerPoint file with titles and notes that can be
// edited. Pictures are made of what stands on the page, so they show what is shown, in the shape of a slide on any device.
import start, { Takeaway } from "./deck.js";

await start({ module_or_path: new URL("deck.wasm", import.meta.url) });

const SVG = "http://www.w3.org/2000/svg";
/** Width of a PNG in pixels. */
const WIDE = 1920;
/** The window that slides are laid out in: wide enough for a slide's shape, too narrow for notes beside it. */
const WINDOW = { width: 1180, height: 800 };
const PAINT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order", "opacity", "font-weight", "font-size", "text-anchor"];

const escaped = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0;

/** A drawing of the page as one that needs no style sheet. */
function drawing(svg, box) {
  const copy = svg.cloneNode(true);
  const [from, to] = [svg, copy].map((root) => [root, ...root.querySelectorAll("*")]);
  from.forEach((element, place) => {
    const style = getComputedStyle(element);
    for (const name of PAINT) {
      const value = style.getPropertyValue(name);
      if (value && !["normal", "auto"].includes(value)) to[place].setAttribute(name, value);
    }
    for (const name of ["class", "style", "data-key"]) to[place].removeAttribute(name);
  });
  const rect = svg.getBoundingClientRect();
  copy.setAttribute("x", rect.x - box.x);
  copy.setAttribute("y", rect.y - box.y);
  copy.setAttribute("width", rect.width);
  copy.setAttribute("height", rect.height);
  copy.setAttribute("font-family", getComputedStyle(svg).fontFamily);
  return new XMLSerializer().serializeToString(copy);
}

/** What is drawn of an element, made small enough for its room where that would have to be scrolled: a picture cannot be. */
function fitted(element, drawn, box) {
  const room = element.closest(".slide-picture, .slide-live .plot");
  if (!room || room.scrollHeight - room.clientHeight <= 4) return drawn;
  const { x, y, width } = room.getBoundingClientRect();
  const scale = room.clientHeight / room.scrollHeight;
  const [left, top] = [(x - box.x + width / 2) * (1 - scale), (y - box.y) * (1 - scale) + room.scrollTop * scale];
  return `<g transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale.toFixed(4)})">${drawn}</g>`;
}

/** The shape before the word of a layer, which stands in the style sheet alone. */
function layerShape(evidence, box) {
  const style = getComputedStyle(evidence);
  const [rect] = evidence.getClientRects();
  const half = Number.parseFloat(getComputedStyle(evidence, "::before").width) / 2;
  if (!rect || !half) return "";
  const [x, y] = [rect.x - box.x + half, rect.y - box.y + rect.height / 2];
  const { layer } = evidence.dataset;
  const paint = `stroke="${style.color}" stroke-width="1.5" fill="${["study", "public-record"].includes(layer) ? style.color : "none"}"`;
  if (layer === "study") return `<rect x="${x - half}" y="${y - half}" width="${2 * half}" height="${2 * half}" ${paint}/>`;
  if (layer === "our-reading") return `<path d="M${x} ${y - 1.3 * half}l${1.3 * half} ${1.3 * half} ${-1.3 * half} ${1.3 * half} ${-1.3 * half} ${-1.3 * half}z" ${paint}/>`;
  return `<circle cx="${x}" cy="${y}" r="${half}" ${paint}${layer === "not-found" ? ' stroke-dasharray="3"' : ""}/>`;
}

/** The bar of the accent color beside or above a headline. */
function accent(slide, box) {
  const face = slide.querySelector(".slide-face");
  const style = getComputedStyle(face, "::before");
  if (style.content === "none") return "";
  const [width, height, top, margin] = ["width", "height", "top", "margin-bottom"].map((name) => Number.parseFloat(style.getPropertyValue(name)));
  const [frame, title] = [face, slide.querySelector(".slide-headline")].map((one) => one.getBoundingClientRect());
  const [x, y] = style.position === "absolute" ? [frame.x, frame.y + top] : [title.x, title.y - margin - height];
  return `<rect x="${x - box.x}" y="${y - box.y}" width="${width}" height="${height}" fill="${style.backgroundColor}"/>`;
}

/** The lines of a text as the page breaks it. */
function lines(node, box) {
  const { parentElement: element, textContent } = node;
  const style = getComputedStyle(element);
  const range = node.ownerDocument.createRange();
  const found = [];
  for (const word of textContent.matchAll(/\S+\s*/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].trimEnd().length);
    const rect = range.getBoundingClientRect();
    const last = found.at(-1);
    if (last && Math.abs(last.rect.y - rect.y) < rect.height / 2) last.text += ` ${word[0].trim()}`;
    else found.push({ rect, text: word[0].trim() });
  }
  const size = Number.parseFloat(style.fontSize);
  return found.map(({ rect, text }) => {
    // Where the line's letters stand: a little above the bottom of its box.
    const y = rect.y - box.y + rect.height / 2 + size * 0.34;
    return `<text x="${(rect.x - box.x).toFixed(1)}" y="${y.toFixed(1)}" font-family="${escaped(style.fontFamily)}" font-size="${size}" font-weight="${style.fontWeight}" fill="${style.color}">${escaped(text)}</text>`;
  });
}

/** A part of a slide as SVG: all of it, or what stands on its stage. */
function picture(slide, part) {
  const area = slide.querySelector(part);
  const box = area.getBoundingClientRect();
  const parts = [];
  for (const svg of area.querySelectorAll("svg")) {
    if (!svg.ownerSVGElement && seen(svg)) parts.push(fitted(svg, drawing(svg, box), box));
  }
  for (const evidence of area.querySelectorAll(".evidence")) if (seen(evidence)) parts.push(layerShape(evidence, box));
  if (area.matches(".slide-frame")) parts.push(accent(slide, box));
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: element, textContent } = walker.currentNode;
    if (textContent.trim() && !element.closest("svg") && seen(element)) parts.push(fitted(element, lines(walker.currentNode, box).join(""), box));
  }
  // What hatches them stands elsewhere in the page.
  const patterns = area.ownerDocument.querySelector(".scene.patterns");
  if (parts.some((part) => part.includes("#pattern-"))) parts.unshift(drawing(patterns, box));
  const title = slide.querySelector(".slide-headline").textContent;
  const alt = slide.querySelector(".slide-picture")?.getAttribute("aria-label") ?? title;
  const ground = getComputedStyle(slide.querySelector(".slide-frame")).backgroundColor;
  const [width, height] = [box.width.toFixed(1), box.height.toFixed(1)];
  const text = `<svg xmlns="${SVG}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc"><title id="title">${escaped(title)}</title><desc id="desc">${escaped(alt)}</desc><rect width="100%" height="100%" fill="${ground}"/>${parts.join("")}</svg>`;
  return { text, alt, ratio: box.width / box.height };
}

/** The fonts of the page as a style for a picture, which can load nothing itself. */
let fonts = null;
async function fontStyle() {
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSFontFaceRule);
  const rules = await Promise.all(
    faces.map(async ({ cssText, parentStyleSheet }) => {
      const [, path] = /url\("?([^")]+)/.exec(cssText);
      // The report in one file has them inside.
      if (path.startsWith("data:")) return cssText;
      const bytes = new Uint8Array(await (await fetch(new URL(path, parentStyleSheet.href))).arrayBuffer());
      return cssText.replace(path, `data:font/woff2;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`);
    }),
  );
  return `<style>${rules.join("")}</style>`;
}

async function pixels({ text, ratio }) {
  fonts ??= fontStyle().catch(() => "");
  const whole = text.replace("<title", `${await fonts}<title`);
  const image = new Image();
  const address = URL.createObjectURL(new Blob([whole], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [WIDE, Math.round(WIDE / ratio)];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(bytes, name, type) {
  const link = Object.assign(document.createElement("a"), { download: name, href: URL.createObjectURL(new Blob([bytes], { type })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Does something with the slides as a window of a computer lays them out, whatever window this is. `change`: to the root of that page. */
async function laidOut(slides, act, change = () => {}) {
  const frame = Object.assign(document.createElement("iframe"), { ...WINDOW, inert: true });
  Object.assign(frame.style, { position: "fixed", top: "0", left: "-9999px" });
  document.body.append(frame);
  try {
    const page = frame.contentDocument;
    page.open();
    page.write("<!doctype html>");
    page.close();
    for (const { name, value } of document.documentElement.attributes) page.documentElement.setAttribute(name, value);
    delete page.documentElement.dataset.show;
    change(page.documentElement);
    const styles = [...document.querySelectorAll('link[rel="stylesheet"], style')].map((style) => {
      const copy = page.importNode(style, true);
      if (!style.href) return page.head.append(copy);
      copy.href = style.href;
      const there = new Promise((done) => (copy.onload = copy.onerror = done));
      page.head.append(copy);
      return there;
    });
    await Promise.all(styles);
    const patterns = document.querySelector(".scene.patterns");
    if (patterns) page.body.append(page.importNode(patterns, true));
    const deck = page.createElement("div");
    deck.className = "deck";
    for (const slide of slides) {
      const copy = page.importNode(slide, false);
      copy.append(page.importNode(slide.querySelector(".slide-frame"), true));
      deck.append(copy);
    }
    page.body.append(deck);
    await Promise.allSettled([...page.fonts].map((face) => face.load()));
    return await act([...deck.children]);
  } finally {
    frame.remove();
  }
}

const plain = (slide, part) => slide.querySelector(part)?.textContent.trim().replace(/\s+/g, " ") ?? "";

const foot = (slide) => [...slide.querySelector(".slide-foot > :first-child").childNodes].map((part) => part.textContent.trim()).filter(Boolean).join(" · ");

/** Saves a picture of each slide, as SVG and PNG, in one archive. */
export async function pictures(slides, announce) {
  const all = new Takeaway();
  await laidOut(slides, async (copies) => {
    for (const [place, copy] of copies.entries()) {
      announce(`Picture ${place + 1} of ${slides.length} …`);
      const name = `slide-${String(place + 1).padStart(2, "0")}`;
      const drawn = picture(copy, ".slide-frame");
      all.file(`${name}.svg`, new TextEncoder().encode(drawn.text));
      all.file(`${name}.png`, await pixels(drawn));
    }
  });
  save(all.zip(), "throughline-slides.zip", "application/zip");
  announce("Saved as throughline-slides.zip.");
}

/** Saves the slides as a PowerPoint file. Its ground is light, and so are the pictures, whatever the page's colors are. */
export async function powerPoint(slides, title, ratio, announce) {
  const all = new Takeaway();
  const light = (root) => {
    root.removeAttribute("data-room-contrast");
    root.dataset.theme = "light";
  };
  await laidOut(
    slides,
    async (copies) => {
      for (const [place, slide] of slides.entries()) {
        announce(`Slide ${place + 1} of ${slides.length} …`);
        const drawn = slide.querySelector(".slide-stage") ? picture(copies[place], ".slide-stage") : null;
        const png = drawn ? await pixels(drawn) : new Uint8Array();
        const notes = [...slide.querySelectorAll(".slide-said p:not(.slide-none), .slide-notes > .sentence, .slide-notes > .source-line")].map((line) => line.textContent.trim().replace(/\s+/g, " "));
        const told = [...slide.querySelectorAll(".slide-tagline, .slide-imprint")].map(({ childNodes }) => [...childNodes].map((part) => (part.nodeName === "BR" ? "\n" : part.textContent)).join(""));
        all.slide(plain(slide, ".slide-headline"), notes.join("\n"), foot(slide), png, drawn?.ratio ?? 1, drawn?.alt ?? "");
        all.words(told.join("\n"));
      }
    },
    light,
  );
  save(all.pptx(title, ratio), "throughline-slides.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");
  announce("Saved as throughline-slides.pptx.");
}
