// What happens where a page forbids what the engine needs, and where the engine dies: each with its code, in Chromium and,
// where policies are concerned, in Firefox; nothing of the reader's is lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, browser as find } from "./support/browsers.js";
import { TRAPS } from "./support/engine-suite.js";
import { faultyWasm } from "./support/faulty-wasm.js";
import { launchFirefox, skip as noFirefox } from "./support/firefox.js";

/** @typedef {import("newsmark/elements").NewsmarkArticle} NewsmarkArticle */
const executablePath = find("chromium");
const TEXT = "“They were roped together,” said Ruth Wanjala, a guide. Two climbers were killed.";
const STRICT = "default-src 'none'; form-action 'none'; base-uri 'none'";
/** @type {Record<string, string>} */
const POLICIES = {
  "/none": "",
  "/no-wasm": `${STRICT}; script-src 'self'; worker-src blob:`,
  "/no-worker": `${STRICT}; script-src 'self' 'wasm-unsafe-eval'`,
  "/trusted": `${STRICT}; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; require-trusted-types-for 'script'; trusted-types lit-html`,
};

/** @type {import("node:http").Server} */
let server;
let address = "";
before(async () => {
  /** @type {Record<string, Buffer>} */
  const files = { "/newsmark.js": await readFile(new URL("../lib/newsmark.js", import.meta.url)), "/faulty.wasm": Buffer.from(await faultyWasm()) };
  server = createServer((request, response) => {
    const path = request.url ?? "";
    const file = files[path];
    if (file) return response.writeHead(200, { "content-type": path.endsWith(".js") ? "text/javascript" : "application/wasm" }).end(file);
    const policy = POLICIES[path];
    if (policy === undefined) return response.writeHead(404).end("There is no such file.");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...(policy && { "content-security-policy": policy }) });
    response.end(`<!doctype html><html lang="en"><title>Policies</title><script src="/newsmark.js" defer></script><newsmark-article>${TEXT}</newsmark-article>`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  address = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

/** What becomes of the element, and of engines in a worker and in the page's thread. */
async function outcome() {
  const element = /** @type {NewsmarkArticle} */ (document.querySelector("newsmark-article"));
  const { createAnnotator } = /** @type {any} */ (window).newsmark;
  const code = (/** @type {Promise<unknown>} */ reading) => reading.then(() => "read", ({ code }) => code);
  const shown = await code(element.annotate());
  const ways = [];
  for (const worker of [true, false, undefined]) {
    const annotator = createAnnotator(worker === undefined ? {} : { worker });
    ways.push(await code(annotator.annotate("One.")));
    annotator.dispose();
  }
  element.engine = "worker";
  const own = await code(element.annotate());
  const slot = element.shadowRoot?.querySelector("slot");
  return { shown, ways, own, state: element.matches(":state(failed)"), text: slot?.assignedNodes().map(({ textContent }) => textContent).join("") ?? null };
}

/** @type {Record<string, object>} */
const EXPECTED = {
  "/no-wasm": { shown: "csp-wasm", ways: ["csp-wasm", "csp-wasm", "csp-wasm"], own: "csp-wasm", state: true, text: TEXT },
  // Without a worker it reads in the page's thread, unless a worker was asked for; the text stays where it can't be read.
  "/no-worker": { shown: "read", ways: ["csp-worker", "read", "read"], own: "csp-worker", state: true, text: TEXT },
};

describe("Chromium", { skip: executablePath ? false : "no Chromium here" }, () => {
  /** @type {import("playwright-core").Browser} */
  let running;
  before(async () => {
    running = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGUMENTS });
  });
  after(() => running?.close());

  /** @param {string} path @param {(page: import("playwright-core").Page) => Promise<void>} use */
  async function visit(path, use) {
    const context = await running.newContext();
    context.setDefaultTimeout(20_000);
    try {
      const page = await context.newPage();
      await page.goto(address + path);
      await use(page);
    } finally {
      await context.close();
    }
  }

  for (const [path, expected] of Object.entries(EXPECTED)) {
    test(`policy ${path}`, () => visit(path, async (page) => assert.deepEqual(await page.evaluate(outcome), expected)));
  }

  test("policy /trusted: templates are Lit's, and the address of a worker is the host's to vouch for", () =>
    visit("/trusted", async (page) => assert.deepEqual(await page.evaluate(outcome), EXPECTED["/no-worker"])));

  test("WebAssembly that is not there, or is none, is told", () =>
    visit("/none", async (page) => {
      const codes = await page.evaluate(async () => {
        const { createAnnotator } = /** @type {any} */ (window).newsmark;
        const codes = [];
        for (const wasm of ["/nowhere.wasm", "/newsmark.js", new Uint8Array([0, 97, 115, 109])]) {
          const annotator = createAnnotator({ wasm });
          codes.push(await annotator.annotate("One.").catch((/** @type {any} */ { code, message }) => `${code}: ${message}`));
          annotator.dispose();
        }
        return codes;
      });
      assert.match(codes[0], /^bad-wasm: .*nowhere\.wasm answered 404/);
      assert.match(codes[1], /^bad-wasm: /);
      assert.match(codes[2], /^bad-wasm: /);
    }));

  test("an engine that dies takes nothing with it: text, corrections and what can be taken back are there, and it reads on within a second", () =>
    visit("/none", async (page) => {
      const told = await page.evaluate(async (traps) => {
        const element = /** @type {NewsmarkArticle} */ (document.querySelector("newsmark-article"));
        element.wasm = "/faulty.wasm";
        element.engine = "worker";
        await element.annotate();
        const text = String(element.result?.text);
        const at = text.indexOf("Ruth Wanjala");
        element.edit({ layer: "mention", at: { start: at, end: at + 12, words: "Ruth Wanjala", before: text.slice(0, at), after: "" }, kind: "person", change: { do: "reject" }, everywhere: false });
        const origins = () => [element.result?.mentions.find(({ start }) => start === at)?.origin, element.corrections.length];
        const seen = [origins()];
        /** @type {string[]} */
        const events = [];
        element.addEventListener("newsmark-error", ({ error }) => events.push(error.code));
        const long = `${text} ${"x".repeat(traps)}`;
        const code = await element.annotate(long).catch((error) => error.code);
        await element.updateComplete;
        const left = { text: element.text === long, shown: element.shadowRoot?.querySelector(".article")?.textContent === long, failed: element.matches(":state(failed)"), corrections: element.corrections.length };
        const began = performance.now();
        await element.annotate(text);
        const took = performance.now() - began;
        seen.push(origins());
        element.undo();
        seen.push(origins());
        return { seen, events, code, left, took };
      }, TRAPS);
      assert.deepEqual(told.seen, [["rejected", 1], ["rejected", 1], ["automatic", 0]]);
      assert.deepEqual([told.code, told.events], ["engine-crash", ["engine-crash"]]);
      assert.deepEqual(told.left, { text: true, shown: true, failed: true, corrections: 1 });
      assert.ok(told.took < 1000, `${told.took} ms`);
    }));
});

describe("Firefox", { skip: noFirefox }, () => {
  /** @type {Awaited<ReturnType<typeof launchFirefox>>} */
  let started;
  before(async () => {
    started = await launchFirefox();
  });
  after(() => started?.close());

  for (const [path, expected] of Object.entries(EXPECTED)) {
    test(`policy ${path}`, async () => {
      const page = await started.firefox.newPage();
      await page.goto(address + path);
      assert.deepEqual(await page.evaluate(outcome), expected);
      await page.close();
    });
  }
});
