// Two versions of a story: what the comparison finds, and how the page shows it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createAnnotator } from "newsmark";
import { align, compare, wordsApart } from "newsmark/compare";
import { itemsOf } from "./support/versions.js";
import { button, chromium, pasteByKeyboard, said, skip } from "./support/desk.js";

const EARLIER = `Fire in Lyon kills three

LYON, France — Three people died in a fire in Lyon on Monday, the police said. The street was closed.

"We could not reach the stairs," said Anne Laurent, a nurse. The mayor, Paul Petit, visited the house.

Two people were injured, the fire service said. The house was built in 1902.`;

const LATER = `Fire in Lyon kills five

LYON, France — Five people died in a fire in Lyon on Monday, the prosecutor's office said. The street was closed.

The house was built in 1902. "We could not reach the upper stairs," said Anne Laurent, a nurse.

Two people were injured, the fire service said. Marie Haddad, a neighbour, said: "It was over in minutes."`;

const annotator = createAnnotator({ worker: false });
const read = (/** @type {string} */ text) => annotator.annotate(text, { text: true });

test("sentences are laid side by side: the same, changed, added, dropped, moved", () => {
  const kinds = (/** @type {string[]} */ a, /** @type {string[]} */ b) => align(a, b).map(({ kind, earlier, later }) => `${kind} ${earlier ?? "-"} ${later ?? "-"}`);
  assert.deepEqual(kinds(["A b c.", "D e f.", "G h i."], ["A b c.", "X y z.", "G h i."]), ["same 0 0", "dropped 1 -", "added - 1", "same 2 2"]);
  assert.deepEqual(kinds(["Three people died in Lyon."], ["Five people died in Lyon."]), ["changed 0 0"]);
  assert.deepEqual(kinds(["One fish swam.", "Two birds flew by.", "Three dogs ran home."], ["Three dogs ran home.", "One fish swam.", "Two birds flew by."]), ["moved 2 0", "same 0 1", "same 1 2"]);
  assert.deepEqual(kinds(["He said “no”."], ['He said "no".']), ["same 0 0"], "curly marks change nothing");
  assert.deepEqual(kinds([], ["A."]), ["added - 0"]);
  assert.deepEqual(kinds([], []), []);
  // Twice the same words are two sentences.
  assert.deepEqual(kinds(["No.", "No.", "Yes."], ["No.", "Yes."]).filter((pair) => pair.startsWith("same")).length, 2);
});

test("every sentence of both stands once, in order, whatever the texts", () => {
  let seed = 7;
  const pick = (/** @type {number} */ below) => (seed = (seed * 48271) % 2147483647) % below;
  const word = () => ["fire", "in", "Lyon", "police", "said", "three", "five", "died", "the", "house"][pick(10)];
  for (let round = 0; round < 200; round++) {
    const a = Array.from({ length: pick(12) }, () => Array.from({ length: 1 + pick(5) }, word).join(" "));
    const b = a.flatMap((sentence) => (pick(4) === 0 ? [] : pick(4) === 0 ? [`${sentence} ${word()}`] : pick(5) === 0 ? [sentence, word() ?? ""] : [sentence])).sort(() => pick(9) - 7);
    const pairs = align(a, b);
    assert.deepEqual(pairs.flatMap(({ later }) => later ?? []), b.map((_, i) => i));
    assert.deepEqual(pairs.flatMap(({ earlier }) => earlier ?? []).sort((x, y) => x - y), a.map((_, i) => i));
    const kept = pairs.filter(({ kind }) => kind !== "moved").flatMap(({ earlier }) => earlier ?? []);
    assert.deepEqual(kept, kept.toSorted((x, y) => x - y));
  }
});

test("long texts are compared in time", () => {
  const sentence = (/** @type {number} */ i) => `Sentence ${i} tells of ${i * 7} people in town number ${i % 13}.`;
  const a = Array.from({ length: 20_000 }, (_, i) => sentence(i));
  const b = a.filter((_, i) => i % 50 !== 0).map((text, i) => (i % 70 === 0 ? text.replace("people", "men") : text));
  const began = performance.now();
  const pairs = align(a, b);
  assert.ok(performance.now() - began < 5000);
  assert.ok(pairs.filter(({ kind }) => kind === "same").length > 19_000);
});

test("words apart: what each version alone has", () => {
  const [left, right] = wordsApart("Three people died in Lyon, the police said.", "Five people died in Lyon on Monday, the police said.");
  const own = (/** @type {import("newsmark/compare").Piece[]} */ pieces) => pieces.filter(({ own }) => own).map(({ text }) => text);
  assert.deepEqual([own(left), own(right)], [["Three"], ["Five", "on Monday"]]);
  assert.equal(left.map(({ text }) => text).join(""), "Three people died in Lyon, the police said.");
  assert.equal(right.map(({ text }) => text).join(""), "Five people died in Lyon on Monday, the police said.");
});

test("figures, sources, quotes and names: changed, added, dropped; what only moved is no change", async () => {
  const comparison = compare(await read(EARLIER), await read(LATER));
  const changes = itemsOf(comparison);
  for (const expected of [
    "figure count,source: Three people > Five people",
    "quote words: We could not reach the stairs, > We could not reach the upper stairs,",
    "quote added: - > It was over in minutes.",
    "name dropped: Paul Petit > -",
    "name added: - > Marie Haddad",
    "source added: - > Marie Haddad",
  ]) assert.ok(changes.includes(expected), `${expected} in\n${changes.join("\n")}`);
  assert.ok(!changes.some((change) => /Two people|name .*(Anne Laurent|Lyon)/.test(change)), changes.join("\n"));
  assert.ok(comparison.sentences.some(({ kind }) => kind === "moved"));
});

test("a version compared with itself, or wrapped anew with curly marks, has no changes", async () => {
  const article = await read(EARLIER);
  assert.deepEqual(compare(article, article).changes, []);
  const other = await read(EARLIER.replaceAll(" the ", "\nthe ").replace('"We', "“We").replace('stairs,"', "stairs,”"));
  assert.deepEqual(itemsOf(compare(article, other)), []);
});

test("a name spelled otherwise, another role, another speaker, a count that is no longer sure", async () => {
  const earlier = await read('Mayor Johann Brekker spoke in Bern. "The dam holds," said Ana Lund. Six people died, police said.');
  const later = await read('Mayor Johann Breker spoke in Bern. "The dam holds," said Per Holm. About six people died, police said.');
  const changes = itemsOf(compare(earlier, later));
  for (const expected of ["name spelling: Johann Brekker > Johann Breker", "quote speaker: The dam holds, > The dam holds,", "figure count: Six people > About six people"]) assert.ok(changes.includes(expected), `${expected} in\n${changes.join("\n")}`);
});

/** @typedef {import("playwright-core").Page} Page */

const pair = (/** @type {Page} */ page, /** @type {string} */ kind) => page.locator(`.texts .pair.${kind}`);

/** Opens the comparison of the two versions by a second paste. */
async function comparison(/** @type {Page} */ page) {
  await pasteByKeyboard(page, EARLIER);
  await page.waitForFunction((text) => document.querySelector("newsmark-article")?.result?.text === text, EARLIER);
  // On a phone the button waits behind another.
  const more = button(page, "More");
  if (await more.isVisible()) await more.click();
  await button(page, "Compare…").click();
  await said(page, "Paste the other version");
  await pasteByKeyboard(page, LATER);
  await page.getByRole("table", { name: "What changed" }).waitFor();
}

for (const form of /** @type {const} */ (["hosted", "single file"])) {
  test(`${form}: a second paste is compared with what was open; both texts stand side by side`, { skip }, () =>
    chromium.withPage(form, {}, async (page) => {
      await comparison(page);
      await said(page, /^\d+ changes of figures, sources, quotes and names; \d+ sentences not the same\.$/);
      const changes = page.getByRole("table", { name: "What changed" });
      await changes.getByRole("row").filter({ hasText: "count, source" }).filter({ hasText: "Killed: 3 (people) – police" }).filter({ hasText: "Killed: 5" }).first().waitFor();
      await changes.getByRole("row", { name: /added.*Marie Haddad \(Person\)/ }).waitFor();
      await changes.getByRole("row", { name: /dropped.*Paul Petit/ }).waitFor();
      const words = async (/** @type {string} */ side) => (await page.locator(`.texts .${side}`).allTextContents()).join(" ").replace(/\s+/g, " ");
      assert.equal((await words("later")).length, LATER.replace(/\s+/g, " ").length, "all of the later text");
      for (const sentence of ["Three people died", "The mayor, Paul Petit, visited the house.", "The house was built in 1902."]) assert.ok((await words("earlier")).includes(sentence), sentence);
      assert.ok((await page.locator(".texts ins").allTextContents()).includes("upper"));
      await button(page, "Close the comparison").click();
      await page.locator("newsmark-article mark").first().waitFor();
      await page.getByRole("navigation", { name: "Open articles" }).getByRole("button", { name: /^Fire in Lyon kills five/ }).waitFor();
    }));
}

describe("the comparison", { skip }, () => {
  test("of two open articles; which is earlier can be changed; corrections count", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.locator(".tools input[type=file]").setInputFiles([["morning.txt", EARLIER], ["evening.txt", LATER]].map(([name = "", text = ""]) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })));
      await page.waitForFunction((text) => document.querySelector("newsmark-article")?.result?.text === text, EARLIER);
      await page.locator("newsmark-article mark.person", { hasText: "Paul Petit" }).click();
      await button(page, "Reject").click();
      await said(page, "Rejected");
      await button(page, "Compare…").click();
      await page.getByRole("table", { name: "What changed" }).waitFor();
      assert.equal(await page.getByLabel("Earlier version").evaluate((select) => /** @type {HTMLSelectElement} */ (select).selectedOptions[0]?.text), "morning.txt");
      assert.equal(await page.getByRole("row", { name: /dropped.*Paul Petit/ }).count(), 0, "it was rejected");
      await page.getByRole("row", { name: /added.*Marie Haddad \(/ }).waitFor();
      await button(page, "Swap").click();
      await page.getByRole("row", { name: /dropped.*Marie Haddad \(/ }).waitFor();
    }));

  test("by keyboard: from difference to difference, from a change to its sentence", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await comparison(page);
      const focused = page.locator(".texts .pair:focus");
      await button(page, "Next difference").press("Enter");
      assert.match((await focused.textContent()) ?? "", /Fire in Lyon kills/);
      const seen = [];
      for (let i = 0; i < 3; i++) {
        await page.keyboard.press("ArrowDown");
        seen.push(Number(await focused.getAttribute("data-pair")));
      }
      assert.deepEqual(seen, seen.toSorted((a, b) => a - b));
      assert.equal(new Set(seen).size, 3);
      await page.keyboard.press("ArrowUp");
      assert.equal(Number(await focused.getAttribute("data-pair")), seen[1]);
      await page.getByRole("row", { name: /added.*Marie Haddad \(/ }).getByRole("button").press("Enter");
      assert.match((await focused.textContent()) ?? "", /Marie Haddad/);
    }));

  test("what changed is told by signs, lines and words, not by colour alone", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await comparison(page);
      const style = (/** @type {string} */ selector, /** @type {string} */ name) => page.locator(selector).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
      assert.match(await style(".pair.changed del", "text-decoration"), /line-through/);
      assert.match(await style(".pair.changed ins", "text-decoration"), /underline double/);
      for (const [kind, sign, word] of [["changed", "≠", "Changed"], ["added", "+", "Added"], ["dropped", "−", "Dropped"], ["moved", "↕", "Moved"]]) {
        assert.equal(await pair(page, kind ?? "").first().locator(".state").textContent(), `${sign}${word}`);
      }
      await page.getByLabel("Only what is not the same").check();
      assert.equal(await pair(page, "same").count(), 0);
      await page.getByText(/sentences? the same/).first().waitFor();
    }));

  test("fits 320 px, with each version's words named", () =>
    chromium.withPage("hosted", { viewport: { width: 320, height: 640 } }, async (page) => {
      await comparison(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      const label = await page.locator(".changes td[data-label]").first().evaluate((cell) => getComputedStyle(cell, "::before").content);
      assert.match(label, /^"Earlier: "/);
    }));
});
