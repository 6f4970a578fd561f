// Reading closely: lines to who says it, from mark to mark by key, words found, help.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findAll } from "newsmark/elements";
import { chromium, mark, paste, skip } from "./support/desk.js";

/** @typedef {import("playwright-core").Page} Page */

const line = (/** @type {Page} */ page) => page.locator("newsmark-article svg.line path");
const chosen = async (/** @type {Page} */ page) => (await page.locator("newsmark-article .chosen").allTextContents()).join("");

/** Where the line ends, as a place on the screen. */
const lineEnd = (/** @type {Page} */ page) =>
  line(page).evaluate((path) => {
    const [x = 0, y = 0] = (/C.* ([\d.-]+) ([\d.-]+)M/.exec(path.getAttribute("d") ?? "") ?? []).slice(1).map(Number);
    const sheet = /** @type {Element} */ (path.closest(".sheet")).getBoundingClientRect();
    return { x: sheet.x + x, y: sheet.y + y };
  });

describe("who says it", { skip }, () => {
  test("a line goes from the chosen quote or figure to its speaker or source, and from no other", () =>
    chromium.withPage("hosted", {}, async (page) => {
      assert.equal(await line(page).getAttribute("d"), null);
      for (const [kind, text, sayer] of /** @type {const} */ ([["quote", "far more people", "Malima"], ["figure.number", "31", "Red Cross"]])) {
        await mark(page, kind, text).first().click();
        const to = await mark(page, "evidence", sayer).first().boundingBox();
        const { x, y } = await lineEnd(page);
        assert.ok(to && x > to.x - 4 && x < to.x + to.width + 4 && y > to.y - 8 && y < to.y + to.height + 8, `${kind}: ${x} ${y} ${JSON.stringify(to)}`);
      }
      await mark(page, "person", "Grace Nakimuli").click();
      assert.equal(await line(page).getAttribute("d"), null, "a name has none");
      await mark(page, "figure.number", "31").click();
      await page.keyboard.press("Escape");
      assert.equal(await line(page).getAttribute("d"), null, "nothing chosen");
    }));

  test("by keyboard the line shows at once where the focus is, and goes with it", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await paste(page, '"We saw it," said Anne Laurent. Two people died, police said.');
      await mark(page, "quote", "We saw it").waitFor();
      await page.getByLabel("Find in the text").focus();
      await page.keyboard.press("Tab");
      await mark(page, "quote", "We saw it").and(page.locator(":focus")).waitFor();
      await page.waitForFunction(() => document.querySelector("newsmark-article")?.shadowRoot?.querySelector("svg.line path")?.hasAttribute("d"));
      const to = await mark(page, "person", "Anne Laurent").boundingBox();
      const { x } = await lineEnd(page);
      assert.ok(to && x > to.x - 4 && x < to.x + to.width + 4);
      assert.equal(await page.locator("newsmark-card .why").count(), 0, "nothing is chosen yet");
      assert.equal(await page.locator("newsmark-article [tabindex='0']").count(), 1, "one stop for the Tab key");
      await page.keyboard.press("Tab");
      await page.waitForFunction(() => !document.querySelector("newsmark-article")?.shadowRoot?.querySelector("svg.line path")?.hasAttribute("d"));
    }));

  test("the line follows when the page gets narrower", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await mark(page, "figure.number", "31").click();
      await page.setViewportSize({ width: 500, height: 800 });
      await page.waitForTimeout(200);
      const to = await mark(page, "evidence", "Red Cross").boundingBox();
      const { x } = await lineEnd(page);
      assert.ok(to && x > to.x - 4 && x < to.x + to.width + 4);
    }));

  test("a quote's and a name's card say the rule in plain English", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const why = page.locator("newsmark-card .why");
      await mark(page, "quote", "far more people").click();
      assert.match((await why.textContent()) ?? "", /Who says it stands right behind the words.*Stated/s);
      assert.match((await page.locator("newsmark-card dl").textContent()) ?? "", /Speaker\s*Josephat Malima \(“Malima”\).*Said with\s*“told/s);
      await mark(page, "person", "Grace Nakimuli").click();
      assert.ok(((await why.textContent()) ?? "").length > 40);
    }));
});

describe("keys in the text", { skip }, () => {
  test("letters go to the next of a kind, with Shift to the previous, and to nothing past the last", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await mark(page, "place", "Lake Victoria").first().focus();
      const seen = [];
      for (const key of ["c", "c", "c", "Shift+C", "p", "o", "q", "l"]) {
        await page.keyboard.press(key);
        seen.push(await chosen(page));
      }
      assert.deepEqual(seen.slice(0, 4).map((text) => text.replace(/\s+/g, " ")), ["at Least 23", "23 people", "dozens of passengers", "23 people"]);
      const kinds = await page.locator("newsmark-article mark.chosen").first().getAttribute("class");
      assert.match(kinds ?? "", /place/);
      for (let i = 0; i < 12; i++) await page.keyboard.press("c");
      const last = await chosen(page);
      await page.keyboard.press("c");
      assert.equal(await chosen(page), last);
    }));

  test("S shows only what the mark's speaker says, and everything again", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await mark(page, "figure.number", "31").focus();
      await page.keyboard.press("s");
      await page.getByRole("status").filter({ hasText: "Only what Red Cross says" }).waitFor();
      await page.keyboard.press("s");
      await page.getByRole("status").filter({ hasText: /^Read:/ }).waitFor();
    }));

  test("letters do nothing elsewhere, nor when they are switched off", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.getByRole("tab", { name: "Claims" }).focus();
      await page.keyboard.press("c");
      assert.equal(await chosen(page), "");
      await mark(page, "place", "Lake Victoria").first().focus();
      await page.keyboard.press("?");
      const off = page.getByRole("checkbox", { name: /single letters/ });
      await off.uncheck();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      await mark(page, "place", "Lake Victoria").first().focus();
      for (const key of ["c", "?", "s", "f"]) await page.keyboard.press(key);
      assert.equal(await chosen(page), "");
      assert.equal(await page.getByRole("dialog").count(), 0);
      await page.keyboard.press("ArrowRight");
      assert.notEqual(await chosen(page), "", "arrows still go on");
      assert.equal(await page.evaluate(() => localStorage.length), 0);
    }));

  test("the help lists every key, and closes to where the reader was", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await mark(page, "place", "Lake Victoria").first().focus();
      await page.keyboard.press("?");
      const keys = await page.getByRole("dialog").locator("kbd").allTextContents();
      for (const key of ["P", "O", "L", "N", "Q", "C", "S", "F", "?", "Enter", "Esc"]) assert.ok(keys.includes(key), key);
      await page.getByRole("button", { name: "Close" }).click();
      await page.locator("newsmark-article mark:focus").waitFor();
    }));
});

test("the help opens at its beginning, on a phone too", { skip }, () =>
  chromium.withPage("hosted", { viewport: { width: 360, height: 640 } }, async (page) => {
    await mark(page, "place", "Lake Victoria").first().focus();
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "How to read with Newsmark" }).and(page.locator(":focus")).waitFor();
    assert.equal(await page.getByRole("dialog").evaluate(({ scrollTop }) => scrollTop), 0);
  }));

describe("finding words", { skip }, () => {
  test("in text order, round and round, by keyboard; Escape goes back to the text", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await mark(page, "place", "Lake Victoria").first().focus();
      await page.keyboard.press("f");
      await page.keyboard.type("SAID");
      const count = page.locator("newsmark-article .found-count");
      assert.match((await count.textContent()) ?? "", /^\d+ found$/);
      const all = Number.parseInt((await count.textContent()) ?? "");
      const starts = [];
      for (let i = 0; i <= all; i++) {
        await page.keyboard.press("Enter");
        await page.locator("newsmark-article .found-count", { hasText: `${(i % all) + 1} of ${all}` }).waitFor();
        starts.push(Number(await page.locator("newsmark-article .here").first().getAttribute("data-start")));
      }
      assert.ok(all > 3);
      assert.deepEqual(starts.slice(0, all), starts.slice(0, all).toSorted((a, b) => a - b));
      assert.equal(starts[all], starts[0]);
      assert.equal((await page.locator("newsmark-article .here").allTextContents()).join(""), "said");
      const text = await page.locator("newsmark-article .article").evaluate((element) => element.textContent);
      assert.equal(text, await page.locator("newsmark-article").evaluate((element) => /** @type {any} */ (element).result.text));
      await page.keyboard.press("Escape");
      await page.locator("newsmark-article mark:focus").waitFor();
      assert.equal(await page.locator("newsmark-article .found").count(), 0);
    }));

  test("what is not there is said", () =>
    chromium.withPage("single file", {}, async (page) => {
      await page.getByLabel("Find in the text").fill("zeppelin (");
      await page.locator("newsmark-article .found-count", { hasText: "not found" }).waitFor();
      assert.ok(await page.getByRole("button", { name: "Next place" }).isDisabled());
    }));
});

test("finds words whatever their capitals, over wrapped lines, and takes no pattern", () => {
  const text = "Red Cross. The red\n  cross (ICRC) says 1+1. A Red  Cross-run camp.";
  assert.deepEqual(findAll(text, " red cross ").map(({ start, end }) => text.slice(start, end)), ["Red Cross", "red\n  cross", "Red  Cross"]);
  assert.equal(findAll(text, "(icrc)").length, 1);
  assert.equal(findAll(text, "1+1.").length, 1);
  assert.equal(findAll(text, "cross-run").length, 1);
  for (const nothing of ["", "  ", ".*", "[a-z]"]) assert.deepEqual(findAll(text, nothing), []);
});
