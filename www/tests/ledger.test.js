// The ledger after corrections: what is compared with what follows the figures as they are by now.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Lookup, createAnnotator } from "newsmark";
import { anchorOf, apply, correctionOf } from "newsmark/corrections";

/** @typedef {import("newsmark").Article} Article */
/** @typedef {import("newsmark/corrections").Change} Change */

/** @type {import("newsmark").Annotator} */
let annotator;
before(() => (annotator = createAnnotator({ worker: false })));
after(() => annotator?.dispose());

const read = (/** @type {string} */ text) => annotator.annotate(text, { text: true });

/** Where words stand. @param {string} text @param {string} words */
const at = (text, words) => anchorOf(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length });

/** The correction of the figure of `words`. @param {Article} article @param {string} words @param {Change} change */
function correct(article, words, change) {
  const text = article.text ?? "";
  const figure = article.figures.find(({ start, end }) => text.slice(start, end).includes(words));
  assert.ok(figure, `no figure with "${words}"`);
  const correction = correctionOf(Lookup.of(article, text), figure.id, change);
  assert.ok(correction);
  return correction;
}

/** All rows with their readings, a line each. @param {Article} article */
const readings = ({ ledger }) => ledger.flatMap(({ kind, low, high, relations }) => relations.map(({ reading, note }) => `${kind} ${low}..${high} ${reading}: ${note}`));
/** @param {Article} article */
const noted = ({ notes }) => notes.filter(({ kind }) => kind === "conflicting-figures").map(({ message }) => message);

const TWO = "Police said 12 people were killed in Lyon on Monday. The Red Cross said 15 people were killed in Lyon on Monday.";

/** @param {number} count @returns {Change} */
const exactly = (count) => ({ do: "count", low: count, high: count, bound: "exact" });

test("sources that differed agree once a count is put right; the note is gone", async () => {
  const article = await read(TWO);
  assert.deepEqual(readings(article), ["killed 12..15 conflicts: 12 (Police) against 15 (Red Cross)"]);
  assert.equal(noted(article).length, 1);
  const { article: corrected } = apply(article, TWO, [correct(article, "15 people", exactly(12))]);
  assert.deepEqual(readings(corrected), ["killed 12..12 agrees: Police and Red Cross agree on 12"]);
  assert.deepEqual(noted(corrected), []);
});

test("another count is another contradiction, in its words and its note", async () => {
  const article = await read(TWO);
  const { article: corrected } = apply(article, TWO, [correct(article, "15 people", exactly(20))]);
  assert.deepEqual(readings(corrected), ["killed 12..20 conflicts: 12 (Police) against 20 (Red Cross)"]);
  assert.deepEqual(noted(corrected), ["killed: 12 (Police) against 20 (Red Cross). Say which is later, or give both with their sources."]);
  const { article: open } = apply(article, TWO, [correct(article, "12 people", { do: "count", low: 12, high: null, bound: "at_least" })]);
  assert.deepEqual([readings(open), noted(open)], [[], []], "“at least 12” and 15 can both be right");
});

test("agreement that a correction ends becomes a contradiction", async () => {
  const text = TWO.replace("15", "12");
  const article = await read(text);
  assert.deepEqual(readings(article), ["killed 12..12 agrees: Police and Red Cross agree on 12"]);
  const second = article.figures.at(-1);
  const correction = correctionOf(Lookup.of(article, text), second?.id ?? "", exactly(14));
  const { article: corrected } = apply(article, text, [/** @type {import("newsmark/corrections").Correction} */ (correction)]);
  assert.deepEqual(readings(corrected), ["killed 12..14 conflicts: 12 (Police) against 14 (Red Cross)"]);
  assert.equal(noted(corrected).length, 1);
});

test("a source, victims or a kind of its own take a figure out of the comparison", async () => {
  const article = await read(TWO);
  const one = apply(article, TWO, [correct(article, "15 people", { do: "voice", who: at(TWO, "Police") })]).article;
  assert.deepEqual([readings(one), noted(one)], [[], []], "one source does not contradict itself");
  const none = apply(article, TWO, [correct(article, "15 people", { do: "voice", who: null })]).article;
  assert.deepEqual([readings(none), noted(none)], [[], []]);
  const injured = apply(article, TWO, [correct(article, "15 people", { do: "kind", kind: "injured" })]).article;
  assert.deepEqual(readings(injured), ["killed 12..12 single: One claim: 12 (Police)", "injured 15..15 single: One claim: 15 (Red Cross)"]);
  const text = `${TWO} Soldiers came.`;
  const soldiers = await read(text);
  const others = apply(soldiers, text, [correct(soldiers, "15 people", { do: "victims", who: at(text, "Soldiers") })]).article;
  assert.deepEqual([readings(others), noted(others)], [[], []], "soldiers are not all people");
});

test("a figure joins the row of its new kind, and an added one that of its kind", async () => {
  const text = "Police said 12 people were killed in Lyon. The Red Cross said 15 people were injured in Lyon. The mayor named 13 in a letter.";
  const article = await read(text);
  const { article: corrected } = apply(article, text, [correct(article, "15 people", { do: "kind", kind: "killed" })]);
  assert.deepEqual(readings(corrected).filter((line) => line.startsWith("killed")).slice(0, 1), ["killed 12..15 conflicts: 12 (Police) against 15 (Red Cross)"]);
  /** @type {import("newsmark/corrections").Correction} */
  const add = { layer: "figure", kind: "injured", at: at(text, "13"), change: { do: "add" }, everywhere: false };
  const more = apply(article, text, [add, { ...add, change: { do: "voice", who: at(text, "mayor") } }]).article;
  const injured = more.ledger.filter(({ kind }) => kind === "injured");
  assert.ok(injured.some(({ figures }) => figures.length > 1) || injured.length === 1, JSON.stringify(injured));
});

test("parts that a correction makes add up do so, and no longer when it is taken back", async () => {
  const text = "Three people were killed. Baku said it lost one soldier; the Karabakh army said two of its troops were killed.";
  const article = await read(text);
  const adds = (/** @type {Article} */ article) => readings(article).filter((line) => line.includes("adds-up"));
  assert.equal(adds(article).length, 1, readings(article).join("\n"));
  const four = apply(article, text, [correct(article, "two of its troops", exactly(3))]).article;
  assert.deepEqual(adds(four), []);
  const both = apply(article, text, [correct(article, "two of its troops", exactly(3)), correct(article, "Three people", exactly(4))]).article;
  assert.equal(adds(both).length, 1, readings(both).join("\n"));
  assert.match(adds(both)[0] ?? "", /adds up to the article's 4/);
});

test("accepting changes no row, in any article", async () => {
  const folder = new URL("../../tests/articles/", import.meta.url);
  for (const name of (await readdir(folder)).filter((name) => name.endsWith(".txt"))) {
    const text = await readFile(new URL(name, folder), "utf8");
    const article = await read(text);
    const log = article.figures.flatMap(({ id }) => correctionOf(Lookup.of(article, text), id, { do: "accept" }) ?? []);
    assert.deepEqual(apply(article, text, log).article.ledger, article.ledger, name);
  }
});

test("counts put otherwise and put back give the engine's own rows and notes, in nearly every row", async () => {
  const folder = new URL("../../tests/articles/", import.meta.url);
  let [rows, alike] = [0, 0];
  for (const name of (await readdir(folder)).filter((name) => name.endsWith(".txt"))) {
    const text = await readFile(new URL(name, folder), "utf8");
    const article = await read(text);
    for (const claim of article.ledger) {
      // Every figure of the row is given by hand, as the engine had it: all readings of the row are made here, but for
      // which of its counts came later.
      const touched = structuredClone(article);
      const updates = claim.relations.filter(({ reading }) => reading === "updates");
      for (const row of touched.ledger) if (row.id === claim.id) Object.assign(row, { relations: updates, low: null, high: null });
      const own = (/** @type {Article} */ { figures }) => figures.filter(({ id }) => claim.figures.includes(id));
      for (const figure of own(touched)) Object.assign(figure, { low: 987_654, high: 987_654, bound: "exact" });
      const log = own(article).flatMap(({ id, low, high, bound }) => correctionOf(Lookup.of(touched, text), id, { do: "count", low, high, bound }) ?? []);
      assert.equal(log.length, claim.figures.length);
      const corrected = apply(touched, text, log).article.ledger.find(({ id }) => id === claim.id);
      const keys = (/** @type {import("newsmark").Claim["relations"]} */ relations) => relations.filter(({ reading }) => reading !== "updates").map(({ reading, whole, figures, note }) => `${reading} ${whole} ${figures.toSorted()} ${note}`).sort();
      rows += 1;
      if (JSON.stringify(keys(corrected?.relations ?? [])) === JSON.stringify(keys(claim.relations))) alike += 1;
    }
  }
  assert.ok(rows > 40 && alike / rows >= 0.9, `${alike} of ${rows} rows`);
});
