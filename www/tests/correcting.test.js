// Correcting on the page: by mouse and by keyboard alone, taken back, kept through an edit, exported.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { countWith } from "newsmark/corrections";
import { movedEdge } from "newsmark/elements";
import { button, chromium, mark, said, skip } from "./support/desk.js";

/** @typedef {import("playwright-core").Page} Page */

const list = (/** @type {Page} */ page) => page.locator(".corrections li");
const result = (/** @type {Page} */ page) => page.evaluate(() => /** @type {import("newsmark").Article} */ (document.querySelector("newsmark-article")?.result));

describe("correcting", { skip }, () => {
  test("a rejected figure goes everywhere, and comes back with undo; redo rejects it again", () =>
    chromium.withPage("hosted", {}, async (page) => {
      assert.equal(await button(page, "Undo").count(), 0, "nothing to undo at first");
      await mark(page, "figure.number", "31").click();
      await button(page, "Reject").click();
      await mark(page, "figure.number", "31").waitFor({ state: "detached" });
      await said(page, "Rejected “31”");
      assert.equal(await page.locator("newsmark-claims tr.line", { hasText: "Red Cross" }).count(), 0);
      await button(page, "Undo").click();
      await mark(page, "figure.number", "31").waitFor();
      assert.equal(await list(page).count(), 0);
      await page.keyboard.press("ControlOrMeta+Shift+z");
      await mark(page, "figure.number", "31").waitFor({ state: "detached" });
      await page.keyboard.press("ControlOrMeta+z");
      await mark(page, "figure.number", "31").waitFor();
    }));

  test("kind, count, source, victims and edges of a figure are changed, and copied so", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await mark(page, "figure.number", "31").click();
      await button(page, "Change…").click();
      await page.getByLabel("Kind", { exact: true }).first().selectOption("Missing");
      await page.getByLabel("Given as").selectOption("at least");
      await page.getByLabel("Low", { exact: true }).fill("30");
      await page.keyboard.press("Tab");
      await page.getByLabel("Source", { exact: true }).first().fill("transport ministry");
      await page.keyboard.press("Tab");
      await page.getByLabel("Victims").fill("nobody of the kind");
      await page.keyboard.press("Tab");
      await page.getByText("“nobody of the kind” does not stand in the article.").waitFor();
      await page.getByLabel("Victims").fill("passengers");
      await page.keyboard.press("Tab");
      await button(page, "Start a word earlier").click();
      await said(page, "“31” reads “at 31”");
      const figure = (await result(page)).figures.find(({ origin }) => origin === "edited");
      const { text, entities } = /** @type {import("newsmark").Article & { text: string }} */ (await result(page));
      assert.deepEqual([figure?.kind, figure?.low, figure?.high, figure?.bound], ["missing", 30, null, "at_least"]);
      assert.equal(entities.find(({ id }) => id === figure?.source?.entity)?.name, "Transport Ministry");
      assert.equal(text.slice(figure?.victims?.start, figure?.victims?.end), "passengers");
      assert.equal(await list(page).count(), 6);
      await button(page, "Copy claims").click();
      await said(page, /^Copied/);
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\tmissing\t31\t30\t.*at least\tpassengers\t.*Transport Ministry/);
    }));

  test("all mentions of a name change kind; a name is merged, and parted again", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await mark(page, "person", "Josephat Malima").click();
      await button(page, "Change…").click();
      assert.ok(await page.getByLabel(/All \d mentions/).isChecked());
      await page.getByLabel("Kind", { exact: true }).first().selectOption("Organization");
      await mark(page, "organization", "Malima").nth(1).waitFor();
      await page.getByLabel("Is the same as").selectOption("Grace Nakimuli");
      await page.getByRole("tab", { name: "Names" }).click();
      assert.equal(await page.locator("newsmark-names .row", { hasText: /^\s*Josephat Malima/ }).count(), 0);
      await button(page, "Another is meant here").click();
      await page.locator("newsmark-names .row", { hasText: /^\s*Josephat Malima/ }).waitFor();
    }));

  test("selected words are marked, wherever they stand", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("newsmark-article")?.shadowRoot);
        const walker = document.createTreeWalker(/** @type {Node} */ (root.querySelector(".article")), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node.nodeValue ?? "").indexOf("patrol boat");
          if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + "patrol boat".length);
        }
      });
      await page.getByLabel("Mark “patrol boat” as").selectOption("Product or ship");
      await mark(page, "other.product", "patrol boat").waitFor();
      await said(page, "Marked “patrol boat” as product");
      const tag = await page.locator("newsmark-article .tag[data-tag^=PRO]").first().getAttribute("data-tag");
      assert.equal(tag, "PRO✎", "what is made by hand says so");
      const card = page.getByRole("region", { name: "Why this is marked" });
      await card.getByText("Marked by hand.").waitFor();
    }));

  test("everything by keyboard: accept, reject, change, mark what was found, take back", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const shown = () => page.locator("newsmark-article mark.figure").count();
      const all = await shown();
      await mark(page, "place", "Lake Victoria").first().focus();
      await page.keyboard.press("c");
      await page.keyboard.press("a");
      await said(page, "Accepted “at Least 23”");
      await page.keyboard.press("c");
      await page.keyboard.press("e");
      await page.locator("newsmark-correct #kind:focus").waitFor();
      await page.keyboard.press("i");
      await said(page, "is injured");
      await mark(page, "place", "Lake Victoria").first().focus();
      await page.keyboard.press("c");
      await page.keyboard.press("r");
      await said(page, "Rejected");
      assert.ok((await shown()) < all);
      await page.keyboard.press("f");
      if (!(await page.locator("newsmark-article #find:focus").count())) await page.getByLabel("Find in the text").focus();
      await page.keyboard.type("60 people");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      await page.getByLabel("Find in the text").focus();
      await page.keyboard.type("60 people");
      await page.keyboard.press("Enter");
      const add = page.getByLabel("Mark “60 people” as");
      await add.focus();
      await add.selectOption("Displaced");
      await mark(page, "figure", "60").waitFor();
      for (let i = 0; i < 4; i++) await page.keyboard.press("ControlOrMeta+z");
      await said(page, "taken back");
      assert.equal(await shown(), all);
    }));

  test("corrections stay through an edit; what lost its words is listed, and can be taken back", () =>
    chromium.withPage("hosted", {}, async (page) => {
      for (const number of ["31", "six"]) {
        await mark(page, "figure.number", number).click();
        await button(page, "Reject").click();
        await mark(page, "figure.number", number).waitFor({ state: "detached" });
      }
      await button(page, "Edit").click();
      const editor = page.getByLabel("Text of the article");
      const text = await editor.inputValue();
      await editor.fill(`A word before all others.\n\n${text.replace(/Forty-one passengers[^.]*\./, "")}`);
      await button(page, "Done").click();
      await page.getByRole("heading", { name: "2 corrections, 1 without a place" }).waitFor();
      assert.equal(await mark(page, "figure.number", "31").count(), 0);
      const lost = list(page).filter({ hasText: "no longer in the text" });
      await lost.filter({ hasText: "six of them" }).getByRole("button").click();
      await page.getByRole("heading", { name: "1 correction", exact: true }).waitFor();
      await list(page).getByRole("button").click();
      await mark(page, "figure.number", "31").waitFor();
    }));

  test("a corrected article is saved as corrected, and not lost to a paste or another file", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await mark(page, "figure.number", "31").click();
      await button(page, "Reject").click();
      await said(page, "Rejected");
      const download = page.waitForEvent("download");
      await button(page, "Save").click();
      const saved = JSON.parse(await readFile(await (await download).path(), "utf8"));
      assert.equal(saved.figures.filter((/** @type {{ origin: string }} */ { origin }) => origin === "rejected").length, 1);
      await page.evaluate(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", "Anne Laurent lives in Lyon.");
        document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
      });
      await mark(page, "person", "Anne Laurent").waitFor();
      assert.equal(await list(page).count(), 0);
      await page.getByRole("navigation", { name: "Open articles" }).getByRole("button", { name: /^Ferry/ }).click();
      await list(page).first().waitFor();
      await mark(page, "figure.number", "31").waitFor({ state: "detached" });
    }));

  test("what was saved opens again as it was, corrections, names and day included", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await mark(page, "figure.number", "31").click();
      await button(page, "Reject").click();
      await said(page, "Rejected");
      const download = page.waitForEvent("download");
      await button(page, "Save").click();
      const saved = await readFile(await (await download).path());
      const before = await result(page);
      await button(page, "Sample").click();
      await mark(page, "figure.number", "31").waitFor();
      await page.locator(".tools input[type=file]").setInputFiles({ name: "ferry.newsmark.json", mimeType: "application/json", buffer: saved });
      await mark(page, "figure.number", "31").waitFor({ state: "detached" });
      assert.deepEqual(await result(page), before);
      assert.equal(await page.getByLabel("Published").inputValue(), "2026-03-11");
      await list(page).filter({ hasText: "Rejected “31”" }).getByRole("button").click();
      await mark(page, "figure.number", "31").waitFor();
      // Anything else in braces is a text.
      const others = ['{"version": 1}', "{not json", JSON.stringify({ version: 1, engine: "x", text: "Anne Laurent left.", desk: { corrections: [null, {}, { layer: "quote", kind: "direct", at: {}, change: { do: "reject" } }] } })];
      await page.locator(".tools input[type=file]").setInputFiles(others.map((content, i) => ({ name: `${i}.json`, mimeType: "application/json", buffer: Buffer.from(content) })));
      await page.getByRole("navigation", { name: "Open articles" }).getByRole("button", { name: "2.json", exact: true }).click();
      await mark(page, "person", "Anne Laurent").waitFor();
      assert.equal(await list(page).count(), 0);
    }));

  test("leaving asks first while corrections are not saved", () =>
    chromium.withPage("hosted", {}, async (page, faults) => {
      await page.close({ runBeforeUnload: true });
      assert.deepEqual(faults, [], "nothing to lose");
    }));

  test("leaving with corrections asks", () =>
    chromium.withPage("hosted", {}, async (page, faults) => {
      await mark(page, "figure.number", "31").click();
      await button(page, "Reject").click();
      await said(page, "Rejected");
      await page.close({ runBeforeUnload: true });
      for (let i = 0; i < 50 && faults.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 100));
      assert.match(faults.splice(0).join(), /^dialog/);
    }));

  test("at 320 px the form fits, and the chosen words stay in view above it", () =>
    chromium.withPage("hosted", { viewport: { width: 320, height: 700 } }, async (page) => {
      const figure = mark(page, "figure.number", "31");
      await figure.click();
      await button(page, "Change…").click();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      await page.waitForTimeout(200);
      const [box, why] = [await figure.boundingBox(), await page.locator("div.why").boundingBox()];
      assert.ok(box && why && box.y >= 0 && box.y + box.height <= why.y, JSON.stringify([box, why]));
    }));
});

test("edges move word by word, and never past each other", () => {
  const text = "Police said “at least 12 people” died.";
  const words = (/** @type {{ start: number, end: number } | null} */ stretch) => stretch && text.slice(stretch.start, stretch.end);
  const twelve = { start: text.indexOf("12"), end: text.indexOf("12") + 2 };
  assert.equal(words(movedEdge(text, twelve, "end", 1)), "12 people");
  assert.equal(words(movedEdge(text, twelve, "start", -1)), "least 12");
  assert.equal(words(movedEdge(text, twelve, "start", 1)), null);
  assert.equal(words(movedEdge(text, twelve, "end", -1)), null);
  assert.equal(words(movedEdge(text, { start: 0, end: 6 }, "start", -1)), null);
});

test("a count's parts go together", () => {
  const exact = { low: 12, high: 12, bound: /** @type {const} */ ("exact") };
  assert.deepEqual(countWith(exact, { low: 14 }), { low: 14, high: 14, bound: "exact" });
  assert.deepEqual(countWith(exact, { bound: "at_least" }), { low: 12, high: null, bound: "at_least" });
  assert.deepEqual(countWith(exact, { bound: "at_most" }), { low: null, high: 12, bound: "at_most" });
  assert.deepEqual(countWith({ ...exact, bound: "range" }, { high: 20 }), { low: 12, high: 20, bound: "range" });
  assert.deepEqual(countWith({ ...exact, bound: "range" }, { high: 5 }), { low: 5, high: 5, bound: "range" });
  assert.deepEqual(countWith(exact, { bound: "none" }), { low: 0, high: 0, bound: "none" });
});
