// The show: turns the slides of a page that is already complete into something for a room, with keys, touch and a second
// window for the speaker. It works without the engine, over the static pictures, and from a disk; where the engine runs, the
// figure of the slide that is shown comes to life. The place, the colors and the shape stand in the fragment of the address,
// and what the figure shows in its query, so a reload loses nothing.
(() => {
  const root = document.documentElement;
  const deck = document.getElementById("deck");
  const bar = document.getElementById("deck-bar");
  const said = document.getElementById("show-status");
  const keysDialog = document.getElementById("show-keys");
  const states = deck.dataset.states.split(";").map((state) => state.split("="));
  const ofFile = location.protocol === "file:";
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  let slides = [];
  /** What both windows agree on. `time` says whose word is the newer. */
  let state = { at: 0, query: null, blank: false, timer: { since: 0, spent: 0 }, time: 0 };
  /** "" to read, "show", "overview", "speaker". */
  let mode = "";
  let marked = "";
  let zoomed = false;
  let laser = false;
  let number = "";

  const current = () => slides[state.at];
  const titleOf = (slide) => slide?.querySelector(".slide-headline")?.textContent ?? "";
  const frameOf = (slide) => slide?.querySelector(".slide-live");

  // ── The address ──
  const fragment = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  function write(changes, query = location.search.slice(1)) {
    const words = fragment();
    for (const [name, value] of Object.entries(changes)) value ? words.set(name, value) : words.delete(name);
    const left = mode === "" && location.hash.includes("=");
    const hash = words.size ? `#${words}` : left ? `#${current()?.id ?? ""}` : location.hash;
    try {
      history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${hash.replaceAll("%3A", ":")}`);
    } catch {
      // Refused where steps come too fast or the page has no address of its own; it then lives in the page alone.
    }
  }
  /** Has the engine show a View: it follows the address, as when somebody goes back. */
  function show(query) {
    if (query === location.search.slice(1)) return;
    write({}, query);
    dispatchEvent(new PopStateEvent("popstate"));
  }
  const viewOf = (slide) => [slide.dataset.view, marked && `mark=states:${marked}`].filter(Boolean).join("&");

  // ── Slides ──
  function gather() {
    slides = [...deck.querySelectorAll(".slide")];
    for (const slide of slides) slide.tabIndex = -1;
  }
  function paint() {
    root.dataset.show = mode;
    if (!mode) delete root.dataset.show;
    slides.forEach((slide, place) => {
      slide.classList.toggle("current", place === state.at);
      slide.classList.toggle("next", place === state.at + 1);
    });
    root.toggleAttribute("data-blank", state.blank && mode !== "");
    if (controls) controls.hidden = mode === "";
    measure();
    tick();
  }
  /** Says to everybody what cannot be done. */
  function warn(text) {
    document.getElementById("engine-note").textContent = text;
    setTimeout(() => (document.getElementById("engine-note").textContent = ""), 8000);
  }
  function announce(text) {
    said.textContent = "";
    said.textContent = text;
  }
  /** Goes to a slide. `query` is a View other than its own; `told` says that the other window sent us here. */
  function go(place, { query, told = false, quiet = false } = {}) {
    const to = Math.max(0, Math.min(slides.length - 1, place));
    const before = current();
    const moved = to !== state.at;
    if (moved) {
      rest(before);
      zoom(false);
    }
    state.at = to;
    const slide = current();
    state.query = query ?? (slide?.dataset.slideFigure ? viewOf(slide) : "");
    if (!told) state.blank = false;
    write({ [mode === "speaker" ? "speaker" : "show"]: mode ? String(to + 1) : "" }, state.query);
    dispatchEvent(new PopStateEvent("popstate"));
    paint();
    if (mode === "overview") slide.scrollIntoView({ block: "nearest" });
    if (moved && before?.contains(document.activeElement)) slide.focus({ preventScroll: true });
    if (mode && !quiet) announce(`Slide ${to + 1} of ${slides.length}: ${titleOf(slide)}`);
    if (mode === "show" || mode === "speaker") enliven(slide);
    if (!told) tell();
  }

  // ── The figure of the slide, alive ──
  const frames = new Map();
  // Where frames wait: in the document, so that what the engine still writes reaches all their parts.
  const shelf = make("div", { hidden: true });
  deck.after(shelf);
  const until = (name, value) =>
    new Promise((done) => {
      const check = () => root.dataset[name] === value && (watcher.disconnect(), done());
      const watcher = new MutationObserver(check);
      watcher.observe(root, { attributes: true });
      check();
    });
  async function enliven(slide) {
    const kind = slide?.dataset.slideFigure;
    const template = kind && document.getElementById(`live-${kind}`);
    if (!template) return;
    await until("engine", "ready");
    if (slide !== current() || !["show", "speaker"].includes(mode)) return;
    const known = frames.get(kind);
    const frame = known ?? template.content.firstElementChild.cloneNode(true);
    if (frame.parentNode?.closest(".slide") === slide) return;
    frame.classList.add("waiting");
    slide.querySelector(".slide-stage").append(frame);
    if (!known) {
      frames.set(kind, frame);
      watch(frame);
      if (root.dataset.drawing === "ready") frame.dispatchEvent(new CustomEvent("throughline-bind", { bubbles: true }));
      else frame.querySelector(".plot").dispatchEvent(new PointerEvent("pointerenter"));
    } else {
      // It is drawn anew only where its View has changed; the static picture stands there meanwhile.
      setTimeout(() => wake(frame), 200);
    }
  }
  function wake(frame) {
    if (!frame.querySelector(".plot svg")) return;
    frame.classList.remove("waiting");
    const slide = frame.closest(".slide");
    const title = frame.querySelector("figcaption p").textContent;
    if (slide && "finding" in slide.dataset && title) {
      slide.dataset.found ??= titleOf(slide);
      slide.querySelector(".slide-headline").textContent = title;
    }
    measure();
  }
  let later = 0;
  function watch(frame) {
    const seen = new MutationObserver(() => {
      clearTimeout(later);
      wake(frame);
      // What was chosen in the figure is soon in the address.
      later = setTimeout(followView, 150);
    });
    seen.observe(frame, { subtree: true, childList: true, attributes: true, attributeFilter: ["viewBox", "aria-pressed"] });
  }
  function followView() {
    const query = location.search.slice(1);
    if (!mode || !frameOf(current()) || query === state.query) return;
    state.query = query;
    tell();
  }
  /** Gives a slide back its static picture. */
  function rest(slide) {
    const frame = frameOf(slide);
    if (frame) shelf.append(frame);
    if (slide?.dataset.found) {
      slide.querySelector(".slide-headline").textContent = slide.dataset.found;
      delete slide.dataset.found;
    }
    slide?.querySelector(".slide-stage")?.scrollTo(0, 0);
  }
  const scroller = (slide) => slide?.querySelector(".slide-live:not(.waiting) .plot") ?? slide?.querySelector(".slide-picture");
  const goesOn = (area) => !!area && area.scrollHeight - area.clientHeight > 4;
  function measure() {
    current()?.classList.toggle("goes-on", goesOn(scroller(current())));
    // What scrolls is reached by keys, on every slide.
    const pictures = [...deck.querySelectorAll(".slide-picture")].map((picture) => [picture, goesOn(picture)]);
    for (const [picture, scrolls] of pictures) scrolls ? (picture.tabIndex = 0) : picture.removeAttribute("tabindex");
  }
  addEventListener("resize", measure);

  // ── The show begins and ends ──
  let lock = null;
  async function stayAwake() {
    try {
      if (mode === "show" && document.visibilityState === "visible") lock ??= await navigator.wakeLock?.request("screen");
      lock?.addEventListener("release", () => (lock = null), { once: true });
    } catch {
      // Not every device grants it.
    }
  }
  document.addEventListener("visibilitychange", stayAwake);
  function enter(next, { at = state.at, query, quiet } = {}) {
    const before = mode;
    mode = next;
    if (next === "overview") slides.forEach(rest);
    if (!next) {
      write({ show: "", speaker: "", talk: "" }, "");
      dispatchEvent(new PopStateEvent("popstate"));
      rest(current());
      zoom(false);
      lock?.release();
      if (document.fullscreenElement) document.exitFullscreen();
      paint();
      current()?.scrollIntoView({ block: "start" });
      current()?.focus({ preventScroll: true });
      return;
    }
    if (!before) document.activeElement?.blur();
    go(at, { query, quiet });
    stayAwake();
  }

  // ── Two windows ──
  let talk = "";
  let other = window.opener;
  let told = 0;
  const me = Math.random().toString(36).slice(2);
  const heard = new Map();
  const channel = "BroadcastChannel" in window && !ofFile ? new BroadcastChannel("throughline-present") : null;
  function send(message) {
    if (!talk) return;
    const whole = { throughline: "present", version: 1, talk, from: me, number: ++told, ...message };
    channel?.postMessage(whole);
    try {
      if (other && !other.closed) other.postMessage(whole, ofFile ? "*" : location.origin);
    } catch {
      // It went to another site.
    }
  }
  function tell() {
    state.time = Date.now();
    send({ state, deck: ownDeck?.text() ?? "" });
  }
  const isPlace = (value) => Number.isInteger(value) && value >= 0 && value < slides.length;
  function hear(message, source) {
    if (message?.throughline !== "present" || message.version !== 1 || message.from === me) return;
    if (!talk || message.talk !== talk || message.number <= (heard.get(message.from) ?? 0)) return;
    heard.set(message.from, message.number);
    if (source) other = source;
    lastHeard = Date.now();
    if (message.hello) send({ state, deck: ownDeck?.text() ?? "" });
    if (message.point !== undefined) pointAt(message.point);
    if (typeof message.deck === "string" && mode === "speaker" && message.deck !== (ownDeck?.text() ?? "")) {
      if (!message.deck) ownDeck.close();
      else return void withOwn().then((own) => own.open({ text: message.deck }) && agree(message.state), failed);
    }
    agree(message.state);
  }
  function agree(news) {
    if (!news || !isPlace(news.at) || !(news.time > state.time)) return;
    state.time = news.time;
    state.blank = news.blank === true;
    if (Number.isFinite(news.timer?.since) && Number.isFinite(news.timer?.spent)) state.timer = news.timer;
    const query = typeof news.query === "string" ? news.query.slice(0, 2000) : "";
    marked = /(?:^|&)mark=states(?::|%3A)([\w-]+)/.exec(query)?.[1] ?? "";
    if (news.at !== state.at || query !== state.query) go(news.at, { query, told: true });
    else paint();
  }
  channel?.addEventListener("message", (event) => hear(event.data, null));
  addEventListener("message", (event) => {
    // Pages on a disk have no origin; the name of the talk, which only its two windows know, stands in for it. After a reload
    // that is all by which this window knows the other.
    const known = ofFile ? ["null", "file://"].includes(event.origin) : event.origin === location.origin;
    if (known && event.source !== window) hear(event.data, event.source);
  });
  let lastHeard = 0;
  function openOther(as) {
    talk ||= me;
    write({ talk });
    const words = fragment();
    words.delete("show");
    words.delete("speaker");
    words.set(as, String(state.at + 1));
    words.set("talk", talk);
    const address = `${location.pathname}${location.search}#${words}`;
    other = window.open(address, `throughline-${as}-${talk}`, "popup,width=1280,height=800");
    if (!other) warn("The browser did not open a second window: allow it for this page, and try again.");
    tell();
  }
  setInterval(() => {
    if (!mode) return;
    if (talk && mode === "speaker") {
      send({ hello: true });
      const alone = Date.now() - lastHeard > 5000;
      const note = document.getElementById("speaker-note");
      if (note) note.hidden = !alone;
    }
    tick();
  }, 1000);

  // ── Speaker view ──
  let clock = null;
  function speakerBar() {
    clock = {
      time: make("span", { className: "speaker-time" }),
      timer: make("span", { className: "speaker-timer" }),
      place: make("span", { className: "speaker-place" }),
    };
    const button = (label, act) => make("button", { type: "button", className: "toggle", textContent: label, onclick: act });
    const note = make("p", { id: "speaker-note", hidden: true }, "The audience’s window does not answer. ", button("Open it again", () => openOther("show")));
    deck.append(
      make(
        "div",
        { id: "speaker-bar" },
        make("p", {}, clock.place, clock.timer, clock.time),
        make(
          "p",
          { className: "controls" },
          button("‹ Back", () => go(state.at - 1)),
          button("Next ›", () => go(state.at + 1)),
          button("Blank", blank),
          button("Timer", timer),
          button("Timer to zero", () => timer(true)),
          button("Laser", () => setLaser(!laser)),
          button("Mark a state", () => mark(1)),
          button("Keys", keys),
        ),
        note,
      ),
    );
  }
  const minutes = (span) => `${Math.floor(span / 60000)}:${String(Math.floor(span / 1000) % 60).padStart(2, "0")}`;
  function tick() {
    const { since, spent } = state.timer;
    const span = minutes(spent + (since ? Date.now() - since : 0));
    if (controls) controlTimer.textContent = span;
    if (!clock) return;
    clock.timer.textContent = span;
    clock.time.textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    clock.place.textContent = `${state.at + 1} / ${slides.length}`;
  }
  function timer(reset = false) {
    const { since, spent } = state.timer;
    if (reset === true) state.timer = { since: 0, spent: 0 };
    else state.timer = since ? { since: 0, spent: spent + Date.now() - since } : { since: Date.now(), spent };
    tick();
    tell();
  }

  // ── What a speaker does with a slide ──
  function blank() {
    state.blank = !state.blank;
    paint();
    announce(state.blank ? "The screen is blank." : `Slide ${state.at + 1}: ${titleOf(current())}`);
    tell();
  }
  function mark(step) {
    const ids = ["", ...states.map(([id]) => id)];
    marked = ids[(ids.indexOf(marked) + step + ids.length) % ids.length];
    const name = states.find(([id]) => id === marked)?.[1];
    announce(name ? `Marked: ${name}` : "Nothing is marked.");
    if (!current().dataset.slideFigure) return;
    const kept = location.search.slice(1).split("&").filter((part) => part && !part.startsWith("mark="));
    show([...kept, marked && `mark=states:${marked}`].filter(Boolean).join("&"));
    state.query = location.search.slice(1);
    tell();
  }
  function choose() {
    root.toggleAttribute("data-choose");
    if (root.hasAttribute("data-choose")) frameOf(current())?.querySelector(".controls button")?.focus();
    measure();
  }
  let pointer = null;
  addEventListener("pointermove", (event) => {
    pointer = event;
    if (laser) {
      const box = current()?.querySelector(".slide-frame").getBoundingClientRect();
      const point = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
      pointAt(point);
      send({ point });
    }
    if (controls && mode === "show") {
      if (!("pointing" in root.dataset)) root.dataset.pointing = "";
      clearTimeout(idle);
      idle = setTimeout(() => delete root.dataset.pointing, 2500);
    }
  });
  let idle = 0;
  function zoom(on) {
    const area = current()?.querySelector(".slide-stage");
    if (!area) return;
    zoomed = on;
    area.classList.toggle("zoomed", on);
    if (!on) return;
    const box = area.getBoundingClientRect();
    const spot = area.querySelector(".plot .is-active")?.getBoundingClientRect();
    const x = spot ? spot.x + spot.width / 2 : (pointer?.clientX ?? box.x + box.width / 2);
    const y = spot ? spot.y + spot.height / 2 : (pointer?.clientY ?? box.y + box.height / 2);
    const within = (value, low, size) => `${(Math.max(0, Math.min(1, (value - low) / size)) * 100).toFixed(1)}%`;
    area.style.setProperty("--zoom-x", within(x, box.x, box.width));
    area.style.setProperty("--zoom-y", within(y, box.y, box.height));
  }
  const dot = make("div", { id: "laser", hidden: true, ariaHidden: "true" });
  deck.append(dot);
  function pointAt(point) {
    const box = current()?.querySelector(".slide-frame").getBoundingClientRect();
    const fine = Array.isArray(point) && point.length === 2 && point.every((part) => part >= 0 && part <= 1);
    dot.hidden = !fine || !box;
    if (dot.hidden) return;
    dot.style.left = `${box.left + point[0] * box.width}px`;
    dot.style.top = `${box.top + point[1] * box.height}px`;
  }
  function setLaser(on) {
    laser = on;
    root.toggleAttribute("data-laser", on);
    if (!on) {
      pointAt(null);
      send({ point: null });
    }
    announce(on ? "The laser pointer follows the pointer." : "The laser pointer is off.");
  }
  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => warn("The browser did not allow full screen."));
  }
  function contrast(on = !("contrast" in root.dataset)) {
    if (on) root.dataset.contrast = "high";
    else delete root.dataset.contrast;
    write({ contrast: on ? "high" : "" });
    bar.querySelector("[data-act=contrast]").setAttribute("aria-pressed", String(on));
  }
  const aspects = document.getElementById("deck-aspect");
  function shape(value) {
    const known = [...aspects.options].some((option) => option.value === value);
    aspects.value = known ? value : "16:9";
    root.dataset.aspect = aspects.value;
    write({ aspect: aspects.value === "16:9" ? "" : aspects.value });
    measure();
  }
  aspects.addEventListener("change", () => shape(aspects.value));

  // ── A presenter's own deck, and codes: programs that come when they are wanted ──
  let ownDeck = null;
  const program = () => import("./own-deck.js");
  async function withOwn() {
    if (ownDeck) return ownDeck;
    const { own } = await program();
    ownDeck ??= own({ deck, bar, gather: regather, write, announce, shape, draws, tell });
    return ownDeck;
  }
  function regather() {
    gather();
    state.at = Math.min(state.at, Math.max(0, slides.length - 1));
    paint();
  }
  async function draws() {
    await until("engine", "ready");
    if (root.dataset.drawing === "ready") return;
    // The engine learns that figures are wanted as when a reader turns to one.
    const turned = make("div", { className: "figure", hidden: true });
    document.body.append(turned);
    turned.dispatchEvent(new PointerEvent("pointerenter"));
    await until("drawing", "ready");
    turned.remove();
  }
  const failed = () => warn("This part of the page did not load: check the connection and try again.");
  const tellHere = (text) => (document.getElementById("deck-note").textContent = text);
  const ratio = () => aspects.value.split(":").reduce((width, height) => width / height);
  const elsewhere = (act) =>
    import("./slide-files.js").then(act).catch((error) => {
      tellHere("The file could not be made: check the connection and try again.");
      console.info("Slides for elsewhere:", error);
    });
  function handout() {
    root.dataset.handout = "";
    print();
    delete root.dataset.handout;
  }
  const codeDialog = make("dialog", { id: "show-code", className: "show-dialog" });
  codeDialog.setAttribute("aria-label", "Link to this slide’s view");
  deck.after(codeDialog);
  async function showCode() {
    const slide = current();
    const kind = slide.dataset.slideFigure;
    const query = kind && (mode ? location.search.slice(1) : slide.dataset.view);
    const way = kind ? `figure/${kind}/${query ? `?${query}` : ""}` : `present/#${slide.id}`;
    const address = new URL(deck.dataset.root + way, location.href.split(/[?#]/)[0]).href;
    const link = make("a", { href: address, textContent: address.replace(/^https?:\/\//, "") });
    const close = make("button", { type: "button", className: "toggle", textContent: "Close" });
    close.dataset.act = "close";
    const picture = make("div", { className: "show-qr" });
    codeDialog.replaceChildren(picture, make("p", { className: "show-link" }, link), make("p", {}, close));
    if (ofFile) codeDialog.prepend(make("p", { textContent: "This page was opened from a disk: its link leads nowhere on other devices." }));
    codeDialog.showModal();
    try {
      const { code } = await program();
      if (!ofFile) picture.innerHTML = code(address);
    } catch (error) {
      picture.textContent = typeof error === "string" ? error : "The code did not load; the link is below.";
    }
  }

  // ── Keys ──
  const LETTERS = "throughline-letters";
  const letters = document.getElementById("show-letters");
  try {
    letters.checked = localStorage.getItem(LETTERS) !== "off";
  } catch {
    // Storage is forbidden: letters are keys until they are turned off here.
  }
  letters.addEventListener("change", () => {
    try {
      if (letters.checked) localStorage.removeItem(LETTERS);
      else localStorage.setItem(LETTERS, "off");
    } catch {
      // As above.
    }
  });
  function keys() {
    if (!keysDialog.open) keysDialog.showModal();
  }
  const overview = () => enter(mode === "overview" ? "show" : "overview");
  const acts = {
    show: () => enter("show"),
    speaker: () => {
      if (!mode) enter("show", { quiet: true });
      openOther("speaker");
    },
    overview,
    contrast: () => contrast(),
    keys,
    close: () => document.querySelector("dialog[open]")?.close(),
    back: () => go(state.at - 1),
    on: () => go(state.at + 1),
    blank,
    mark: () => mark(1),
    choose,
    zoom: () => zoom(!zoomed),
    laser: () => setLaser(!laser),
    full: fullScreen,
    timer: () => timer(),
    leave: () => enter(""),
    code: showCode,
    print: () => print(),
    handout,
    pictures: () => elsewhere((files) => files.pictures(slides, tellHere)),
    pptx: () => elsewhere((files) => files.powerPoint(slides, document.title.split(" · ")[0], ratio(), tellHere)),
    own: () => withOwn().then((own) => own.edit(), failed),
  };
  const move = (step) => (event) => {
    const area = scroller(current());
    if (mode === "overview" || !area || !current().classList.contains("goes-on")) return go(state.at + step);
    area.scrollBy({ top: step * area.clientHeight * 0.6, behavior: "instant" });
  };
  const byName = {
    ArrowRight: acts.on,
    ArrowLeft: acts.back,
    ArrowDown: move(1),
    ArrowUp: move(-1),
    PageDown: acts.on,
    PageUp: acts.back,
    " ": acts.on,
    Backspace: acts.back,
    Home: () => go(0),
    End: () => go(slides.length - 1),
    Enter: () => {
      if (number) go(Number(number) - 1);
      else if (mode === "overview") enter("show");
      typed("");
    },
    Escape: escape,
  };
  const byLetter = {
    n: acts.on,
    p: acts.back,
    o: overview,
    b: blank,
    ".": blank,
    s: acts.speaker,
    f: fullScreen,
    m: () => mark(1),
    M: () => mark(-1),
    c: choose,
    z: acts.zoom,
    l: acts.laser,
    q: showCode,
    t: () => timer(),
    T: () => timer(true),
    h: acts.contrast,
    "?": keys,
  };
  function escape() {
    if (number) typed("");
    else if (state.blank) blank();
    else if (zoomed) zoom(false);
    else if (laser) setLaser(false);
    else if (root.hasAttribute("data-choose")) choose();
    else if (mode === "overview") enter("show");
    else if (mode === "show") enter("");
  }
  const echo = make("div", { id: "show-number", ariaHidden: "true" });
  deck.append(echo);
  let forget = 0;
  function typed(text) {
    number = text.slice(-3);
    echo.textContent = number;
    clearTimeout(forget);
    if (number) forget = setTimeout(() => typed(""), 4000);
  }
  // A clicker's keys change the slide also while a figure has the focus, which has other uses for them.
  addEventListener(
    "keydown",
    (event) => {
      if (!["show", "speaker"].includes(mode) || !["PageDown", "PageUp"].includes(event.key) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      byName[event.key]();
    },
    { capture: true },
  );
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!mode || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]") || target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea")) return;
    // A button keeps the keys that press it.
    if ([" ", "Enter"].includes(key) && !number && target.closest?.("button, a, summary, label")) return;
    let act = byName[key];
    if (!act && letters.checked) {
      if (/^\d$/.test(key)) act = () => typed(number + key);
      else act = byLetter[key] ?? byLetter[key.toLowerCase()];
    }
    if (!act) return;
    event.preventDefault();
    act(event);
  });

  // ── Touch and pointer ──
  let finger = null;
  addEventListener("touchstart", (event) => (finger = event.touches.length === 1 ? event.touches[0] : null), { passive: true });
  addEventListener("touchend", (event) => {
    const end = event.changedTouches[0];
    if (!finger || !end || !["show", "speaker"].includes(mode) || zoomed) return;
    const [x, y] = [end.clientX - finger.clientX, end.clientY - finger.clientY];
    if (Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(y)) go(state.at + (x < 0 ? 1 : -1));
  });
  addEventListener("click", (event) => {
    const act = event.target.closest?.("[data-act]")?.dataset.act;
    if (act) return acts[act]?.(event);
    const slide = event.target.closest?.(".slide");
    if (mode === "overview" && slide) {
      event.preventDefault();
      enter("show", { at: slides.indexOf(slide) });
    } else if (mode && state.blank) blank();
  });

  // ── Buttons of a running show: they appear when the pointer moves or a key reaches them ──
  const controlTimer = make("span", { className: "show-timer" });
  const controls = make("div", { id: "show-bar", hidden: true });
  controls.setAttribute("role", "toolbar");
  controls.setAttribute("aria-label", "Show");
  for (const [act, label] of [
    ["back", "‹ Back"],
    ["on", "Next ›"],
    ["overview", "Overview"],
    ["speaker", "Speaker view"],
    ["full", "Full screen"],
    ["choose", "Choose"],
    ["mark", "Mark a state"],
    ["zoom", "Zoom"],
    ["laser", "Laser"],
    ["blank", "Blank"],
    ["code", "QR code"],
    ["timer", "Timer"],
    ["contrast", "Contrast"],
    ["keys", "Keys"],
    ["leave", "Leave"],
  ]) {
    const button = make("button", { type: "button", textContent: label });
    button.dataset.act = act;
    controls.append(button);
  }
  controls.append(controlTimer);
  deck.after(controls);

  // ── Where the address says to begin ──
  gather();
  function begin() {
    const words = fragment();
    talk = words.get("talk") ?? "";
    shape(words.get("aspect") ?? "16:9");
    if (words.get("contrast") === "high") contrast(true);
    const theirs = { deck: words.get("deck"), own: words.get("own"), add: words.get("add") };
    if (Object.values(theirs).some(Boolean)) {
      const open = (own) => (theirs.add ? own.add(...theirs.add.split("?")) : own.open(theirs));
      paint();
      if (theirs.add) write({ add: "" });
      return withOwn().then(open, failed).then(start);
    }
    start();
  }
  function start() {
    const words = fragment();
    const as = ["show", "speaker"].find((name) => words.has(name));
    if (!as) return paint();
    const at = Math.max(1, Math.min(slides.length, Number.parseInt(words.get(as), 10) || 1)) - 1;
    if (as === "speaker") speakerBar();
    mode = as;
    const asked = location.search.slice(1);
    marked = /(?:^|&)mark=states(?::|%3A)([\w-]+)/.exec(asked)?.[1] ?? "";
    state.at = at;
    go(at, { query: asked || undefined, told: true });
    stayAwake();
    send({ hello: true });
  }
  addEventListener("hashchange", () => {
    const words = fragment();
    const as = words.has("speaker") ? "speaker" : words.has("show") ? "show" : "";
    if (as !== mode || (as && Number(words.get(as)) !== state.at + 1)) {
      if (as) begin();
      else if (mode) enter("");
    }
  });
  begin();
})();
