// The claims table, speakers and sources on the page.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chromium, skip } from "./support/desk.js";

/** @typedef {import("playwright-core").Page} Page */

const table = (/** @type {Page} */ page) => page.getByRole("table", { name: "All casualty figures" });
const column = (/** @type {Page} */ page, /** @type {string} */ name) => page.locator(`newsmark-claims tr.line .of-${name}, newsmark-claims tr.line td.${name}`).allTextContents();
const head = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole("columnheader", { name, exact: true });
const status = (/** @type {Page} */ page) => page.getByRole("status");

describe("the claims", { skip }, () => {
  test("are a table with named columns, a row a figure, sorted by what its head says", () =>
    chromium.withPage("hosted", {}, async (page) => {
      for (const name of ["Figure", "Kind", "Low", "High", "Source", "Side", "Sentence"]) await head(page, name).waitFor();
      const rows = await table(page).getByRole("row").count();
      assert.equal(rows, 1 + Number(/\d+/.exec((await page.getByRole("tab", { name: "Claims" }).textContent()) ?? "")?.[0]));
      assert.equal(await head(page, "Sentence").getAttribute("aria-sort"), "ascending");

      const low = head(page, "Low");
      await low.getByRole("button").click();
      assert.equal(await low.getAttribute("aria-sort"), "ascending");
      assert.equal(await head(page, "Sentence").getAttribute("aria-sort"), null);
      const numbers = (await column(page, "low")).map((text) => Number(text) || 0);
      assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b));
      await low.getByRole("button").press("Enter");
      assert.equal(await low.getAttribute("aria-sort"), "descending");
      const down = (await column(page, "low")).map((text) => Number(text) || 0);
      assert.deepEqual(down, down.toSorted((a, b) => b - a));
      assert.ok(down.length > 3 && down[0] !== down.at(-1));
    }));

  test("are filtered by kind, with how many are left", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const all = (await column(page, "kind")).length;
      await page.getByLabel("Kind", { exact: true }).selectOption("Injured");
      assert.deepEqual([...new Set(await column(page, "kind"))], ["Injured"]);
      await page.getByText(`1 of ${all} figures`).waitFor();
      assert.equal(await page.locator("newsmark-claims .claim").count(), 0, "what is not shown is not compared");
      await page.getByLabel("Kind", { exact: true }).selectOption("All");
      assert.equal((await column(page, "kind")).length, all);
    }));

  test("stand side by side where several are about the same, as a chart in words", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const chart = page.getByRole("list", { name: /^Killed, .*who says how many/ });
      await chart.getByRole("listitem").filter({ hasText: "Red Cross" }).filter({ hasText: "31" }).waitFor();
      await page.locator("newsmark-claims .relation", { hasText: "31" }).first().waitFor();
    }));

  test("a row goes to the sentence, by click anywhere in it and by Enter", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const line = page.locator("newsmark-claims tr.line", { hasText: "Red Cross" });
      await line.locator("td.words").click();
      await page.locator("newsmark-article mark.figure.chosen", { hasText: "31" }).waitFor();
      assert.match((await line.getAttribute("class")) ?? "", /current/);
      await page.locator("newsmark-article mark.chosen:focus").waitFor();

      const button = page.locator("newsmark-claims tr.line", { hasText: "hospital official" }).getByRole("button");
      await button.focus();
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.locator("newsmark-article mark.figure.chosen", { hasText: "23" }).first().waitFor();
    }));

  test("a figure's card says which words decided kind, count, victims and source, and the rule in words", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.locator("newsmark-article mark.figure.number", { hasText: "14" }).click();
      const card = page.getByRole("region", { name: "Why this is marked" });
      const line = async (/** @type {string} */ term) => (await card.locator("dl > div", { hasText: term }).textContent()) ?? "";
      assert.match(await line("Kind"), /Killed, by “drowned”/);
      assert.match(await line("Count"), /14/);
      assert.match(await line("Victims"), /“Tanzanians”/);
      assert.match(await line("Source"), /Josephat Malima.*by “said”/);
      assert.match((await card.locator(".why").textContent()) ?? "", /people counted.*Stated: the words say so/s);
    }));

  test("at 320 px each row is a card that names its values, and still a table to a screen reader", () =>
    chromium.withPage("hosted", { viewport: { width: 320, height: 640 } }, async (page) => {
      const line = page.locator("newsmark-claims tr.line", { hasText: "Red Cross" });
      const label = await line.locator("td.of-low").evaluate((cell) => getComputedStyle(cell, "::before").content);
      assert.match(label, /^"Low: "/);
      const box = await line.boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 320);
      await table(page).getByRole("row").filter({ hasText: "Red Cross" }).getByRole("cell", { name: "31" }).first().waitFor();
      await head(page, "Low").getByRole("button").click();
      assert.equal(await head(page, "Low").getAttribute("aria-sort"), "ascending");
    }));
});

describe("one source only", { skip }, () => {
  test("picked in the claims: only its figures and quotes are shown, in text and lists, until everything is again", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const figures = await page.locator("newsmark-article mark.figure").count();
      await page.getByLabel("Source", { exact: true }).selectOption("Red Cross");
      await status(page).filter({ hasText: "Only what Red Cross says: 1 quote, 1 casualty figure." }).or(status(page).filter({ hasText: "Only what Red Cross says: 0 quotes, 1 casualty figure." })).waitFor();
      assert.deepEqual((await page.locator("newsmark-article mark.figure").allTextContents()).join(""), "31");
      assert.deepEqual((await column(page, "source")).map((text) => text.trim()), ["Red Cross"]);
      assert.match((await page.getByRole("button", { name: /^Casualties/ }).textContent()) ?? "", /Casualties\s+1/);
      assert.match((await page.getByRole("tab", { name: "Claims" }).textContent()) ?? "", /Claims\s+1/);
      assert.ok((await page.locator("newsmark-article mark.person").count()) > 0, "names stay");
      await page.getByRole("button", { name: "Show everything" }).click();
      assert.equal(await page.locator("newsmark-article mark.figure").count(), figures);
      await status(page).filter({ hasText: /^Read:/ }).waitFor();
    }));

  test("picked among the speakers, and picked again", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.getByRole("tab", { name: "Quotes" }).click();
      const pick = page.locator("newsmark-quotes").getByRole("button", { name: "Josephat Malima", exact: true });
      const all = await page.locator("newsmark-quotes .row").count();
      await pick.click();
      assert.equal(await pick.getAttribute("aria-pressed"), "true");
      assert.deepEqual((await page.locator("newsmark-quotes h3 .name").allTextContents()), ["Josephat Malima"]);
      const left = await page.locator("newsmark-quotes .row").count();
      assert.ok(left > 1 && left < all);
      await page.getByRole("tab", { name: "Claims" }).click();
      assert.deepEqual((await column(page, "source")).map((text) => text.trim()), ["Josephat Malima"]);
      await page.getByRole("tab", { name: "Quotes" }).click();
      await pick.click();
      assert.equal(await page.locator("newsmark-quotes .row").count(), all);
    }));

  test("picked on a mark's card; a new article shows everything", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.locator("newsmark-article mark.figure.number", { hasText: "31" }).click();
      await page.getByRole("button", { name: "Show only theirs" }).click();
      await status(page).filter({ hasText: "Only what Red Cross says" }).waitFor();
      await page.getByRole("button", { name: "Sample" }).click();
      await status(page).filter({ hasText: /^Read:/ }).waitFor();
      assert.equal(await page.getByRole("button", { name: "Show everything" }).count(), 0);
    }));
});

describe("who and where", { skip }, () => {
  test("speakers with quotes, words and share; quotes by speaker; those of nobody last", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.getByRole("tab", { name: "Quotes" }).click();
      const speakers = page.getByRole("table", { name: "Words in quotation marks, by speaker" });
      const shares = (await speakers.locator("tbody td:nth-child(4)").allTextContents()).map((text) => Number.parseInt(text));
      assert.ok(shares.length >= 5);
      assert.deepEqual(shares, shares.toSorted((a, b) => b - a));
      const malima = speakers.getByRole("row").filter({ hasText: "Josephat Malima" });
      const [quotes, counted] = (await malima.getByRole("cell").allTextContents()).map(Number);
      assert.ok(quotes && quotes >= 3 && counted && counted > 10);
    }));

  test("names say how they are written, places stand by country", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.getByRole("tab", { name: "Names" }).click();
      const malima = page.locator("newsmark-names .row", { hasText: "Josephat Malima" });
      assert.match((await malima.textContent()) ?? "", /Written:.*Josephat Malima.*Malima/s);
      await page.getByRole("tab", { name: "Places" }).click();
      const uganda = page.locator("newsmark-places section").filter({ has: page.locator("h3", { hasText: "Uganda" }) });
      await uganda.locator(".row", { hasText: "Entebbe" }).waitFor();
    }));
});
