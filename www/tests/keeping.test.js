// Keeping work on this device: nothing before the choice, everything after it, nothing again after a wipe.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { button, chromium, mark, paste, said, skip } from "./support/desk.js";

/** @typedef {import("playwright-core").Page} Page */

const stored = (/** @type {Page} */ page) => page.locator("newsmark-badge .stored").textContent();

/** All that pages can store of what a reader gives. */
const storage = (/** @type {Page} */ page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    strings: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
    caches: (await caches?.keys().catch(() => []))?.filter((name) => !name.startsWith("newsmark-")) ?? [],
  }));
const NOTHING = { databases: [], strings: 0, cookies: "", caches: [] };

async function keep(/** @type {Page} */ page) {
  await button(page, "Keep on this device…").click();
  await page.getByRole("dialog").getByRole("button", { name: "Keep on this device" }).click();
  await said(page, "kept on this device from now on");
}

/** Another window of the same page, as the reader opens it later. */
async function again(/** @type {Page} */ page) {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator("newsmark-article mark").first().waitFor();
  return other;
}

/** What is in the store. */
const kept = (/** @type {Page} */ page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open("newsmark");
        request.onsuccess = () => {
          const get = request.result.transaction("desk").objectStore("desk").get("open");
          get.onsuccess = () => {
            request.result.close();
            resolve(get.result);
          };
        };
      }),
  );

/** Waits until a correction, and names, are in the store. */
async function written(/** @type {Page} */ page, /** @type {string} */ names = "") {
  for (let i = 0; i < 100; i++) {
    const { lexicon, sheets } = await kept(page);
    if (lexicon === names && sheets.some((/** @type {any} */ { history }) => history.log.length === 1)) return;
    await page.waitForTimeout(100);
  }
  throw new Error("the correction is not kept");
}

for (const form of /** @type {const} */ (["hosted", "single file"])) {
  describe(`kept on this device, ${form}`, { skip }, () => {
    test("nothing is stored before the choice, whatever is done", () =>
      chromium.withPage(form, {}, async (page) => {
        await paste(page, "Three people died in Lyon, the police said.");
        await mark(page, "place", "Lyon").waitFor();
        await mark(page, "figure.number", "Three").click();
        await button(page, "Reject").click();
        await said(page, "Rejected");
        await button(page, "Keep on this device…").click();
        await button(page, "Keep nothing").click();
        await page.waitForTimeout(600);
        assert.deepEqual(await storage(page), NOTHING);
        assert.match((await stored(page)) ?? "", /^nothing of yours/);
        const other = await again(page);
        await mark(other, "place", "Lake Victoria").first().waitFor();
        assert.deepEqual(await storage(other), NOTHING, "asking makes nothing");
        await other.close();
      }));

    test("the choice says what is kept and where; text, corrections, names and day are there again; a wipe takes all away", () =>
      chromium.withPage(form, {}, async (page) => {
        await button(page, "Keep on this device…").click();
        const told = (await page.getByRole("dialog").textContent()) ?? "";
        for (const words of ["IndexedDB", "“newsmark”", "not encrypted", "one click"]) assert.ok(told.includes(words), words);
        assert.equal(/any other HTML file that you open from disk can read/.test(told), form === "single file");
        await button(page, "Keep nothing").click();

        await keep(page);
        await mark(page, "figure.number", "31").click();
        await button(page, "Reject").click();
        await mark(page, "figure.number", "31").waitFor({ state: "detached" });
        await paste(page, "Anne Laurent lives in Lyon.");
        await mark(page, "person", "Anne Laurent").waitFor();
        await button(page, "Names…").click();
        await page.getByLabel("Names", { exact: true }).fill("Lyon\torganization");
        await button(page, "Use").click();
        await mark(page, "organization", "Lyon").waitFor();
        await written(page, "Lyon\torganization");
        assert.match((await stored(page)) ?? "", /^2 articles with 1 correction and your own names, in this browser's storage/);
        const { context, address } = { context: page.context(), address: page.url() };
        await page.close();

        const second = await context.newPage();
        await second.goto(address);
        await mark(second, "organization", "Lyon").waitFor();
        await said(second, "Here is what you kept");
        await second.getByRole("navigation", { name: "Open articles" }).getByRole("button", { name: /^Ferry/ }).click();
        await second.locator(".corrections li").filter({ hasText: "Rejected “31”" }).waitFor();
        await mark(second, "person", "Malima").first().waitFor();
        assert.equal(await mark(second, "figure.number", "31").count(), 0);
        assert.equal(await second.getByLabel("Published").inputValue(), "2026-03-11");
        await button(second, "Undo").click();
        await mark(second, "figure.number", "31").waitFor();
        await button(second, "Wipe from this device").click();
        await said(second, "Wiped");
        assert.deepEqual(await storage(second), NOTHING);
        await mark(second, "place", "Lake Victoria").first().waitFor();
        await mark(second, "figure.number", "31").click();
        await button(second, "Reject").click();
        await second.waitForTimeout(600);
        assert.deepEqual(await storage(second), NOTHING, "nothing more is kept");
      }));
  });
}

describe("kept work", { skip }, () => {
  test("is left without a question once it is kept", () =>
    chromium.withPage("hosted", {}, async (page, faults) => {
      await keep(page);
      await mark(page, "figure.number", "31").click();
      await button(page, "Reject").click();
      await written(page);
      await page.waitForFunction(() => dispatchEvent(new Event("beforeunload", { cancelable: true })));
      await page.close({ runBeforeUnload: true });
      for (let i = 0; i < 50 && !page.isClosed() && faults.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 100));
      assert.deepEqual(faults, []);
      assert.ok(page.isClosed());
    }));

  test("is kept by one window; another says so, and writes over nothing", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await keep(page);
      const other = await again(page);
      await said(other, "Another window of this page keeps");
      await paste(other, "Anne Laurent lives in Lyon.");
      await mark(other, "person", "Anne Laurent").waitFor();
      await other.waitForTimeout(600);
      await other.close();
      const { context, address } = { context: page.context(), address: page.url() };
      await page.close();
      const third = await context.newPage();
      await third.goto(address);
      await mark(third, "place", "Lake Victoria").first().waitFor();
      assert.equal(await mark(third, "person", "Anne Laurent").count(), 0);
    }));

  test("of another make is not opened, and does no harm", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await keep(page);
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            const request = indexedDB.open("newsmark");
            request.onsuccess = () => {
              const transaction = request.result.transaction("desk", "readwrite");
              transaction.objectStore("desk").put({ sheets: [{ text: 1 }], at: 7 }, "open");
              transaction.oncomplete = () => {
                request.result.close();
                resolve(null);
              };
            };
          }),
      );
      const { context, address } = { context: page.context(), address: page.url() };
      await page.close();
      const other = await context.newPage();
      await other.goto(address);
      await mark(other, "place", "Lake Victoria").first().waitFor();
    }));

  test("where the browser stores nothing, the page says so and goes on", () =>
    chromium.withPage("hosted", { before: (page) => page.addInitScript(() => void (IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); })) }, async (page) => {
      await button(page, "Keep on this device…").click();
      await page.getByRole("dialog").getByRole("button", { name: "Keep on this device" }).click();
      await said(page, "did not let the page keep");
      await mark(page, "place", "Lake Victoria").first().waitFor();
    }));
});
