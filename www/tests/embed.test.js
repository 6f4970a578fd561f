// The example of embedding, built as its reader would build it, and the element in pages of many kinds.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { build } from "vite";
import { CHROMIUM_ARGUMENTS } from "./support/browsers.js";
import { PATIENCE, executablePath } from "./support/chromium.js";
import { guard } from "./support/guard.js";
import { serve } from "./support/server.js";

const skip = executablePath ? false : "no Chromium here";

/** @type {Awaited<ReturnType<typeof chromium.launch>>} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
let folder = "";
before(async () => {
  if (skip) return;
  folder = await mkdtemp(join(tmpdir(), "newsmark-embed-"));
  await build({
    root: fileURLToPath(new URL("../examples/embed/", import.meta.url)),
    logLevel: "warn",
    base: "./",
    worker: { format: "es" },
    build: { outDir: folder, target: "es2022" },
  });
  site = await serve(pathToFileURL(`${folder}/`));
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGUMENTS });
});
after(async () => {
  await browser?.close();
  site?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** @param {(page: import("playwright-core").Page) => Promise<void>} run @param {import("playwright-core").BrowserContextOptions} [options] */
async function withExample(run, options = {}) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const { faults } = await guard(page);
  await page.goto(site.address);
  await run(page);
  assert.deepEqual(faults, []);
  await context.close();
}

describe("the example of embedding", { skip }, () => {
  test("the element marks the text between its tags", () =>
    withExample(async (page) => {
      await page.locator("newsmark-article mark.person", { hasText: "Ruth Wanjala" }).waitFor();
      await page.locator("newsmark-article mark.figure.number", { hasText: /^two$/i }).first().waitFor();
      assert.match((await page.locator("newsmark-article .article").textContent()) ?? "", /^Two climbers killed on Mount Kenya\s+NANYUKI, Kenya —/);
      await page.locator("#count", { hasText: "quotes" }).waitFor();
      await page.locator("newsmark-article mark.quote:not(.figure, .entity)").first().click();
      await page.locator("body[data-chosen^=q]").waitFor();
    }));

  test("the engine alone gives data", () =>
    withExample((page) => page.locator("#count", { hasText: /^[1-9]\d* quotes and [1-9]\d* counts of people killed$/ }).waitFor()));

  test("the text is there without scripts", () =>
    withExample((page) => page.getByText("They were roped together").waitFor(), { javaScriptEnabled: false }));

  test("text that a host puts in or changes is marked anew", () =>
    withExample(async (page) => {
      await page.locator("newsmark-article mark").first().waitFor();
      await page.evaluate(() => {
        const element = document.createElement("newsmark-article");
        element.id = "later";
        document.body.append(element);
        element.textContent = "“We are leaving,” said Ruth Wanjala.";
      });
      await page.locator("#later mark.quote", { hasText: "We are leaving" }).waitFor();
      await page.evaluate(() => {
        const element = /** @type {HTMLElement} */ (document.getElementById("later"));
        element.innerHTML = "<p>“We stay,” said<br>Ruth Wanjala.</p><script>2</script>";
      });
      await page.locator("#later mark.quote", { hasText: "We stay" }).waitFor();
      assert.equal((await page.locator("#later .article").textContent())?.replace(/\s+/g, " "), "“We stay,” said Ruth Wanjala.");
    }));

  test("a result of the host's own is shown as it is; one of another text is refused", () =>
    withExample(async (page) => {
      await page.locator("newsmark-article mark").first().waitFor();
      const message = await page.evaluate(async () => {
        const first = /** @type {HTMLElementTagNameMap["newsmark-article"]} */ (document.querySelector("newsmark-article"));
        const { result } = first;
        const element = document.createElement("newsmark-article");
        element.id = "given";
        element.result = result;
        document.body.append(element);
        await element.updateComplete;
        const failed = new Promise((resolve) => first.addEventListener("newsmark-error", ({ error }) => resolve(error.message), { once: true }));
        first.result = { .../** @type {any} */ (result), length: 3 };
        return failed;
      });
      await page.locator("#given mark.person", { hasText: "Ruth Wanjala" }).waitFor();
      assert.match(String(message), /not of this text/);
    }));

  test("marks can be left out by attribute", () =>
    withExample(async (page) => {
      await page.locator("newsmark-article mark.person").first().waitFor();
      await page.evaluate(() => document.querySelector("newsmark-article")?.setAttribute("kinds", "quote figure"));
      await page.locator("newsmark-article mark.person:not(.quote)").first().waitFor({ state: "detached" });
      assert.ok((await page.locator("newsmark-article mark.quote").count()) > 0);
    }));

  test("an element whose policy forbids requests asks for nothing, and says what it needs instead", () =>
    withExample(async (page) => {
      await page.locator("newsmark-article mark").first().waitFor();
      await page.locator("#count", { hasText: "quotes" }).waitFor();
      const wasm = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).find((name) => /newsmark_bg.*\.wasm/.test(name)));
      const bytes = await page.evaluate(async (wasm) => [...new Uint8Array(await (await fetch(String(wasm))).arrayBuffer())], wasm);
      /** @type {string[]} */
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      const outcome = await page.evaluate(async (bytes) => {
        const element = document.createElement("newsmark-article");
        element.policy = { requests: false };
        document.body.append(element);
        /** @type {unknown[]} */
        const seen = [await element.annotate("Ruth Wanjala spoke.").catch(({ code, message }) => `${code}: ${message}`)];
        element.wasm = new Uint8Array(bytes);
        seen.push((await element.annotate("Ruth Wanjala spoke.")).length);
        seen.push(await element.export("claims-csv").catch(({ code }) => code));
        return seen;
      }, bytes);
      assert.match(String(outcome[0]), /^bad-option: .*forbids requests.*`wasm`/);
      assert.deepEqual(outcome.slice(1), [19, "bad-option"]);
      assert.deepEqual(asked, []);
    }));

  test("an element that comes and goes leaves no worker behind", () =>
    withExample(async (page) => {
      await page.locator("newsmark-article mark").first().waitFor();
      await page.locator("#count", { hasText: "quotes" }).waitFor();
      for (let round = 0; round < 20; round++) {
        await page.evaluate((round) => {
          const element = document.createElement("newsmark-article");
          element.text = `Ruth Wanjala came ${round} times.`;
          document.body.append(element);
          document.body.append(element);
          if (round % 2) element.remove();
        }, round);
      }
      await page.locator("newsmark-article mark", { hasText: "Ruth Wanjala" }).nth(5).waitFor();
      assert.equal(page.workers().length, 1);
    }));
});
