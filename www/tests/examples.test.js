// The examples, each installed from the packed package, built by its own documented steps, and driven in Chromium.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, browser as find } from "./support/browsers.js";
import { installed, run, served } from "./support/installed.js";
import { pack } from "./support/pack.js";

/** @typedef {import("playwright-core").Page} Page */
const executablePath = find("chromium");
const skip = executablePath ? false : "no Chromium here";

let folder = "";
let tarball = "";
/** @type {import("playwright-core").Browser} */
let running;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "newsmark-examples-"));
  tarball = await pack(folder);
  if (!skip) running = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGUMENTS });
});
after(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens an example and fails on errors of the page and of its policy. @param {string} address @param {(page: Page) => Promise<void>} use */
async function drive(address, use) {
  const context = await running.newContext({ acceptDownloads: true });
  context.setDefaultTimeout(20_000);
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.location().url.endsWith("favicon.ico")) faults.push(message.text());
    });
    await page.goto(address);
    await use(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** @param {string} name @param {(page: Page) => Promise<void>} use */
const driven = (name, use) => served(name, tarball, folder, (address) => drive(address, use));

test("node", async () => {
  const { path } = await installed("node", tarball, folder);
  const [, ...claims] = (await readFile(join(path, "claims.csv"), "utf8")).trim().split("\r\n");
  assert.deepEqual(claims.map((row) => row.split(",").slice(2, 5).join(" ")), ["killed Two 2", "injured nine 9", "injured twelve 12"]);
  const { stdout, stderr } = run(path, "node", ["index.js"], "Two people were killed, police said.\n");
  assert.match(stdout, /^article,row,[^]*,killed,Two,2,2,2,exact,people,/);
  assert.match(stderr, /does not hold 1 quote/);
});

/** Chooses the figure that counts `number`, in the element, and rejects it. @param {Page} page @param {string} number */
async function rejected(page, number) {
  await page.locator("newsmark-article mark.figure.number", { hasText: new RegExp(`^${number}$`, "i") }).last().click();
  await page.locator("newsmark-article mark.chosen").first().waitFor();
  await page.locator("newsmark-card .card").waitFor();
  await page.locator("newsmark-correct").getByRole("button", { name: "Reject" }).click();
  await page.waitForFunction(() => document.querySelector("newsmark-article")?.matches(":state(edited)"));
}

/** The rows of the table that the button saves, without its heads. @param {Page} page */
async function saved(page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the claims" }).click();
  const table = await readFile(await (await download).path(), "utf8");
  return table.trim().split("\r\n").slice(1);
}

describe("in a browser", { skip }, () => {
  test("plain: one script tag, from disk; a mark is selected, corrected and exported", async () => {
    const { url } = await installed("plain", tarball, folder);
    await drive(new URL("index.html", url).href, async (page) => {
      await page.locator("newsmark-article mark.person", { hasText: "Ruth Wanjala" }).waitFor();
      await rejected(page, "Two");
      const kept = await page.evaluate(() => /** @type {any} */ (document.querySelector("newsmark-article")).result.figures.filter((/** @type {any} */ { origin }) => origin !== "rejected").length);
      assert.equal((await saved(page)).length, kept);
    });
  });

  test("strict-csp: with a policy that forbids every request, in a worker", () =>
    driven("strict-csp", async (page) => {
      await page.locator("newsmark-article mark.person", { hasText: "Ana Reyes" }).waitFor();
      assert.equal(page.workers().length, 1);
      await rejected(page, "Nine");
      const { content } = await page.evaluate(() => /** @type {any} */ (document.querySelector("newsmark-article")).export("claims-csv"));
      assert.equal(content.trim().split("\r\n").length, 1, "heads alone");
    }));

  test("react: on a server the text is in the markup", async () => {
    const { path } = await installed("react", tarball, folder);
    const code = `import "newsmark/define"; import { createElement } from "react"; import { renderToString } from "react-dom/server";
      console.log(renderToString(createElement("newsmark-article", { legend: true }, "Two people were killed.")));`;
    const { stdout } = run(path, "node", ["--input-type=module", "--eval", code]);
    assert.match(stdout, /^<newsmark-article legend="[^"]*">Two people were killed\.<\/newsmark-article>/);
  });

  test("react: text and result go in and out of a component", () =>
    driven("react", async (page) => {
      await page.locator("#claims", { hasText: "killed 3" }).waitFor();
      await page.locator("textarea").fill("Nine people were injured in Lima, police said.");
      await page.locator("#claims", { hasText: "injured 9" }).waitFor();
      await page.locator("newsmark-article mark.place", { hasText: "Lima" }).waitFor();
      assert.match((await saved(page))[0] ?? "", /,injured,Nine,9,/);
      await rejected(page, "Nine");
      await page.waitForFunction(() => document.querySelector("#claims")?.textContent === "");
      assert.deepEqual(await saved(page), []);
    }));

  test("tiptap: marks stand in the editor and follow what is typed", () =>
    driven("tiptap", async (page) => {
      await page.locator("#status", { hasText: "figures" }).waitFor();
      await page.locator(".tiptap .newsmark-place", { hasText: "Mombasa" }).waitFor();
      await page.locator(".tiptap h1").click();
      await page.keyboard.press("End");
      await page.keyboard.type(" and Nairobi");
      await page.locator(".tiptap .newsmark-place", { hasText: "Nairobi" }).waitFor();
      await page.locator(".tiptap .newsmark-person", { hasText: "Zoë Kamau" }).waitFor();
      await page.locator("#status", { hasText: "1 figures" }).waitFor();
      assert.match((await saved(page))[0] ?? "", /,killed,Three,3,/);
      await page.locator(".tiptap .newsmark-figure").first().click({ position: { x: 8, y: 8 } });
      await page.getByRole("button", { name: "Reject “Three people”" }).click();
      await page.locator("#status", { hasText: "0 figures" }).waitFor();
      await page.locator(".tiptap .newsmark-figure").first().waitFor({ state: "detached" });
      assert.deepEqual(await saved(page), []);
    }));
});
