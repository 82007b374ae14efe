// A contender in a browser of its own, and what its work costs there.

import { readFileSync, readdirSync } from "node:fs";
import { launchChromium } from "../browser/harness/chromium.mjs";

/** How long workers may still raster after the frames that were waited for, in milliseconds. */
const SETTLE = 60;

export class Contender {
  /** Opens `url` in a new browser and calls `prepare` with the page. */
  static async open({ name, url, viewport, prepare }) {
    const contender = new Contender();
    contender.name = name;
    contender.browser = await launchChromium();
    try {
      await contender.load(url, viewport, prepare);
    } catch (error) {
      await contender.close();
      throw error;
    }
    return contender;
  }

  async load(url, viewport, prepare) {
    const options = { viewport, deviceScaleFactor: 1, reducedMotion: "reduce", colorScheme: "light" };
    const context = await this.browser.newContext(options);
    this.page = await context.newPage();
    this.page.setDefaultTimeout(300_000);
    await this.page.addInitScript(noteMemories);
    this.problems = [];
    this.page.on("pageerror", (error) => this.problems.push(error.message));
    await this.page.goto(url, { waitUntil: "load" });
    await prepare(this.page);
    await this.page.evaluate(() => {
      const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
      window.act = async (name, argument) => {
        if (name) await window.contender[name](argument);
        await frames();
      };
    });
    this.session = await context.newCDPSession(this.page);
    // Time that the thread works, not time that passes: other programs on the machine disturb it less.
    await this.session.send("Performance.enable", { timeDomain: "threadTicks" });
    const inspector = await this.browser.newBrowserCDPSession();
    const { processInfo } = await inspector.send("SystemInfo.getProcessInfo");
    this.processes = processInfo.map((process) => process.id);
    // The newest is the page's; those without a page are spares.
    this.renderer = Math.max(...processInfo.filter((process) => process.type === "renderer").map(({ id }) => id));
  }

  /** Does one of the page's actions, and waits until it is on the screen. */
  async act(name, argument = null) {
    await this.page.evaluate(([name, argument]) => window.act(name, argument), [name, argument]);
  }

  /** What one of the page's actions costs, in milliseconds; without a name, what it costs to wait as long. */
  cost(name, argument) {
    return this.costOf(() => this.act(name, argument));
  }

  /** What it costs to move the pointer to all places, one in a frame; or to wait as many frames. */
  costOfMoves(places, moving) {
    return this.costOf(async () => {
      for (const [x, y] of places) {
        if (moving) await this.page.mouse.move(x, y);
        await this.act();
      }
    });
  }

  async costOf(act) {
    const before = await this.spent();
    await act();
    await new Promise((done) => setTimeout(done, SETTLE));
    const after = await this.spent();
    return { main: after.main - before.main, all: after.all - before.all };
  }

  /** Milliseconds that the page's main thread, and all threads of the browser, have worked. */
  async spent() {
    const { metrics } = await this.session.send("Performance.getMetrics");
    const main = 1000 * metrics.find((metric) => metric.name === "TaskDuration").value;
    const all = this.processes.reduce((sum, id) => sum + worked(id), 0);
    return { main, all };
  }

  /** What the page holds after all garbage is gone, in bytes and nodes. */
  async memory() {
    await this.page.evaluate(() => window.act());
    for (let times = 0; times < 2; times += 1) await this.session.send("HeapProfiler.collectGarbage");
    const heap = await this.session.send("Runtime.getHeapUsage");
    const nodes = await this.session.send("Memory.getDOMCounters");
    return {
      heap: heap.usedSize + (heap.embedderHeapUsedSize ?? 0),
      wasm: await this.page.evaluate(() => [...window.wasmMemories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0)),
      nodes: nodes.nodes,
      listeners: nodes.jsEventListeners,
      process: privateBytes(this.renderer),
    };
  }

  async close() {
    await this.browser.close();
  }
}

/** Lets the page remember the linear memories of its WebAssembly. */
function noteMemories() {
  window.wasmMemories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      const memories = Object.values((result.instance ?? result).exports).filter((value) => value instanceof WebAssembly.Memory);
      for (const memory of memories) window.wasmMemories.add(memory);
      return result;
    };
  }
}

/** Milliseconds that all threads of a process have worked. */
function worked(process) {
  const folder = `/proc/${process}/task`;
  let nanoseconds = 0;
  for (const thread of readdirSync(folder)) {
    try {
      nanoseconds += Number(readFileSync(`${folder}/${thread}/schedstat`, "utf8").split(" ")[0]);
    } catch {
      // The thread has ended.
    }
  }
  return nanoseconds / 1e6;
}

/** Bytes that a process has for itself. */
function privateBytes(process) {
  const text = readFileSync(`/proc/${process}/smaps_rollup`, "utf8");
  const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)[1]);
  return 1024 * (kilobytes("Private_Clean") + kilobytes("Private_Dirty"));
}
