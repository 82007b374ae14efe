// For pages that hold figures of Throughline in frames: gives each frame its height, passes on what happens in it, and what
// the page asks of it. Sets no global. Only frames of the site that this script came from are listened to, or of the one that
// `data-site` on its tag names.
//
// From a frame: frame.addEventListener("throughline:view-changed", ({ detail }) => …)
// To a frame:   frame.dispatchEvent(new CustomEvent("throughline:set-view", { detail: "states=nd" }))
(() => {
  // In a bundle or as a module a script has no tag that is its own.
  const tag = document.currentScript ?? document.querySelector('script[data-site], script[src*="embed/throughline.js"]');
  if (!tag) throw new Error("Throughline: name the site of the figures on the tag of your script, as data-site=\"https://…/\".");
  const { src, dataset } = tag;
  const base = new URL("../embed/", dataset.site ? new URL("embed/", dataset.site) : src);
  const heard = new Set();
  // Frames that have spoken, and what was asked of others before they were there.
  const here = new WeakSet();
  const early = new WeakMap();
  const events = ["hello", "height", "ready", "view-changed", "select", "error"];
  const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(base.href));
  const say = (frame, command, more) => frame.contentWindow?.postMessage({ throughline: 1, command, ...more }, "*");

  addEventListener("message", (message) => {
    const { data, source, origin } = message;
    if (!data || data.throughline !== 1 || !events.includes(data.event)) return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    if (!frame) return;
    // A sandboxed frame has no origin.
    const boxed = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
    if (origin !== base.origin && !(boxed && origin === "null")) return;
    // Where the script was put into the page twice, once is enough.
    message.stopImmediatePropagation();
    const { event, height, id, number } = data;
    // What a frame tells again, because this script came late, may have been heard all the same.
    const name = number && `${id} ${number}`;
    if (heard.has(name)) return;
    if (name) heard.add(name);
    if (event === "hello") say(frame, "hello");
    here.add(frame);
    for (const command of early.get(frame) ?? []) say(frame, ...command);
    early.delete(frame);
    if (event === "height" && Number.isInteger(height) && height > 0 && height < 30000) {
      const { boxSizing } = getComputedStyle(frame);
      const edge = boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
      const sizes = { "min-height": 0, "max-height": "none", height: `${height + edge}px` };
      // Style sheets for all frames of a page are meant for others.
      for (const name in sizes) frame.style.setProperty(name, sizes[name], "important");
    }
    frame.dispatchEvent(new CustomEvent(`throughline:${event}`, { bubbles: true, detail: data }));
  });

  for (const [command, word] of [["set-view", "view"], ["focus"]]) {
    const pass = (event) => {
      if (!frames().includes(event.target)) return;
      event.stopImmediatePropagation();
      const frame = event.target;
      // What is no text is refused by the frame, which says so.
      const more = word && { [word]: typeof event.detail === "string" ? event.detail : null };
      if (here.has(frame)) say(frame, command, more);
      else early.set(frame, [...(early.get(frame) ?? []), [command, more]]);
    };
    addEventListener(`throughline:${command}`, pass, true);
  }
  // Frames that were here first.
  for (const frame of frames()) say(frame, "hello", { again: true });
})();
