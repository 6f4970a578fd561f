// What importing the package does: nothing to the page, nothing to the network, nothing that a bundler would have to keep.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { Socket } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { build } from "vite";
import { CHROMIUM_ARGUMENTS, browser as find } from "./support/browsers.js";
import { serve } from "./support/server.js";

const executablePath = find("chromium");
const skip = executablePath ? false : "no Chromium here";
const { exports: exported } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
const parts = Object.keys(exported).filter((part) => exported[part].types).map((part) => `newsmark${part.slice(1)}`);
// What is there to be run, in a page and in a worker.
const RUN = ["newsmark/define", "newsmark/worker"];
const named = parts.filter((part) => !RUN.includes(part));

let folder = "";
before(async () => {
  // Within the package, whose name is found from here.
  folder = await mkdtemp(fileURLToPath(new URL(".importing-", import.meta.url)));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Builds a page that runs `code`; gives its folder. @param {string} name @param {string} code */
async function page(name, code) {
  const at = join(folder, name);
  await mkdir(at);
  await writeFile(join(at, "main.js"), code);
  await writeFile(join(at, "index.html"), `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="./main.js"></script><p>Ready.</p></html>`);
  await build({ root: at, logLevel: "error", base: "./", build: { outDir: join(at, "dist"), target: "es2022", minify: false, modulePreload: false } });
  return pathToFileURL(`${join(at, "dist")}/`);
}

test("on a server every part but the worker's is imported without a word to the network, and makes no page", async (t) => {
  const asked = [t.mock.method(globalThis, "fetch"), t.mock.method(Socket.prototype, "connect")];
  for (const part of parts.filter((part) => part !== "newsmark/worker")) assert.ok(await import(part), part);
  assert.deepEqual(asked.map(({ mock }) => mock.callCount()), [0, 0]);
  assert.deepEqual(["document", "window"].filter((name) => name in globalThis), []);
});

test("a bundler drops what is imported and not used, and keeps what defines", async () => {
  /** @param {string} code */
  const bundled = async (code) => {
    const entry = join(folder, "entry.js");
    await writeFile(entry, code);
    const built = await build({ configFile: false, root: folder, logLevel: "error", build: { write: false, minify: false, rolldownOptions: { input: entry } } });
    const chunks = [built].flat().flatMap((output) => ("output" in output ? output.output : [])).filter((file) => file.type === "chunk");
    return chunks.map((chunk) => chunk.code).join("");
  };
  const unused = await bundled(named.map((part, i) => `import * as part${i} from "${part}";`).join("\n"));
  assert.equal(unused.replaceAll(/\/\/.*/g, "").trim(), "");
  assert.match(await bundled(`import "newsmark/define";`), /customElements\.define/);
});

describe("in a page", { skip }, () => {
  /** @type {import("playwright-core").Browser} */
  let running;
  before(async () => {
    running = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGUMENTS });
  });
  after(() => running?.close());

  test("importing every part asks for nothing, starts nothing and leaves the page as it is; `define` registers the elements", async () => {
    const code = `${named.map((part, i) => `import * as part${i} from "${part}";`).join("\n")}
      window.parts = [${named.map((_, i) => `part${i}`).join()}].map((part) => Object.keys(part).length);
      window.define = () => import("newsmark/define");`;
    const site = await serve(await page("parts", code));
    const context = await running.newContext();
    try {
      const page = await context.newPage();
      /** @type {string[]} */
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(site.address);
      await page.waitForFunction(() => "parts" in window);
      const state = () =>
        page.evaluate(() => ({
          body: document.body.innerHTML.trim(),
          attributes: [document.documentElement, document.body].map((element) => element.getAttributeNames().join()).join(),
          sheets: document.querySelectorAll("style").length + document.adoptedStyleSheets.length,
          stored: localStorage.length + sessionStorage.length + document.cookie.length,
          highlights: CSS.highlights.size,
          defined: Boolean(customElements.get("newsmark-article")),
        }));
      const untouched = { body: "<p>Ready.</p>", attributes: "lang,", sheets: 0, stored: 0, highlights: 0, defined: false };
      assert.deepEqual(await state(), untouched);
      assert.ok((await page.evaluate(() => /** @type {any} */ (window).parts)).every((/** @type {number} */ count) => count > 0));
      const others = () => asked.filter((address) => !/\.js$|\/$|^data:/.test(address));
      assert.deepEqual([others(), page.workers().length], [[], 0]);
      await page.evaluate(() => /** @type {any} */ (window).define());
      assert.deepEqual(await state(), { ...untouched, defined: true });
      assert.deepEqual([others(), page.workers().length], [[], 0]);
    } finally {
      await context.close();
      site.close();
    }
  });
});
