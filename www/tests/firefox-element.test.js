// The element in Firefox, from the packed package: an article is annotated, a mark selected and corrected, the claims exported.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { PATIENCE, launchFirefox, skip } from "./support/firefox.js";
import { installed, served } from "./support/installed.js";
import { pack } from "./support/pack.js";

/** @typedef {import("puppeteer-core").Page} Page */

let folder = "";
let tarball = "";
let downloads = "";
/** @type {Awaited<ReturnType<typeof launchFirefox>>} */
let started;
before(async () => {
  if (skip) return;
  folder = await mkdtemp(join(tmpdir(), "newsmark-firefox-element-"));
  tarball = await pack(folder);
  downloads = join(folder, "downloads");
  await mkdir(downloads);
  started = await launchFirefox({ "browser.download.folderList": 2, "browser.download.dir": downloads });
});
after(async () => {
  await started?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Opens a page, fails on its errors. @param {string} address @param {(page: Page) => Promise<void>} use */
async function drive(address, use) {
  const page = await started.firefox.newPage();
  page.setDefaultTimeout(PATIENCE);
  /** @type {string[]} */
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(address);
  await use(page);
  assert.deepEqual(faults.filter((fault) => !/favicon/.test(fault)), []);
  await page.close();
}

/** A mark with this text. @param {Page} page @param {string} kind @param {string} text */
const mark = (page, kind, text) =>
  page.waitForFunction(
    (kind, text) => [...(document.querySelector("newsmark-article")?.shadowRoot?.querySelectorAll(`mark.${kind}`) ?? [])].find(({ textContent }) => textContent === text),
    {},
    kind,
    text,
  );

/** The file that the browser has put down whole. @param {string} name */
async function downloaded(name) {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const files = await readdir(downloads);
    const text = files.length === 1 && files[0] === name ? await readFile(join(downloads, name), "utf8") : "";
    if (text === "") continue;
    await rm(join(downloads, name));
    return text;
  }
  throw new Error(`${name} never came`);
}

/** Chooses the figure that counts `number`, and rejects it; gives how many figures are left. @param {Page} page @param {string} number */
async function rejected(page, number) {
  const found = await mark(page, "figure", number);
  await /** @type {import("puppeteer-core").ElementHandle<Element>} */ (/** @type {unknown} */ (found)).click();
  await page.waitForSelector("newsmark-article >>> mark.chosen");
  await page.waitForSelector("newsmark-article >>> newsmark-card >>> .card");
  const origins = () => page.evaluate(() => /** @type {any} */ (document.querySelector("newsmark-article")).result.figures.map((/** @type {any} */ { origin }) => origin));
  const before = await origins();
  assert.deepEqual(new Set(before), new Set(["automatic"]));
  await (await page.waitForSelector("newsmark-article >>> newsmark-correct >>> ::-p-aria([name='Reject'][role='button'])"))?.click();
  await page.waitForFunction(() => document.querySelector("newsmark-article")?.matches(":state(edited)"));
  const left = (await origins()).filter((/** @type {string} */ origin) => origin !== "rejected").length;
  assert.ok(left < before.length);
  return left;
}

/** The rows of the table that the page's button saves. @param {Page} page */
async function saved(page) {
  await (await page.$("::-p-aria([name='Save the claims'][role='button'])"))?.click();
  return rows(await downloaded("article.claims.csv"));
}

/** @param {string} table */
const rows = (table) => table.trim().split("\r\n").slice(1);

/** @param {string} name @param {(page: Page) => Promise<void>} use */
const driven = (name, use) => served(name, tarball, folder, (address) => drive(address, use));

describe("the element in Firefox", { skip }, () => {
  test("plain: from disk, with one script tag", async () => {
    const { url } = await installed("plain", tarball, folder);
    await drive(new URL("index.html", url).href, async (page) => {
      await mark(page, "person", "Ruth Wanjala");
      const left = await rejected(page, "Two");
      assert.equal((await saved(page)).length, left);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("newsmark-article")).undo());
      await page.waitForFunction(() => !document.querySelector("newsmark-article")?.matches(":state(edited)"));
    });
  });

  test("strict-csp: with a policy that forbids every request", () =>
    driven("strict-csp", async (page) => {
      await mark(page, "person", "Ana Reyes");
      assert.equal(await rejected(page, "Nine"), 0);
      const { content } = await page.evaluate(() => /** @type {any} */ (document.querySelector("newsmark-article")).export("claims-csv"));
      assert.deepEqual(rows(content), []);
    }));

  test("react: from files of a bundler, with a worker of its own", () =>
    driven("react", async (page) => {
      await mark(page, "person", "Ana Reyes");
      await page.waitForFunction(() => document.querySelector("#claims")?.textContent?.includes("killed 3"));
      await page.focus("textarea");
      await page.evaluate(() => document.querySelector("textarea")?.setSelectionRange(999, 999));
      await page.keyboard.type(" Nine were injured in Callao.");
      await mark(page, "place", "Callao");
      const all = await saved(page);
      assert.match(all.join("\n"), /,killed,Three,3,3,3,[^]*,injured,Nine,9,9,9,/);
      assert.equal(await rejected(page, "Nine"), all.length - 1);
      await page.waitForFunction(() => !document.querySelector("#claims")?.textContent?.includes("injured"));
      assert.match((await saved(page)).join("\n"), /^[^\n]*,killed,Three,3,3,3,[^\n]*$/);
    }));
});
