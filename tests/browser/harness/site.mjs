// The built site, served by the project's own server on a free port.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const dist = path.join(root, "dist");
export const tool = path.join(root, "target/debug/site");

/** Serves a folder until `close` is called; `url` ends with a slash. */
export async function serveSite(folder = dist) {
  for (const needed of [tool, path.join(folder, "index.html")]) {
    if (!existsSync(needed)) throw new Error(`${needed} is missing: run \`make build\` first`);
  }
  const server = spawn(tool, ["serve", "--dir", folder, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: server.stdout });
  const ended = once(server, "exit").then(([status]) => {
    throw new Error(`the server ended with status ${status}`);
  });
  ended.catch(() => {});
  const [url] = await Promise.race([once(lines, "line"), ended]);
  return { url, close: () => stop(server) };
}

/** Ends a process that this test started, and waits until it is gone. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill();
  await gone;
}
