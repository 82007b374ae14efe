// WebKit as Debian packs it: MiniBrowser on a virtual screen, spoken to by plain W3C WebDriver.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import { stop } from "./site.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Starts a screen, a driver and a browser. `close` ends all three. */
export async function launchWebKit() {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = await once(screen.stdio[3], "data");
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", ["-p", String(port)], {
    env: { ...process.env, DISPLAY: `:${String(number).trim()}`, WEBKIT_DISABLE_COMPOSITING_MODE: "1" },
    stdio: "ignore",
  });
  const call = caller(`http://127.0.0.1:${port}`);
  await answering(call);
  const options = { binary: miniBrowser(), args: ["--automation"] };
  const session = await call("POST", "/session", {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
  });
  const command = (method, path, body) => call(method, `/session/${session.sessionId}${path}`, body);
  const close = async () => {
    await command("DELETE", "").catch(() => {});
    await stop(driver);
    await stop(screen);
  };
  return { command, close };
}

/** Finds the first element that a selector matches, as WebDriver names elements. */
export async function findElement(command, selector) {
  const found = await command("POST", "/element", { using: "css selector", value: selector });
  return found[ELEMENT];
}

function caller(base) {
  return async (method, path, body) => {
    const init = method === "POST" ? { method, body: JSON.stringify(body ?? {}) } : { method };
    const { value } = await (await fetch(base + path, init)).json();
    if (value?.error) throw new Error(`${value.error}: ${value.message} (${method} ${path})`);
    return value;
  };
}

async function answering(call) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await call("GET", "/status");
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

function miniBrowser() {
  const libraries = "/usr/lib";
  for (const machine of readdirSync(libraries).filter((name) => name.includes("-linux-gnu"))) {
    const versions = readdirSync(`${libraries}/${machine}`).filter((name) => name.startsWith("webkit2gtk-"));
    for (const version of versions.sort().reverse()) {
      const folder = `${libraries}/${machine}/${version}`;
      if (readdirSync(folder).includes("MiniBrowser")) return `${folder}/MiniBrowser`;
    }
  }
  throw new Error("MiniBrowser is missing: install webkit2gtk-driver");
}
