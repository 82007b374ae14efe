// What partners paste: never without title, language, lazy loading, reserved height and a picture that says what it shows.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { address, csv, figureOf, file, inDistrict, problems, queryOf, snippet, zip } from "../../assets/embed/snippet.js";

const wish = {
  site: "https://report.example/",
  figure: "timeline",
  states: "nd",
  view: "",
  level: 2,
  name: "Timeline: North Dakota",
  alt: 'Half of the events fall in "2019 to 2022" & later.',
  caption: "Half of the events fall in 2019 to 2022.",
  lang: "en",
  height: 1500,
  picture: [732, 1100],
  release: "0.1.0",
  scripts: {
    host: { lasting: "embed/throughline.js", hashed: "assets/throughline-0.js", integrity: "sha384-a" },
    element: { lasting: "embed/element.js", hashed: "assets/element-0.js", integrity: "sha384-b" },
  },
};
const LEVELS = [1, 2, 3, 4];

test("every snippet has what readers need, and is valid HTML", async () => {
  const validator = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "no-inline-style": "off", "require-sri": "off", "void-style": "off", "no-trailing-whitespace": "off", "attribute-boolean-style": "off" } });
  for (const level of LEVELS) {
    for (const data of level < 3 ? ["", "frozen", "notice"] : ["", "frozen"]) {
      const text = snippet({ ...wish, level, data });
      assert.match(text, /lang="en"/);
      assert.match(text, /loading="lazy"/);
      assert.match(text, / height="\d+"/);
      assert.match(text, /<img src="https:\/\/report\.example\/embed\/(release\/0\.1\.0\/)?timeline\/nd\/figure\.svg" alt="Half of the events fall in &quot;2019 to 2022&quot; &amp; later\."/);
      assert.match(text, /<a href="https:\/\/report\.example\/figure\/timeline\/\?states=nd"/);
      if (level < 3) assert.match(text, /<iframe [^>]*title="Timeline: North Dakota"/);
      if (level === 3) assert.match(text, /<throughline-figure figure="timeline" states="nd"/);
      assert.equal(text.includes("<script"), level === 2 || level === 3);
      assert.equal(text.includes("integrity="), data === "frozen" && (level === 2 || level === 3), "what stays is checked");
      assert.equal(text.includes("embed/release/0.1.0/"), data === "frozen");
      const { results } = await validator.validateString(text);
      assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)), [], text);
    }
  }
});

test("where a system refuses SVG the picture is a PNG, at every level", () => {
  for (const level of LEVELS) {
    const text = snippet({ ...wish, level, format: "png" });
    assert.match(text, /<img src="https:\/\/report\.example\/embed\/timeline\/nd\/figure\.png" alt="Half[^"]+"/);
    assert.match(text, /width="732" height="1100"/, "its size on the page is the same");
    assert.doesNotMatch(text, /figure\.svg/);
  }
  assert.equal(file({ ...wish, data: "frozen" }, "png"), "https://report.example/embed/release/0.1.0/timeline/nd/figure.png");
});

test("an inaccessible snippet is refused, with the reason", () => {
  const bad = {
    "no title": { name: "" },
    "a title that says nothing": { name: "Chart 2" },
    "no alternative text": { alt: "" },
    "the title again as alternative text": { alt: wish.name },
    "dots as a title": { name: "........" },
    "a title of numbers": { name: "12345678" },
    "a file's name as alternative text": { alt: "the final copy of all our figures for the page.png" },
    "one letter many times": { alt: "x".repeat(30) },
    "what is true of any picture": { alt: "This is a picture of the chart here" },
    "the address of another figure's page": { of: "votes" },
    "one word many times": { alt: "image image image image image" },
    "no ground and no theme": { ground: "transparent" },
    "no ground and the device's theme": { ground: "transparent", theme: "auto" },
    "no language": { lang: "" },
    "no reserved height": { height: 0 },
    "a height that is none": { height: NaN },
    "an accent that nobody sees": { accent: "ffff66", theme: "light" },
    "an accent that is seen in one theme of two": { accent: "ffff66" },
    "an accent that is no color": { accent: "red" },
    "a heading of level 9": { heading: 9 },
  };
  for (const [name, change] of Object.entries(bad)) {
    for (const level of LEVELS) {
      assert.ok(problems({ ...wish, ...change, level }).length > 0, name);
      assert.throws(() => snippet({ ...wish, ...change, level }), name);
    }
  }
  for (const name of ["Click here", "Embedded chart", "Interactive chart", "Chart of data", "My figure 1", "untitled document", "iframe title", "Timeline"]) {
    assert.match(problems({ ...wish, name }).join(" "), /announce a frame by its title/, name);
  }
  assert.deepEqual(problems({ ...wish, accent: "ffff66", theme: "dark" }), []);
  assert.deepEqual(problems({ ...wish, ground: "transparent", theme: "dark", level: 2 }), []);
  // The figure's own name, or a place's, is enough.
  const known = { parameters: [], figures: [{ id: "timeline", label: "Timeline" }], states: [{ id: "nd", name: "North Dakota" }], districts: [] };
  for (const name of ["Timeline", "Chart: North Dakota"]) assert.deepEqual(problems({ ...wish, known, name }), [], name);
});

test("what a level cannot show is refused, in words", () => {
  const refused = {
    "another View": [{ states: "", view: "years=2015-2021" }, [3, 4]],
    "some controls": [{ controls: "states,years" }, [3, 4]],
    "a notice": [{ data: "notice" }, [3, 4]],
    "a dark ground": [{ theme: "dark" }, [4]],
    "a heading": [{ heading: 3 }, [4]],
    "no controls": [{ controls: "none" }, []],
  };
  for (const [name, [change, levels]] of Object.entries(refused)) {
    for (const level of LEVELS) {
      const found = problems({ ...wish, ...change, level });
      assert.equal(found.length > 0, levels.includes(level), `${name}, level ${level}: ${found}`);
      if (found.length) assert.throws(() => snippet({ ...wish, ...change, level }), /cannot show/);
    }
  }
});

test("a View that names what is not in the report is refused, in words", () => {
  const known = {
    parameters: ["states", "districts", "strategies", "practices", "years", "status", "layer", "sort", "diff", "mark", "focus", "theme"],
    figures: [{ id: "timeline", label: "Timeline", states: true, districts: false }],
    states: [{ id: "nd", name: "North Dakota" }, { id: "oh", name: "Ohio" }],
    districts: [{ id: "nd-oakes", name: "Oakes" }],
    strategies: ["pilots"],
    practices: [],
    words: { status: ["in-place", "law"], layer: ["study"], sort: ["authors", "name"] },
    facts: ["states", "events"],
  };
  const found = (view, states = "") => problems({ ...wish, known, states, view }).join(" ");
  for (const view of ["", "states=nd,oh", "years=2015-2021&sort=name", "strategies=pilots", "states=", "years=2015", "status=law,in-place", "diff=1", "mark=states:nd,strategies:pilots", "focus=events:nd-sb2196-2021"]) assert.equal(found(view), "", view);
  assert.match(found("states=nd,xx"), /‘xx’ among its states/);
  for (const view of ["sort=zzz", "years=9999-1", "years=2015-", "status=law,zzz", "layer=zz", "diff=7", "mark=zz", "mark=events:nd", "mark=states:xx", "focus=zz", "theme=pink"]) {
    assert.match(found(view), new RegExp(`knows no such ‘${view.split("=")[0]}’`), view);
  }
  assert.match(found("strategies=pilot"), /‘pilot’ among its strategies/);
  assert.match(found("state=nd"), /‘state’ is no part of a View/);
  assert.match(found("years=2015-2021&years=2016-2021"), /twice/);
  assert.match(found("districts=nd-oakes"), /cannot be narrowed to districts/);
  assert.match(found("states=oh", "nd"), /leave out one/);
});

test("an address is taken as it was copied", () => {
  const copied = {
    "https://report.example/figure/timeline/": "",
    "https://report.example/figure/timeline/#fig-timeline": "",
    "https://report.example/figure/timeline/?states=nd#fig-timeline": "states=nd",
    "?years=2015-2021&sort=name": "years=2015-2021&sort=name",
    " years=2015-2021 ": "years=2015-2021",
    "focus=events:nd-sb2196-2021": "focus=events:nd-sb2196-2021",
    "": "",
  };
  for (const [text, query] of Object.entries(copied)) assert.equal(queryOf(text), query, text);
});

test("frames and pictures have the whole column and their size, with a style sheet for all or without styles", () => {
  for (const level of [1, 2]) {
    const text = snippet({ ...wish, level, column: 640 });
    assert.match(text, /<figure lang="en" dir="ltr" style="margin:0">/);
    assert.match(text, / width="640" height="1500" style="width:100%;height:1500px;border:0"/);
  }
  assert.match(snippet({ ...wish, level: 4 }), /<figure lang="en" dir="ltr" style="margin:0">/);
  assert.match(snippet({ ...wish, level: 3 }), /<throughline-figure [^>]*style="display:block;min-height:1500px"/);
});

test("a frame without a ground of its own shows the page's in any color scheme", () => {
  assert.match(snippet({ ...wish, theme: "dark", ground: "transparent" }), /border:0;color-scheme:normal"/);
  assert.doesNotMatch(snippet({ ...wish, theme: "dark" }), /color-scheme/);
});

test("the figure of a copied address is known", () => {
  assert.equal(figureOf("https://example.org/report/figure/votes/?states=nd"), "votes");
  assert.equal(figureOf("?states=nd"), undefined);
});

test("a View is narrowed to one district, whatever it was narrowed to", () => {
  assert.equal(inDistrict("", "nd-oakes"), "districts=nd-oakes");
  assert.equal(inDistrict("districts=nv-elko,sc-york&sort=name", "nd-oakes"), "districts=nd-oakes&sort=name");
});

test("nothing that is written into a field becomes markup", () => {
  const text = snippet({ ...wish, name: '"><script>alert(1)</script>', alt: "<img onerror=alert(1)> and more than that", caption: "<b>" });
  assert.doesNotMatch(text, /<script>|<img onerror|<b>/);
});

test("addresses carry the View and the look, and no more", () => {
  assert.equal(address(wish), "https://report.example/embed/timeline/nd/");
  assert.equal(address({ ...wish, states: "", view: "years=2015-2021&sort=name" }), "https://report.example/embed/timeline/?years=2015-2021&sort=name&load=seen");
  assert.equal(
    address({ ...wish, theme: "dark", accent: "#ff8800", title: "off", controls: "states,years" }),
    "https://report.example/embed/timeline/nd/?theme=dark&controls=states,years&accent=ff8800&title=off",
  );
  assert.equal(address({ ...wish, data: "notice" }), "https://report.example/embed/timeline/nd/?data=notice&made=0.1.0");
});

test("lists of snippets are sound files", async (t) => {
  assert.equal(csv([["a", 'b "c"'], ["=1+1", "d,\ne"]]), '"a","b ""c"""\r\n"\'=1+1","d,\ne"\r\n');
  const folder = mkdtempSync(join(tmpdir(), "throughline-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = [["kit/nd.html", "<p>ü</p>\n"], ["kit/sc.html", "x".repeat(5000)]];
  writeFileSync(join(folder, "kit.zip"), Buffer.from(await zip(files).arrayBuffer()));
  execFileSync("python3", ["-m", "zipfile", "-t", "kit.zip"], { cwd: folder });
  execFileSync("python3", ["-m", "zipfile", "-e", "kit.zip", "."], { cwd: folder });
  for (const [name, text] of files) assert.equal(readFileSync(join(folder, name), "utf8"), text);
});
