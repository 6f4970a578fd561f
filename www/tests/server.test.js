// The package on a server: importing, making and rendering touch no page; what a server sends is readable before any
// script, and the browser takes it over.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { createAnnotator } from "newsmark";
import * as elements from "newsmark/elements";
import { exportArticle } from "newsmark/exporters";
import { CHROMIUM_ARGUMENTS, browser as find } from "./support/browsers.js";

const executablePath = find("chromium");
const TEXT = "NANYUKI — Two climbers were killed on Mount Kenya, police said. “They were roped together,” said Ruth Wanjala, a guide.";

/** What a server makes of an article, once. */
async function rendered() {
  const annotator = createAnnotator();
  const result = await annotator.annotate(TEXT, { text: true });
  annotator.dispose();
  return { result, page: (await exportArticle(result, "html")).content };
}

test("elements are made, told and asked without a page", async () => {
  const { result } = await rendered();
  const { NewsmarkArticle, NewsmarkCard, NewsmarkClaims, NewsmarkCorrect, NewsmarkLists, NewsmarkNames, NewsmarkNotes, NewsmarkPlaces, NewsmarkQuotes } = elements;
  for (const Element of [NewsmarkCard, NewsmarkClaims, NewsmarkCorrect, NewsmarkLists, NewsmarkNames, NewsmarkNotes, NewsmarkPlaces, NewsmarkQuotes]) {
    const element = new Element();
    element.result = result;
    assert.equal(element.result, result);
  }
  const element = new NewsmarkArticle();
  Object.assign(element, { text: TEXT, result, kinds: "person", labels: { kinds: { person: "Personen" } }, policy: { storage: false } });
  assert.deepEqual(JSON.parse(element.value).figures, result.figures);
  assert.equal(element.policy.storage, false);
  assert.equal((await element.export("claims-csv")).content.split("\r\n").length, result.figures.length + 2);
  element.cancel();
  element.undo();
  element.dispose();
  assert.equal(element.form, null);
  assert.equal("document" in globalThis, false);
});

test("a server alone makes a page with marks, which needs no script", async () => {
  const { page } = await rendered();
  assert.match(page, /<mark[^>]*>[^]*Ruth Wanjala/);
  assert.doesNotMatch(page, /<script/);
});

describe("what a server sends", { skip: executablePath ? false : "no Chromium here" }, () => {
  /** @type {import("playwright-core").Browser} */
  let running;
  /** @type {import("node:http").Server} */
  let server;
  let address = "";
  /** @type {string[]} */
  let asked = [];
  before(async () => {
    const script = await readFile(new URL("../lib/newsmark.js", import.meta.url));
    const { result } = await rendered();
    const data = JSON.stringify(result).replaceAll("<", "\\u003c");
    /** @type {Record<string, string>} */
    const bodies = {
      "/light": `<newsmark-article>${TEXT}</newsmark-article>`,
      "/declarative": `<newsmark-article><template shadowrootmode="open"><style>:host { font-style: italic; }</style><slot></slot></template>${TEXT}</newsmark-article>`,
      "/read": `<newsmark-article>${TEXT}</newsmark-article><script>document.querySelector("newsmark-article").result = ${data};</script>`,
    };
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      if (request.url === "/newsmark.js") return response.writeHead(200, { "content-type": "text/javascript" }).end(script);
      const body = bodies[request.url ?? ""];
      // Read on the server, the page needs no engine: its policy forbids one.
      const policy = request.url === "/read" ? { "content-security-policy": "default-src 'none'; script-src 'self' 'unsafe-inline'" } : {};
      response.writeHead(body ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...policy });
      response.end(body && `<!doctype html><html lang="en"><title>Sent</title><script src="/newsmark.js" defer></script><body>${body}`);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    address = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
    running = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGUMENTS });
  });
  after(async () => {
    await running?.close();
    server?.closeAllConnections();
    server?.close();
  });

  /** @param {string} path @param {import("playwright-core").BrowserContextOptions} options @param {(page: import("playwright-core").Page) => Promise<void>} use */
  async function visit(path, options, use) {
    const context = await running.newContext(options);
    context.setDefaultTimeout(20_000);
    try {
      asked = [];
      const page = await context.newPage();
      /** @type {string[]} */
      const faults = [];
      page.on("pageerror", (error) => faults.push(error.message));
      await page.goto(address + path);
      await use(page);
      assert.deepEqual(faults, []);
    } finally {
      await context.close();
    }
  }

  for (const path of ["/light", "/declarative"]) {
    test(`${path}: is readable without scripts`, () =>
      visit(path, { javaScriptEnabled: false }, async (page) => {
        await page.getByText("They were roped together").waitFor();
      }));

    test(`${path}: gets its marks in the browser, and its text stands there once`, () =>
      visit(path, {}, async (page) => {
        await page.locator("newsmark-article mark.person", { hasText: "Ruth Wanjala" }).waitFor();
        const shown = await page.locator("newsmark-article").evaluate(({ shadowRoot }) => ["slot", ".article"].map((selector) => shadowRoot?.querySelectorAll(selector).length));
        assert.deepEqual(shown, [0, 1]);
      }));
  }

  test("a result that the server read is shown where no engine may run", () =>
    visit("/read", {}, async (page) => {
      await page.locator("newsmark-article mark.person", { hasText: "Ruth Wanjala" }).waitFor();
      assert.equal(page.workers().length, 0);
      assert.deepEqual(asked.filter((path) => path !== "/favicon.ico"), ["/read", "/newsmark.js"]);
    }));
});
