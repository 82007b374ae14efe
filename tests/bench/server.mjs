// One server for all contenders: the libraries, their pages, the data, and the sites built from it.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** Serves `folder` at `/`, and libraries and pages below `/npm/` and `/pages/`, until `close` is called. */
export async function serve(folder) {
  const roots = { npm: path.join(here, "node_modules"), pages: path.join(here, "pages") };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const [, first, ...rest] = decodeURIComponent(pathname).split("/");
    const root = roots[first] ?? folder;
    let file = path.join(root, ...(roots[first] ? rest : [first, ...rest]));
    if (pathname.endsWith("/")) file = path.join(file, "index.html");
    const found = file.startsWith(root) && (await stat(file).catch(() => null));
    if (!found?.isFile()) return response.writeHead(404).end();
    response.writeHead(200, {
      "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "Content-Length": found.size,
    });
    createReadStream(file).pipe(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
