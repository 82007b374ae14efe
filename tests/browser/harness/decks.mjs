// A presenter's decks, written apart from what reads them; and archives, read apart from what writes them.

import { deflateRawSync } from "node:zlib";

/** A deck as text, of slides such as `"words:\nheadline: Thank you"`. */
export const deckOf = (title, ...slides) => `throughline-deck 1\ntitle: ${title}\n${slides.map((slide) => `\n${slide}\n`).join("")}`;

/** The deck as a link has it. */
export const linkOf = (text) => `a${deflateRawSync(text).toString("base64url")}`;

/** The files of an archive without compression, by name. */
export function files(bytes) {
  const found = {};
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [size, name] = [bytes.readUInt32LE(at + 22), bytes.readUInt16LE(at + 26)];
    const start = at + 30 + name;
    found[bytes.toString("utf8", at + 30, start)] = bytes.subarray(start, start + size);
    at = start + size;
  }
  return found;
}

/** Waits until a page shows so many slides. */
export const has = (page, number) => page.waitForFunction((number) => document.querySelectorAll(".slide").length === number, number);

/** What makes a page's storage refuse: to be run before its scripts. */
export const forbids = {
  full: () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }),
  forbidden: () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }),
};
