// Two windows that agree: through a channel, by messages from window to window, or both. The newer word counts.
let talk = "";
let other = window.opener;
let told = 0;
const me = Math.random().toString(36).slice(2);
const heard = new Map();
const channel = "BroadcastChannel" in window && !ofFile ? new BroadcastChannel("throughline-present") : null;
function send(message) {
  if (!talk) return;
  const whole = { throughline: "present", version: 1, talk, from: me, number: ++told, letters: root.dataset.letters !== "off", ...message };
  channel?.postMessage(whole);
  try {
    if (other && !other.closed) other.postMessage(whole, ofFile ? "*" : location.origin);
  } catch {
    // It went to another site.
  }
}
/** Settings of the reader that stand in the page, which the device need not keep. */
const SETTINGS = ["theme", "text", "contrast", "patterns", "motion"];
const settings = () => SETTINGS.map((name) => root.dataset[name] ?? "");
/** Takes those of the other window, as if somebody had chosen them here. */
function wear(words) {
  SETTINGS.forEach((name, place) => {
    if (!Array.isArray(words) || words[place] === settings()[place]) return;
    const options = [...document.querySelectorAll(`.settings input[name=${name}]`)];
    // An empty word is where a setting starts.
    const option = words[place] === "" ? options[0] : options.find(({ value }) => value === words[place]);
    if (!option) return;
    if (option === options[0]) delete root.dataset[name];
    else root.dataset[name] = option.value;
    option.checked = true;
    option.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
new MutationObserver(() => talk && tell()).observe(root, { attributeFilter: SETTINGS.map((name) => `data-${name}`) });
function tell() {
  state.time = Date.now();
  state.settings = settings();
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
  if (typeof message.deck === "string" && role === "speaker" && message.deck !== (ownDeck?.text() ?? "")) {
    if (!message.deck) ownDeck.close();
    else return void withOwn().then((own) => own.open({ text: message.deck }) && agree(message.state, message.letters), failed);
  }
  agree(message.state, message.letters);
}
function agree(news, withLetters) {
  if (!news || !isPlace(news.at) || !(news.time > state.time)) return;
  state.time = news.time;
  state.blank = news.blank === true;
  if (typeof withLetters === "boolean") {
    letters.checked = withLetters;
    root.dataset.letters = withLetters ? "" : "off";
  }
  if (Number.isFinite(news.timer?.since) && Number.isFinite(news.timer?.spent)) state.timer = news.timer;
  wear(news.settings);
  const query = typeof news.query === "string" ? news.query.slice(0, 2000) : "";
  marked = /(?:^|&)mark=states(?::|%3A)([\w-]+)/.exec(query)?.[1] ?? "";
  if (news.at !== state.at || query !== state.query) go(news.at, { query, told: true });
  state.page = Number.isInteger(news.page) ? news.page : 0;
  zoom(isPoint(news.zoom) ? news.zoom : null);
  if (state.contrast !== (news.contrast === true)) contrast(!state.contrast);
  state.code = news.code === true;
  if (state.code !== codeDialog.open) state.code ? showCode() : codeDialog.close();
  paint();
}
channel?.addEventListener("message", (event) => hear(event.data, null));
addEventListener("message", (event) => {
  // Pages on a disk have no origin; the name of the talk, which only its two windows know, stands in for it. After a reload
  // that is all by which this window knows the other.
  const known = ofFile ? ["null", "file://"].includes(event.origin) : event.origin === location.origin;
  if (known && event.source !== window) hear(event.data, event.source);
});
let lastHeard = 0;
const answers = () => Date.now() - lastHeard < 5000;
// A window that goes takes its laser with it.
addEventListener("pagehide", () => laser && send({ point: null }));
function openOther(as) {
  talk ||= me;
  write({ talk });
  const words = fragment();
  words.delete("show");
  words.delete("speaker");
  words.delete("timer");
  words.set(as, String(state.at + 1));
  words.set("talk", talk);
  const address = `${location.pathname}${location.search}#${words}`;
  other = window.open(address, `throughline-${as}-${talk}`, "popup,width=1280,height=800");
  if (!other) warn("The browser did not open a second window: allow it for this page, and try again.");
  tell();
}
setInterval(() => {
  if (!mode) return;
  if (talk && role === "speaker") {
    send({ hello: true });
    const note = document.getElementById("speaker-note");
    if (note) note.hidden = answers();
  }
  // The other window's laser, if that is gone without a word.
  if (!laser && !dot.hidden && !answers()) pointAt(null);
  tick();
}, 1000);
