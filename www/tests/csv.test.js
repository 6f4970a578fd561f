import assert from "node:assert/strict";
import { test } from "node:test";
import { claimsCsv } from "newsmark/exporters";
import { articleOf, at, figureOf } from "./support/article.js";

const text = '“Two, or more,” he said. At least 14 of the wounded,\nwere "lost", the =SUM(A1) army said.';

/** @param {Partial<import("newsmark").Figure>} more */
function csvOf(more) {
  const figure = figureOf(text, "At least 14 of the wounded", "14", { low: 14, bound: "at_least", ...more });
  const sentence = { id: "s1", block: "b1", ...at(text, text.slice(text.indexOf("At least"))) };
  const claim = { id: "l1", kind: /** @type {const} */ ("killed"), place: null, date: null, side: null, low: 14, high: null, figures: ["f1"], relations: [{ reading: /** @type {const} */ ("single"), whole: "f1", figures: [], note: "" }] };
  return claimsCsv(articleOf(text, { figures: [figure], ledger: [claim], sentences: [sentence] }));
}

test("one row a figure, lines ended as RFC 4180 says", () => {
  const lines = csvOf({}).split("\r\n");
  assert.equal(lines.length, 3);
  assert.equal(lines[2], "");
  assert.match(lines[0] ?? "", /^article,row,kind,number,low,best,high,bound,/);
  assert.match(lines[1] ?? "", /^,l1,killed,14,14,14,,at least,,,,,,,,,no,single,KILL,/);
});

test("commas, quotation marks and wrapped lines stay in their cell", () => {
  assert.match(csvOf({}), /,"At least 14 of the wounded, were ""lost"", the =SUM\(A1\) army said\.",f1,25,51\r\n$/);
});

test("what a spreadsheet would run begins with an apostrophe", () => {
  const source = { ...at(text, "=SUM(A1) army"), mention: null, entity: null, quote: null, cue: null, certainty: /** @type {const} */ ("stated") };
  assert.match(csvOf({ source }), /,"'=SUM\(A1\) army",/);
});

test("a rejected figure is left out", () => {
  assert.equal(csvOf({ origin: "rejected" }).split("\r\n").length, 2);
});
