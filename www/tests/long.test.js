// Long texts on the page: it stays alive, draws in steps, lists a page at a time, and can be stopped.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chromium, paste, skip } from "./support/desk.js";

/** @typedef {import("playwright-core").Page} Page */

/** A text of about `length` characters, in paragraphs of their own names and figures. */
function long(/** @type {number} */ length) {
  const given = ["Anne", "Marie", "Paul", "Louise", "Karim", "Jonas", "Ines", "Peter"];
  const family = ["Laurent", "Petit", "Haddad", "Moreau", "Keller", "Novak", "Santos", "Weber", "Okello"];
  let text = "";
  for (let i = 0; text.length < length; i++) {
    const name = `${given[i % 8]} ${family[i % 9]}`;
    text += `At least ${(i % 90) + 2} people died in a fire in Lyon on Monday, said ${name}, a nurse from Toulouse. "We could not reach the stairs," she said. The street was closed.\n\n`;
  }
  return text;
}

/** Waits until the marks of a text are all drawn. */
function drawn(/** @type {Page} */ page, /** @type {string} */ text) {
  return page.waitForFunction((length) => {
    const element = document.querySelector("newsmark-article");
    return element?.result?.length === length && !element.shadowRoot?.querySelector(".plain") && !document.querySelector(".work");
  }, text.length);
}

/** Waits until the claims table has `count` rows. */
const listed = (/** @type {Page} */ page, /** @type {number} */ count) =>
  page.waitForFunction((count) => document.querySelector("newsmark-lists")?.shadowRoot?.querySelector("newsmark-claims")?.shadowRoot?.querySelectorAll(".row").length === count, count);

/** Watches for tasks that hold the page up; gives the longest so far, in milliseconds. */
async function watched(/** @type {Page} */ page) {
  await page.evaluate(() => {
    /** @type {any} */ (globalThis).longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) /** @type {any} */ (globalThis).longest = Math.max(/** @type {any} */ (globalThis).longest, duration);
    }).observe({ type: "longtask" });
  });
  return () => page.evaluate(() => /** @type {number} */ (/** @type {any} */ (globalThis).longest));
}

const shown = (/** @type {Page} */ page) => page.locator("newsmark-article .article").evaluate((element) => element.textContent);
const cancel = (/** @type {Page} */ page) => page.getByRole("button", { name: "Cancel" });

describe("long texts", { skip }, () => {
  for (const [name, text] of [["in paragraphs", long(300_000)], ["in one line", long(300_000).replace(/\s+/g, " ")]]) {
    test(`300,000 characters ${name}: marked to the end, without a long stop`, () =>
      chromium.withPage("hosted", {}, async (page) => {
        const longest = await watched(page);
        await paste(page, text ?? "");
        await drawn(page, text ?? "");
        assert.ok((await shown(page)) === text, "the text is as it was");
        const places = await page.locator("newsmark-article mark.figure").evaluateAll((marks) => marks.map((mark) => Number(/** @type {HTMLElement} */ (mark).dataset["start"])));
        assert.ok(Math.max(...places) > 290_000, "marked to the end");
        // An idle machine needs 100; drawn in one go it would be many seconds.
        const stood = await longest();
        assert.ok(stood < 1000, `the page stood still for ${stood} ms`);
      }));
  }

  test("a place far down is reached from its row before all is drawn", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await paste(page, `${long(400_000)}Jean Dupont waited in Marseille.\n\n${long(20_000)}`);
      await page.getByRole("tab", { name: "Places" }).click();
      await page.locator("newsmark-places .row", { hasText: "Marseille" }).click();
      const chosen = page.locator("newsmark-article mark.chosen", { hasText: "Marseille" });
      await chosen.waitFor();
      await page.waitForFunction(() => {
        const box = document.querySelector("newsmark-article")?.shadowRoot?.querySelector("mark.chosen")?.getBoundingClientRect();
        return box && box.top >= 0 && box.bottom <= innerHeight;
      });
    }));

  test("lists are shown a page at a time, and turn to what is chosen", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const text = long(100_000);
      await paste(page, text);
      await drawn(page, text);
      const rows = page.locator("newsmark-claims .row");
      await page.getByRole("button", { name: /^Show 200 more of/ }).waitFor();
      await listed(page, 200);
      await page.getByRole("button", { name: /^Show 200 more of/ }).click();
      await page.locator("newsmark-claims .row:focus").waitFor();
      await listed(page, 400);
      assert.ok(await rows.nth(200).evaluate((row) => row.matches(":focus")), "the first new row has the focus");

      await page.locator("newsmark-article mark.figure").last().click();
      await page.locator('newsmark-claims .row[aria-current="true"]').waitFor();
      assert.ok((await rows.count()) <= 200);
      await page.getByRole("button", { name: /^Show 200 earlier of/ }).click();
      await rows.nth(200).waitFor();
    }));

  test("the marks that the reader sees come before the lists", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const text = long(60_000);
      const found = page.evaluate(async (length) => {
        const article = /** @type {any} */ (document.querySelector("newsmark-article"));
        const row = () => document.querySelector("newsmark-lists")?.shadowRoot?.querySelector("newsmark-claims")?.shadowRoot?.querySelector(".row")?.textContent;
        const before = row();
        const frame = () => new Promise(requestAnimationFrame);
        while (article.result?.length !== length) await frame();
        const first = { marked: article.shadowRoot.querySelectorAll("mark").length > 0, listed: row() !== before };
        while (row() === before) await frame();
        return first;
      }, text.length);
      await paste(page, text);
      assert.deepEqual(await found, { marked: true, listed: false });
      await drawn(page, text);
      await listed(page, 200);
    }));

  test("on paper a list has all its rows", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const text = long(100_000);
      await paste(page, text);
      await drawn(page, text);
      const count = await page.locator("newsmark-article").evaluate((element) => /** @type {any} */ (element).result.figures.length);
      assert.ok(count > 400);
      await page.emulateMedia({ media: "print" });
      await listed(page, count);
      await page.emulateMedia({ media: "screen" });
      await listed(page, 200);
    }));

  test("5 MB: the page says so, stays alive while it is read and drawn, says little meanwhile, and can be stopped", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const text = long(4_990_000);
      await page.evaluate(() => {
        const status = /** @type {Element} */ (document.querySelector('[role="status"]'));
        /** @type {any} */ (globalThis).told = [];
        new MutationObserver(() => /** @type {any} */ (globalThis).told.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
      });
      const longest = await watched(page);
      await paste(page, text);
      await page.getByRole("status").filter({ hasText: "a long text (5.0 MB)" }).waitFor();
      await page.waitForFunction((length) => document.querySelector("newsmark-article")?.result?.length === length, text.length);
      await page.waitForTimeout(2000);
      await cancel(page).click();
      await page.getByRole("status").filter({ hasText: "Marking was stopped" }).waitFor();
      // An idle machine needs 400; taken in at one go it would be seconds.
      const stood = await longest();
      assert.ok(stood < 3000, `the page stood still for ${stood} ms`);
      const told = await page.evaluate(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).told));
      assert.equal(new Set(told).size, told.length, "nothing is told twice");
      assert.ok(told.length <= 3, told.join("; "));
    }));

  test("5 MB: the bar says how much has been read, and reading is cancelled in the middle of it", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const text = long(4_990_000);
      await page.evaluate(() => {
        const seen = (/** @type {any} */ (globalThis).seen = new Set());
        setInterval(() => {
          const bar = document.querySelector("progress");
          if (bar?.hasAttribute("value")) seen.add(bar.value);
        }, 5);
      });
      await paste(page, text);
      await page.waitForFunction(() => /** @type {HTMLProgressElement} */ (document.querySelector("progress"))?.value > 0.3);
      await cancel(page).click();
      await page.getByRole("heading", { name: "The article is shown without marks" }).waitFor();
      const seen = await page.evaluate(() => /** @type {number[]} */ ([.../** @type {any} */ (globalThis).seen]));
      assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
      assert.ok(seen.length >= 5 && Math.max(...seen) < 0.9, seen.join(" "));
      assert.ok((await shown(page)) === text, "the text is whole");
      await paste(page, "Anne Laurent lives in Lyon.");
      await page.locator("newsmark-article mark", { hasText: "Anne Laurent" }).waitFor();
    }));

  test("marking can be stopped: the rest stays without marks, the lists are there", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const text = long(1_500_000);
      await paste(page, text);
      await page.getByRole("status").filter({ hasText: "a long text (1.5 MB)" }).waitFor();
      await page.waitForFunction((length) => document.querySelector("newsmark-article")?.result?.length === length, text.length);
      await cancel(page).click();
      await page.getByRole("status").filter({ hasText: "Marking was stopped" }).waitFor();
      assert.ok((await shown(page)) === text, "the text is whole");
      const count = () => page.locator("newsmark-article mark").count();
      const before = await count();
      await page.waitForTimeout(300);
      assert.equal(await count(), before);
      assert.ok((await page.locator("newsmark-article .plain").count()) > 0);
      assert.equal(await cancel(page).count(), 0);
      await page.locator("newsmark-claims .row").first().waitFor();
    }));

  /** The engine never answers for a long text. */
  const stuck = (/** @type {Page} */ page) =>
    page.addInitScript(() => {
      const send = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (/** @type {any} */ message) {
        if (!(message.text?.length > 50_000)) send.call(this, message);
      };
    });

  test("reading can be stopped, and asked for again", () =>
    chromium.withPage("single file", { before: stuck }, async (page) => {
      const text = long(60_000);
      await paste(page, text);
      await cancel(page).click();
      await page.getByRole("heading", { name: "The article is shown without marks" }).waitFor();
      assert.equal(await shown(page), text);
      assert.equal(await page.locator("newsmark-article mark").count(), 0);
      await page.getByRole("button", { name: "Try again" }).click();
      await cancel(page).waitFor();
      await paste(page, "Anne Laurent lives in Lyon.");
      await page.locator("newsmark-article mark", { hasText: "Anne Laurent" }).waitFor();
      assert.equal(await cancel(page).count(), 0);
    }));

  test("a new text takes the place of one that is being drawn", () =>
    chromium.withPage("single file", {}, async (page) => {
      await paste(page, long(1_000_000));
      await cancel(page).waitFor();
      await paste(page, "Anne Laurent lives in Marseille.");
      await page.locator("newsmark-article mark", { hasText: "Marseille" }).waitFor();
      await page.waitForTimeout(200);
      assert.equal(await shown(page), "Anne Laurent lives in Marseille.");
      assert.equal(await cancel(page).count(), 0);
    }));
});
