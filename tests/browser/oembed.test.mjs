// oEmbed, as an independent consumer reads it from the addresses that people paste.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { extract } from "@extractus/oembed-extractor";
import { dist, root, tool } from "./harness/site.mjs";
import { snippet } from "../../assets/embed/snippet.js";

let server, folder, base;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "throughline-"));
  server = createServer((request, response) => {
    const path = new URL(request.url, base).pathname.replace(/\/$/, "/index.html");
    try {
      response.setHeader("Content-Type", path.endsWith(".json") ? "application/json" : "text/html; charset=utf-8");
      response.end(readFileSync(join(folder, path.startsWith("/embed/") ? "embed" : "figure", path)));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${server.address().port}/`;
  for (const [name, only] of [["figure", "figure/timeline/"], ["embed", "embed/timeline/nd/"]]) {
    const options = ["--engine", dist, "--out", join(folder, name), "--base-url", base, "--only", only];
    execFileSync(tool, ["build", ...options], { cwd: root });
  }
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test("a consumer finds the figure behind the address of its page and of its embed", async () => {
  for (const [page, path, title] of [
    ["figure/timeline/", "embed/timeline/", "Timeline"],
    ["embed/timeline/nd/", "embed/timeline/nd/", "Timeline: North Dakota"],
  ]) {
    const [, figure, state] = path.split("/");
    const found = await extract(base + page);
    assert.equal(found.type, "rich");
    assert.equal(found.version, "1.0");
    assert.equal(found.title, title);
    assert.ok(Number.isInteger(found.width) && Number.isInteger(found.height) && found.height > 500);
    const known = JSON.parse(readFileSync(join(dist, "embed/figures.json"))).figures.find(({ id }) => id === figure);
    assert.equal(found.height, known.shown[state].rooms[found.width][0], "as high as the figure is at this width");
    const picture = state ? `${path}figure.png` : `figure/${figure}/card.png`;
    assert.equal(found.thumbnail_url, base + picture);
    const png = readFileSync(join(folder, picture.split("/")[0], picture));
    assert.deepEqual([found.thumbnail_width, found.thumbnail_height], [png.readUInt32BE(16), png.readUInt32BE(20)], picture);
    const wish = { site: base, figure, states: state, level: 1, name: "Timeline: North Dakota", alt: "All dates stand in the table.", lang: "en", height: 300, picture: [1, 1] };
    const [, may] = /sandbox="([^"]+)"\s+allow="clipboard-write"/.exec(snippet(wish));
    assert.ok(found.html.includes(`sandbox="${may}" allow="clipboard-write"`), "as the builder’s snippet");
    assert.match(found.html, new RegExp(`^<iframe src="${base}${path}" title="${title}" lang="en" loading="lazy"`));
    assert.match(found.html, /height="\d+"/);
  }
});

test("who passes on the address of one state’s frame shows its picture", () => {
  const page = readFileSync(join(folder, "embed/embed/timeline/nd/index.html"), "utf8");
  const said = (name) => new RegExp(`<meta property="og:${name}" content="([^"]+)">`).exec(page)?.[1];
  assert.match(said("title"), /^Timeline: North Dakota/);
  assert.equal(said("url"), `${base}embed/timeline/nd/`);
  assert.equal(said("image"), `${base}embed/timeline/nd/figure.png`);
  const png = readFileSync(join(folder, "embed/embed/timeline/nd/figure.png"));
  assert.deepEqual([said("image:width"), said("image:height")], [png.readUInt32BE(16), png.readUInt32BE(20)].map(String));
});

test("the link stands in the first 10 kB", () => {
  for (const [name, page] of [["figure", "figure/timeline/"], ["embed", "embed/timeline/nd/"]]) {
    const start = readFileSync(join(folder, name, page, "index.html")).subarray(0, 10_000).toString();
    assert.match(start, /<link rel="alternate" type="application\/json\+oembed" href="http:[^"]+oembed\.json" title="[^"]+">/);
  }
});
