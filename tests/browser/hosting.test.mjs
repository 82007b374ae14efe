// Debian's nginx and Caddy with the configurations that the build writes: same headers, same report.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { engineIs, withChromium } from "./harness/chromium.mjs";
import { fits, openHost, serveHosts } from "./harness/hosts.mjs";
import { dist, serveSite, stop } from "./harness/site.mjs";

const MODULES = "/usr/share/nginx/modules-available";

/** A free port. */
async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

/** The site under a server that `start` starts, on a free port and in a folder of its own. */
async function serve(start) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "throughline-"));
  chmodSync(folder, 0o755);
  cpSync(dist, join(folder, "site"), { recursive: true });
  const server = start(folder, port);
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; ; tries += 1) {
    try {
      await fetch(url);
      break;
    } catch (error) {
      if (tries === 50 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return {
    url,
    close: async () => {
      await stop(server);
      rmSync(folder, { recursive: true });
    },
  };
}

/** A configuration of the build with the address and the folder that its first line tells to change. */
function configured(name, changes) {
  let text = readFileSync(join(dist, "hosting", name), "utf8");
  for (const [before, after] of changes) {
    assert.equal(text.split(before).length, 2, before);
    text = text.replace(before, after);
  }
  return text;
}

function startNginx(folder, port) {
  const server = configured("nginx.conf", [["listen 8080;", `listen 127.0.0.1:${port};`], ["root /var/www/throughline;", `root ${folder}/site;`]]);
  const modules = readFileSync(join(MODULES, "mod-http-brotli-static.conf"), "utf8").replace("modules/", "/usr/lib/nginx/modules/");
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  writeFileSync(
    join(folder, "nginx.conf"),
    `${modules}\ndaemon off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nworker_processes 1;\n` +
      `events {}\nhttp {\naccess_log off;\n${paths}\n${server}}\n`,
  );
  return spawn("/usr/sbin/nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: ["ignore", "ignore", "inherit"] });
}

function startCaddy(folder, port) {
  const site = configured("Caddyfile", [["\n:8080 {", `\nhttp://127.0.0.1:${port} {`], ["root * /var/www/throughline", `root * ${folder}/site`]]);
  // Nothing of this machine is read or kept, and no port but the one is opened.
  writeFileSync(join(folder, "Caddyfile"), `{\n\tadmin off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${site}`);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const options = ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"];
  return spawn("caddy", options, { env, stdio: ["ignore", "ignore", "inherit"] });
}

let own;
before(async () => {
  own = await serveSite();
});
after(() => own?.close());

const PATHS = ["", "index.html", "no-such-page", "deep/no/such/page", "manifest.webmanifest", "robots.txt", "_headers", "throughline.html", "data/", "assets/none-0.js"].concat(
  readdirSync(join(dist, "assets"))
    .filter((name) => !/\.(br|gz)$/.test(name))
    .map((name) => `assets/${name}`),
);
const [RELEASE] = readdirSync(join(dist, "embed/release"));
const EMBEDS = ["embed/timeline/nd/", `embed/release/${RELEASE}/timeline/nd/`];
const FOR_HOSTS = ["svg", "png"].flatMap((kind) => EMBEDS.map((folder) => `${folder}figure.${kind}`)).concat(
  "embed/throughline.js",
  "embed/element.js",
  "embed/messages.schema.json",
  "embed/figures.json",
);
PATHS.unshift("embed/", ...EMBEDS, ...FOR_HOSTS, "embed/no-such-figure/", "figure/timeline/");
const NAMES = [
  "content-type",
  "content-encoding",
  "content-security-policy",
  "cache-control",
  "access-control-allow-origin",
  "cross-origin-resource-policy",
  "x-content-type-options",
  "referrer-policy",
  "permissions-policy",
  "vary",
];

for (const [name, start] of [["nginx", startNginx], ["Caddy", startCaddy]]) {
  describe(name, () => {
    const shared = withChromium({ serve: () => serve(start) });

    for (const coding of ["br", "gzip", "identity"]) {
      test(`${name} answers as the project's own server does, with ${coding}`, async () => {
        for (const path of PATHS) {
          const [one, other] = await Promise.all(
            [shared.site.url, own.url].map((url) => fetch(new URL(path, url), { headers: { "accept-encoding": coding } })),
          );
          assert.equal(one.status, other.status, path);
          // Each server names its own origin in the policy of embeds, and no other.
          const placeless = (value, { url }) => value?.replaceAll(new URL(url).origin, "{origin}") ?? null;
          const told = (answer) => Object.fromEntries(NAMES.map((name) => [name, placeless(answer.headers.get(name), answer)]));
          const [ours, theirs] = [told(other), told(one)];
          // The page for a wrong address may come compressed or not.
          if (one.status === 404) delete ours["content-encoding"], delete theirs["content-encoding"];
          assert.deepEqual(theirs, ours, path);
          assert.deepEqual(Buffer.from(await one.arrayBuffer()), Buffer.from(await other.arrayBuffer()), path);
        }
      });
    }

    test(`under ${name} other sites may frame embeds and nothing else, and read what is made for them`, async () => {
      const headers = async (path) => (await fetch(new URL(path, shared.site.url))).headers;
      for (const path of EMBEDS) assert.match((await headers(path)).get("content-security-policy"), /frame-ancestors \*$/, path);
      for (const path of ["", "figure/timeline/", "state/nd/", "data/"]) {
        const told = await headers(path);
        assert.match(told.get("content-security-policy"), /frame-ancestors 'self'$/, path);
        assert.equal(told.get("cross-origin-resource-policy"), null, path);
      }
      const assets = PATHS.filter((path) => path.startsWith("assets/") && path !== "assets/none-0.js");
      for (const path of [...EMBEDS, ...FOR_HOSTS, ...assets]) {
        const told = await headers(path);
        assert.equal(told.get("access-control-allow-origin"), "*", path);
        assert.equal(told.get("cross-origin-resource-policy"), "cross-origin", path);
        assert.equal(told.get("x-frame-options"), null, path);
      }
    });

    test(`frame, script, element and picture work in a page of another site, all under ${name}`, async (t) => {
      const host = await serveHosts(shared.site.url);
      t.after(() => host.close());
      const open = (name, options) => openHost(t, shared.browser, shared.site.url, host.url, name, options);
      const script = await open("script.html");
      const frame = await fits(script);
      await frame.locator(".plot").hover();
      await frame.waitForSelector('html[data-drawing="ready"]', { state: "attached", timeout: 20_000 });
      const strict = await open("strict.html");
      await strict.waitForFunction(() => document.querySelector("throughline-figure").shadowRoot?.querySelector("figure"));
      const picture = await open("picture.html", { javaScriptEnabled: false });
      assert.ok(await picture.locator("img").evaluate((image) => image.complete && image.naturalWidth > 300));
      // A page that is not made for it stays out of frames.
      const refused = await open("frame.html", { tolerate: /frame-ancestors|Framing/ });
      await refused.evaluate((url) => {
        const frame = Object.assign(document.createElement("iframe"), { id: "report", src: url });
        document.body.append(frame);
        return new Promise((done) => frame.addEventListener("load", done, { once: true }));
      }, `${shared.site.url}figure/timeline/`);
      const inside = refused.frames().find((one) => one.parentFrame() && !one.url().includes("/embed/"));
      assert.equal(await inside.locator("figure").count(), 0);
    });

    test(`the report comes alive under ${name}, within the policy`, async (t) => {
      const page = await shared.open(t);
      await page.locator("main a.evidence[data-evidence]").first().click();
      await page.locator("#evidence-drawer").waitFor({ state: "visible" });
    });

    test(`from ${name} the engine's file is received in brotli and compiled while it streams`, async (t) => {
      const page = await shared.open(t, { path: null });
      const answer = page.waitForResponse(/\.wasm$/);
      await page.goto(shared.site.url);
      const { "content-encoding": coding, "content-type": type } = (await answer).headers();
      assert.deepEqual([coding, type], ["br", "application/wasm"]);
      await engineIs(page, "ready");
    });

    test(`under ${name} no way around leads from the folder of embeds to a page that may be framed`, async () => {
      // As they are, without what `fetch` makes of them.
      const asked = (path) =>
        new Promise((done, failed) => {
          request(shared.site.url, { path }, (answer) => {
            answer.resume();
            done(answer);
          })
            .on("error", failed)
            .end();
        });
      for (const path of ["/embed/../state/nd/", "/embed/%2e%2e/state/nd/", "/embed/..%2fstate/nd/", "/embed//../state/nd/", "/EMBED/../state/nd/", "/embed/..%5cstate/nd/"]) {
        const { statusCode, headers } = await asked(path);
        assert.ok(statusCode !== 200 || /frame-ancestors 'self'$/.test(headers["content-security-policy"]), `${path}: ${statusCode} ${headers["content-security-policy"]}`);
      }
      assert.match((await asked("/embed/timeline/../timeline/nd/")).headers["content-security-policy"], /frame-ancestors \*$/);
    });
  });
}

test("each line of _headers for the other hosts says what the server sends", async () => {
  const lines = readFileSync(join(dist, "_headers"), "utf8").split("\n");
  for (const [path, rules] of [["", ["/*", "/"]], ["404.html", ["/*", "/404.html"]], [PATHS.at(-1), ["/*", "/assets/*"]]]) {
    const { headers } = await fetch(new URL(path, own.url));
    for (const rule of rules) {
      const start = lines.indexOf(rule);
      assert.notEqual(start, -1, rule);
      for (let at = start + 1; lines[at]?.startsWith("  "); at += 1) {
        const [name, value] = lines[at].trim().split(/: (.*)/s);
        assert.equal(headers.get(name), value, `${name} of /${path}`);
      }
    }
  }
});
