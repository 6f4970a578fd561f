// What the lists make of a result: pure functions, without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Lookup } from "newsmark";
import { NOBODY, bars, claimRows, passes, sorted, spellings, voices } from "newsmark/elements";
import { articleOf, at, figureOf } from "./support/article.js";

const text = `Police said 12 people died. The ministry said at least 20 died. Officials said about 12 were dead. Up to 9 are missing. "We saw smoke and fire," said Ana Lund. Lund called it "a shame". ANA LUND left. She waved.`;

/** @param {string} words @param {string | null} [entity] */
const who = (words, entity = null) => ({ ...at(text, words), mention: null, entity, quote: null, cue: null, certainty: /** @type {const} */ ("stated") });

const figures = [
  figureOf(text, "12 people", "12", { id: "f1", low: 12, high: 12, source: who("Police") }),
  figureOf(text, "at least 20", "20", { id: "f2", low: 20, high: null, bound: "at_least", source: who("ministry") }),
  figureOf(text, "about 12", "12", { id: "f3", low: 12, high: 12, bound: "approx", source: who("Officials") }),
  figureOf(text, "Up to 9", "9", { id: "f4", kind: "missing", low: null, high: 9, bound: "at_most", side: "e2" }),
  figureOf(text, "12 people", "12", { id: "f5", origin: "rejected", low: 12, high: 12 }),
];
/** @param {string} id @param {import("newsmark").QuoteKind} kind @param {string} words @param {string | null} speaker @returns {import("newsmark").Quote} */
const quote = (id, kind, words, speaker) => ({
  id, kind, ...at(text, words), content: [at(text, words)], clause: null, marks: "paired", cue: null,
  speaker: speaker === null ? null : { ...at(text, speaker), mention: null, entity: "e1", certainty: "stated" },
  continues: null, origin: "automatic", rule: "test/test",
});
/** @param {string} id @param {{ start: number, end: number }} place @returns {import("newsmark").Mention} */
const mention = (id, place) => ({ id, ...place, entity: "e1", kind: "person", form: "name", certainty: "stated", origin: "automatic", rule: "test/test" });
const entity = { role: null, country: null, lat: null, lon: null };
const article = articleOf(text, {
  sentences: [...text.matchAll(/[^.]+\.("|)/g)].map((found, i) => ({ id: `s${i + 1}`, block: "b1", start: found.index + (i > 0 ? 1 : 0), end: found.index + found[0].length })),
  figures,
  entities: [{ ...entity, id: "e1", kind: "person", name: "Ana Lund", mentions: ["m1", "m2", "m3", "m4"] }, { ...entity, id: "e2", kind: "place", name: "Norland", mentions: [] }],
  mentions: [mention("m1", at(text, "Ana Lund")), mention("m2", { start: text.indexOf("Lund called"), end: text.indexOf(" called") }), mention("m3", at(text, "ANA LUND")), { ...mention("m4", at(text, "She")), form: "pronoun" }],
  quotes: [quote("q1", "direct", "We saw smoke and fire,", "Ana Lund"), quote("q2", "mixed", "a shame", "Lund"), quote("q3", "indirect", "12 people died", null), quote("q4", "term", "smoke", "Lund")],
});
const lookup = Lookup.of(article, text);
const rows = claimRows(lookup);
/** @param {import("newsmark/elements").Column} by */
const order = (by, down = false) => sorted(rows, { by, down }).map(({ id }) => id).join(" ");

test("the table has every figure but the rejected, in text order, with source, side and sentence", () => {
  assert.deepEqual(rows.map(({ id, source, side, sentence }) => [id, source, side, sentence]), [
    ["f1", "Police", "", 1],
    ["f2", "ministry", "", 2],
    ["f3", "Officials", "", 3],
    ["f4", NOBODY, "Norland", 4],
  ]);
});

test("it sorts by every column, both ways, with what is not told last", () => {
  assert.equal(order("low"), "f4 f1 f3 f2");
  assert.equal(order("low", true), "f2 f1 f3 f4");
  assert.equal(order("high"), "f4 f1 f3 f2");
  assert.equal(order("kind", true), "f4 f1 f2 f3");
  assert.equal(order("source"), "f2 f3 f1 f4");
  assert.equal(order("source", true), "f1 f3 f2 f4");
  assert.equal(order("side"), "f4 f1 f2 f3");
  assert.equal(order("sentence", true), "f4 f3 f2 f1");
});

test("it filters by kind, source and side, together", () => {
  const passing = (/** @type {Partial<import("newsmark/elements").Filter>} */ filter) => rows.filter((row) => passes(row, { kind: null, source: null, side: null, ...filter })).map(({ id }) => id).join(" ");
  assert.equal(passing({}), "f1 f2 f3 f4");
  assert.equal(passing({ kind: "killed" }), "f1 f2 f3");
  assert.equal(passing({ source: "OFFICIALS" }), "f3");
  assert.equal(passing({ source: NOBODY }), "f4");
  assert.equal(passing({ side: "Norland" }), "f4");
  assert.equal(passing({ kind: "killed", side: "Norland" }), "");
});

test("a chart has a bar a source and count; the same again is the same bar", () => {
  const claim = { id: "l1", kind: /** @type {const} */ ("killed"), place: null, date: null, side: null, low: 12, high: null, figures: ["f1", "f2", "f3", "f6", "f9"], relations: [] };
  const again = { ...rows[0], id: "f6", source: "police" };
  const all = new Map([...rows, /** @type {import("newsmark/elements").ClaimRow} */ (again)].map((row) => [row.id, row]));
  assert.deepEqual(bars(claim, all).map(({ source, figures }) => [source, figures.length]), [["Police", 2], ["ministry", 1], ["Officials", 1]]);
});

test("speakers are told with their words in marks and their share, nobody last; terms are nobody's words", () => {
  assert.deepEqual(voices(lookup).map(({ name, quotes, words, share }) => [name, quotes.length, words, share]), [["Ana Lund", 2, 7, 1], [NOBODY, 1, 0, 0]]);
});

test("a name's spellings are counted; capitals make no other, and a pronoun is none", () => {
  assert.deepEqual(spellings(lookup, "e1"), [{ words: "Ana Lund", count: 2 }, { words: "Lund", count: 1 }]);
});
