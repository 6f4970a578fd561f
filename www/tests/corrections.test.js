// A person's corrections over a real result, without a page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Lookup, createAnnotator } from "newsmark";
import { NO_HISTORY, anchorOf, apply, change, correctionOf, place, redo, undo } from "newsmark/corrections";
import { exportArticle } from "newsmark/exporters";

/** @typedef {import("newsmark").Article} Article */
/** @typedef {import("newsmark/corrections").Correction} Correction */

/** @type {import("newsmark").Annotator} */
let annotator;
/** @type {import("ajv").ValidateFunction} */
let valid;
/** @type {{ text: string, article: Article }[]} */
let articles = [];
before(async () => {
  annotator = createAnnotator({ worker: false, wasm: readFile(fileURLToPath(import.meta.resolve("newsmark/newsmark.wasm"))) });
  const schema = JSON.parse(await readFile(new URL("../../schema/newsmark-1.schema.json", import.meta.url), "utf8"));
  valid = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  articles = await Promise.all(["sample", "battle", "earthquake", "court"].map((name) => readArticle(name)));
});
after(() => annotator?.dispose());

async function readArticle(/** @type {string} */ name) {
  const text = await readFile(new URL(`../../tests/articles/${name}.txt`, import.meta.url), "utf8");
  return { text, article: await annotator.annotate(text, { text: true }) };
}
const sample = () => /** @type {{ text: string, article: Article }} */ (articles[0]);

/** The correction of the mark of `words`. @param {"mentions" | "quotes" | "figures"} layer @param {string} words @param {import("newsmark/corrections").Change} what */
function correct(layer, words, what, everywhere = false, { text, article } = sample()) {
  const mark = [...article[layer]].find(({ start, end }) => text.slice(start, end).includes(words));
  assert.ok(mark, `no ${layer} with "${words}"`);
  const correction = correctionOf(Lookup.of(article, text), mark.id, what, everywhere);
  assert.ok(correction);
  return { id: mark.id, correction };
}

/** The claims as a table. */
const claims = async (/** @type {Article} */ article, /** @type {string} */ text) => (await exportArticle({ ...article, text }, "claims-csv")).content;

/** What must hold of every article. */
function check(/** @type {Article} */ article, /** @type {string} */ text) {
  assert.ok(valid(article), JSON.stringify(valid.errors?.slice(0, 3)));
  const all = [article.entities, article.mentions, article.quotes, article.figures, article.ledger].flat();
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length, "ids are unique");
  for (const { start, end } of [...article.mentions, ...article.quotes, ...article.figures]) assert.ok(start >= 0 && start < end && end <= text.length);
  const entities = new Set(article.entities.map(({ id }) => id));
  const mentions = new Map(article.mentions.map((mention) => [mention.id, mention]));
  const refers = (/** @type {string | null | undefined} */ id) => id === null || id === undefined || entities.has(id);
  for (const entity of article.entities) for (const id of entity.mentions) assert.equal(mentions.get(id)?.entity, entity.id);
  for (const mention of article.mentions) assert.ok(refers(mention.entity));
  for (const { speaker } of article.quotes) assert.ok(refers(speaker?.entity) && (!speaker?.mention || mentions.get(speaker.mention)?.origin !== "rejected"));
  for (const { source, victims, side, place: at } of article.figures) assert.ok([source?.entity, victims?.entity, side, at].every(refers));
  const shown = article.figures.filter(({ origin }) => origin !== "rejected").map(({ id }) => id);
  assert.deepEqual(article.ledger.flatMap(({ figures }) => figures).sort(), shown.sort(), "every figure stands in one claim");
  for (const { figures, relations } of article.ledger) for (const relation of relations) assert.ok([relation.whole ?? figures[0], ...relation.figures].every((id) => figures.includes(/** @type {string} */ (id))));
  const ids = new Set(all.map(({ id }) => id));
  for (const note of article.notes) assert.ok(note.items.every((id) => ids.has(id)));
}

test("without corrections the article is the same", () => {
  const { article, text } = sample();
  assert.equal(apply(article, text, []).article, article);
});

test("a rejected figure goes from ledger, notes and CSV, but is still told of", async () => {
  const { article, text } = sample();
  const { id, correction } = correct("figures", "31", { do: "reject" });
  const { article: corrected } = apply(article, text, [correction]);
  check(corrected, text);
  assert.equal(corrected.figures.find((figure) => figure.id === id)?.origin, "rejected");
  assert.ok(!corrected.ledger.some(({ figures }) => figures.includes(id)));
  assert.ok(!corrected.ledger.some(({ relations }) => relations.some(({ reading }) => reading === "conflicts")));
  assert.equal((await claims(corrected, text)).split("\r\n").length, (await claims(article, text)).split("\r\n").length - 1);
});

test("kind, edges, count, source and victims of a figure are changed, and exported so", async () => {
  const { article, text } = sample();
  const at = (/** @type {string} */ words) => anchorOf(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const { id, correction } = correct("figures", "31", { do: "count", low: 30, high: 32, bound: "range" });
  const log = [correction, ...[{ do: /** @type {const} */ ("kind"), kind: /** @type {const} */ ("missing") }, { do: /** @type {const} */ ("voice"), who: at("Transport Ministry") }, { do: /** @type {const} */ ("victims"), who: at("passengers") }].map((what) => correct("figures", "31", what).correction)];
  const { article: corrected, unplaced } = apply(article, text, log);
  check(corrected, text);
  assert.deepEqual(unplaced, []);
  const figure = corrected.figures.find((figure) => figure.id === id);
  assert.deepEqual([figure?.kind, figure?.low, figure?.high, figure?.bound, figure?.origin], ["missing", 30, 32, "range", "edited"]);
  assert.match(await claims(corrected, text), /,missing,31,30,[^,]*,32,range,passengers,.*Transport Ministry,Transport Ministry,stated/);
  assert.equal(article.figures.find((figure) => figure.id === id)?.kind, "killed", "what was given is as it was");
});

test("a quote gets another speaker, or none, and other edges", () => {
  const { article, text } = sample();
  const nakimuli = article.mentions.find(({ start, end }) => text.slice(start, end) === "Grace Nakimuli");
  assert.ok(nakimuli);
  const first = correct("quotes", "far more people", { do: "voice", who: anchorOf(text, nakimuli) });
  const { article: corrected } = apply(article, text, [first.correction]);
  check(corrected, text);
  const quote = (/** @type {Article} */ of) => of.quotes.find(({ id }) => id === first.id);
  assert.deepEqual([quote(corrected)?.speaker?.entity, quote(corrected)?.speaker?.mention, quote(corrected)?.origin], [nakimuli.entity, nakimuli.id, "edited"]);
  assert.equal(quote(apply(article, text, [correct("quotes", "far more people", { do: "voice", who: null }).correction]).article)?.speaker, null);
  const { start, end } = /** @type {{ start: number, end: number }} */ (quote(article));
  const shorter = apply(article, text, [correct("quotes", "far more people", { do: "edges", to: anchorOf(text, { start: start + 4, end }) }).correction]).article;
  check(shorter, text);
  assert.deepEqual(quote(shorter)?.content, [{ start: start + 4, end }]);
});

test("all mentions of a name change kind, are rejected, merged and split together", () => {
  const { article, text } = sample();
  const of = (/** @type {Article} */ article, /** @type {string} */ name) => article.entities.find((entity) => entity.name === name);
  const malima = of(article, "Josephat Malima");
  assert.ok(malima && malima.mentions.length > 2);

  const rekinded = apply(article, text, [correct("mentions", "Malima", { do: "kind", kind: "organization" }, true).correction]).article;
  check(rekinded, text);
  assert.equal(of(rekinded, "Josephat Malima")?.kind, "organization");
  for (const id of malima.mentions) assert.equal(rekinded.mentions.find((mention) => mention.id === id)?.kind, "organization");

  const gone = apply(article, text, [correct("mentions", "Malima", { do: "reject" }, true).correction]).article;
  check(gone, text);
  assert.equal(of(gone, "Josephat Malima"), undefined);
  const one = apply(article, text, [correct("mentions", "Malima", { do: "reject" }).correction]).article;
  check(one, text);
  assert.equal(of(one, "Josephat Malima")?.mentions.length, malima.mentions.length - 1);

  const nakimuli = article.mentions.find(({ start, end }) => text.slice(start, end) === "Grace Nakimuli");
  assert.ok(nakimuli);
  const merged = apply(article, text, [correct("mentions", "Malima", { do: "merge", into: anchorOf(text, nakimuli) }).correction]).article;
  check(merged, text);
  assert.equal(of(merged, "Josephat Malima"), undefined);
  assert.ok(merged.quotes.some(({ speaker }) => speaker?.entity === nakimuli.entity));

  const lone = article.mentions.find(({ start, end, entity }) => entity === malima.id && text.slice(start, end) === "Malima");
  assert.ok(lone);
  const split = apply(article, text, [/** @type {Correction} */ (correctionOf(Lookup.of(article, text), lone.id, { do: "split" }))]).article;
  check(split, text);
  assert.equal(of(split, "Malima")?.mentions.length, 1);
  assert.equal(of(split, "Josephat Malima")?.mentions.length, malima.mentions.length - 1);
  assert.equal(split.quotes.find(({ speaker }) => speaker?.mention === lone.id)?.speaker?.entity, of(split, "Malima")?.id);
});

test("marks are added: a name everywhere, a quote, a figure with its count", () => {
  const { article, text } = sample();
  const add = (/** @type {Correction["layer"]} */ layer, /** @type {Correction["kind"]} */ kind, /** @type {string} */ words, everywhere = false) => ({ layer, kind, at: anchorOf(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length }), change: /** @type {const} */ ({ do: "add" }), everywhere });
  const { article: corrected, unplaced } = apply(article, text, [add("mention", "product", "ferry", true), add("quote", "direct", "It passed its last inspection"), add("figure", "displaced", "40 divers")]);
  check(corrected, text);
  assert.deepEqual(unplaced, []);
  const ferry = corrected.entities.find(({ name }) => name === "ferry");
  assert.equal(ferry?.mentions.length, text.match(/\bferry\b/g)?.length);
  assert.ok(corrected.mentions.filter(({ entity }) => entity === ferry?.id).every(({ origin }) => origin === "added"));
  assert.equal(corrected.figures.find(({ origin }) => origin === "added")?.low, 40);
  assert.equal(corrected.quotes.find(({ origin }) => origin === "added")?.marks, "none");
});

test("accepting makes an inferred speaker certain", () => {
  const { article, text } = sample();
  const inferred = article.quotes.find(({ speaker }) => speaker?.certainty === "inferred");
  assert.ok(inferred);
  const { article: corrected } = apply(article, text, [/** @type {Correction} */ (correctionOf(Lookup.of(article, text), inferred.id, { do: "accept" }))]);
  const quote = corrected.quotes.find(({ id }) => id === inferred.id);
  assert.deepEqual([quote?.speaker?.certainty, quote?.origin], ["stated", "edited"]);
});

test("places are found again by position and surroundings, or not at all", () => {
  const text = "Two died in Homs. Two died in Aleppo. Nobody died in Idlib.";
  const second = anchorOf(text, { start: 18, end: 21 });
  assert.deepEqual(place(text, second), { start: 18, end: 21 });
  assert.deepEqual(place(`BREAKING. ${text}`, second), { start: 28, end: 31 });
  assert.deepEqual(place(text.replace("Two died in Homs. ", ""), second), { start: 0, end: 3 });
  assert.equal(place("Two hours later it rained. Two dogs barked.", second), null);
  assert.equal(place("Three died in Aleppo.", second), null);
  assert.equal(place("", second), null);
});

/** Numbers that are the same in every run. */
function random(/** @type {number} */ seed) {
  return (/** @type {number} */ below) => (seed = (seed * 48271) % 2147483647) % below;
}

/** Some correction of some mark. @param {Article} article @param {string} text @param {(below: number) => number} pick @returns {Correction} */
function anyCorrection(article, text, pick) {
  const lookup = Lookup.of(article, text);
  const marks = [...article.mentions, ...article.quotes, ...article.figures];
  const mark = marks[pick(marks.length)];
  const other = article.mentions[pick(article.mentions.length)];
  assert.ok(mark && other);
  const start = pick(text.length - 30);
  const words = { start, end: start + 1 + pick(29) };
  /** @type {import("newsmark/corrections").Change[]} */
  const changes = [
    { do: "accept" }, { do: "reject" }, { do: "edges", to: anchorOf(text, words) }, { do: "voice", who: pick(2) ? anchorOf(text, other) : null },
    { do: "victims", who: anchorOf(text, words) }, { do: "count", low: pick(9), high: null, bound: "at_least" }, { do: "merge", into: anchorOf(text, other) }, { do: "split" },
    "form" in mark ? { do: "kind", kind: "event" } : "bound" in mark ? { do: "kind", kind: "captured" } : { do: "kind", kind: "mixed" },
  ];
  if (pick(6) === 0) return { layer: /** @type {const} */ (["mention", "quote", "figure"])[pick(3)] ?? "mention", kind: "person", at: anchorOf(text, words), change: { do: "add" }, everywhere: pick(2) === 1 };
  return /** @type {Correction} */ (correctionOf(lookup, mark.id, /** @type {import("newsmark/corrections").Change} */ (changes[pick(changes.length)]), pick(2) === 1));
}

test("whatever is corrected, the result is a whole article, made anew the same way, and nothing given is changed", () => {
  const pick = random(11);
  for (const { article, text } of articles) {
    const given = JSON.stringify(article);
    for (let round = 0; round < 40; round++) {
      /** @type {Correction[]} */
      let log = [];
      let now = article;
      for (let i = 0; i <= pick(8); i++) {
        const correction = anyCorrection(now, text, pick);
        if (correction.change.do === "add") correction.kind = { mention: /** @type {const} */ ("person"), quote: /** @type {const} */ ("direct"), figure: /** @type {const} */ ("killed") }[correction.layer];
        log = [...log, correction];
        now = apply(article, text, log).article;
        check(now, text);
      }
      assert.deepEqual(apply(JSON.parse(given), text, log).article, now);
    }
    assert.equal(JSON.stringify(article), given);
  }
});

test("after an edit elsewhere every correction is where it was, by its words; what is gone is listed, never dropped", async () => {
  const pick = random(5);
  for (const { article, text } of articles) {
    const figures = article.figures.map(({ id }) => /** @type {Correction} */ (correctionOf(Lookup.of(article, text), id, { do: "count", low: 77, high: 77, bound: "exact" })));
    const paragraphs = text.split("\n\n");
    for (let round = 0; round < 4; round++) {
      const at = pick(paragraphs.length);
      const longer = [...paragraphs.slice(0, at), "It was raining on that day, as it often is.", ...paragraphs.slice(at)].join("\n\n");
      const { article: corrected, unplaced } = apply(await annotator.annotate(longer, { text: true }), longer, figures);
      check(corrected, longer);
      const edited = corrected.figures.filter(({ low }) => low === 77);
      assert.equal(edited.length + unplaced.length, figures.length);
      const words = edited.map(({ start, end }) => longer.slice(start, end)).sort();
      assert.deepEqual(words, figures.filter((correction) => !unplaced.includes(correction)).map(({ at }) => at.words).sort());
      assert.ok(unplaced.length <= 1, `${unplaced.length} of ${figures.length} lost: ${unplaced.map(({ at }) => at.words)}`);
    }
    const { unplaced } = apply(await annotator.annotate("Nothing of it is left.", { text: true }), "Nothing of it is left.", figures);
    assert.deepEqual(unplaced, figures);
  }
});

test("undo goes back to the beginning, redo to the end; a new correction forgets what was taken back", () => {
  const { correction } = correct("figures", "31", { do: "reject" });
  let history = NO_HISTORY;
  const logs = [history.log];
  for (let i = 0; i < 5; i++) {
    history = change(history, [...history.log, correction]);
    logs.push(history.log);
  }
  for (let i = 4; i >= 0; i--) assert.deepEqual((history = undo(history)).log, logs[i]);
  assert.equal(undo(history), history);
  for (let i = 1; i <= 5; i++) assert.deepEqual((history = redo(history)).log, logs[i]);
  assert.equal(redo(history), history);
  history = change(undo(undo(history)), []);
  assert.deepEqual([history.log, history.future], [[], []]);
  assert.deepEqual(undo(history).log, logs[3]);
});
