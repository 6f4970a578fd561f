/** What of two versions of a story differs: figures, sources, quotes and names. */

import type { Article, Entity, Figure, Quote } from "../engine/index.js";
import { Lookup } from "../engine/lookup.js";
import { NOBODY, claimed, spoken, voiceName } from "../elements/voices.js";
import { type Pair, align } from "./align.js";
import { alike, plain } from "./words.js";

/** What of an item is another. */
export type Aspect = "count" | "kind" | "source" | "victims" | "hedge" | "words" | "speaker" | "role" | "spelling";

/** An item in which the versions differ, by its ids in the two; null: that version has none. */
export interface Change {
  about: "figure" | "source" | "quote" | "name";
  earlier: string | null;
  later: string | null;
  /** What of it changed; empty where it was added or dropped. */
  aspects: readonly Aspect[];
}

/** Two versions of a story side by side. */
export interface Comparison {
  earlier: Lookup;
  later: Lookup;
  /** The sentences of both. */
  sentences: readonly Pair[];
  changes: readonly Change[];
}

/** How alike, from 0 to 1, two quotes are that stand in the same sentence and are one. */
const REWORDED = 0.3;
/** How many names that were dropped may be found under another spelling. */
const RESPELLED = 300;

/** Compares two results that hold their texts. */
export function compare(earlier: Article, later: Article): Comparison {
  const [a, b] = [Lookup.of(earlier, earlier.text ?? ""), Lookup.of(later, later.text ?? "")];
  const told = (lookup: Lookup) => lookup.article.sentences.map((sentence) => lookup.words(sentence));
  const sentences = align(told(a), told(b));
  const pairs = pairedNames(a, b);
  const voice = voices(a, b, pairs);
  const changes = [...figures(a, b, sentences, voice), ...sources(a, b, voice), ...quotes(a, b, sentences, voice), ...names(pairs)];
  return { earlier: a, later: b, sentences, changes };
}

/** Tells who says an item, under one name in both versions. */
type Voice = (item: Figure | Quote, late: boolean) => string;

function voices(a: Lookup, b: Lookup, pairs: readonly [Entity | null, Entity | null][]): Voice {
  const renamed = new Map(pairs.flatMap(([x, y]) => (x && y ? [[x.name.toLowerCase(), y.name.toLowerCase()]] : [])));
  return (item, late) => {
    const name = voiceName(late ? b : a, "speaker" in item ? item.speaker : item.source).toLowerCase();
    return late ? name : (renamed.get(name) ?? name);
  };
}

/** Pairs items of two lists, those first that the first key tells to be the same. */
function paired<T>(a: readonly T[], b: readonly T[], ...keys: readonly ((item: T, late: boolean) => string | null)[]): [T | null, T | null][] {
  const left = new Set(b);
  const pairs = new Map<T, T>();
  for (const key of keys) {
    const byKey = new Map<string, T[]>();
    for (const item of left) {
      const name = key(item, true);
      if (name === null) continue;
      const same = byKey.get(name);
      if (same) same.push(item);
      else byKey.set(name, [item]);
    }
    for (const item of a) {
      const name = pairs.has(item) ? null : key(item, false);
      const other = name === null ? undefined : byKey.get(name)?.shift();
      if (other === undefined) continue;
      pairs.set(item, other);
      left.delete(other);
    }
  }
  return [...a.map((item): [T, T | null] => [item, pairs.get(item) ?? null]), ...[...left].map((item): [null, T] => [null, item])];
}

/** The number of the pair of sentences that holds an offset. */
function pairing(a: Lookup, b: Lookup, sentences: readonly Pair[]): (offset: number, late: boolean) => number {
  const [inA, inB] = [new Map<number, number>(), new Map<number, number>()];
  sentences.forEach(({ earlier, later }, i) => {
    if (earlier !== null) inA.set(earlier, i);
    if (later !== null) inB.set(later, i);
  });
  return (offset, late) => (late ? inB.get(b.sentenceNumber(offset) - 1) : inA.get(a.sentenceNumber(offset) - 1)) ?? -1;
}

function figures(a: Lookup, b: Lookup, sentences: readonly Pair[], source: Voice): Change[] {
  const pairOf = pairing(a, b, sentences);
  const facts = (late: boolean) => (late ? b : a);
  const victims = (figure: Figure, late: boolean) => (figure.victims ? facts(late).words(figure.victims).toLowerCase() : "");
  const count = ({ low, high }: Figure) => `${low}..${high}`;
  const where = ({ number }: Figure, late: boolean) => pairOf(number.start, late);
  const key = (...parts: readonly (string | number)[]) => parts.join("\n");
  const pairs = paired(
    claimed(a.article),
    claimed(b.article),
    (figure, late) => key(where(figure, late), figure.kind, count(figure), source(figure, late), victims(figure, late)),
    (figure, late) => key(where(figure, late), figure.kind, count(figure)),
    (figure, late) => key(where(figure, late), figure.kind),
    (figure, late) => key(figure.kind, count(figure), source(figure, late)),
    (figure, late) => key(figure.kind, source(figure, late), victims(figure, late)),
    (figure, late) => key(where(figure, late), count(figure)),
  );
  return pairs.flatMap(([x, y]) =>
    change("figure", x, y, (x, y) => [
      ...is("count", count(x) !== count(y) || x.bound !== y.bound),
      ...is("kind", x.kind !== y.kind),
      ...is("source", source(x, false) !== source(y, true)),
      ...is("victims", victims(x, false) !== victims(y, true)),
      ...is("hedge", x.hedged !== y.hedged),
    ]),
  );
}

/** Who is quoted or claims a figure in one version only; told by the first item of theirs. */
function sources(a: Lookup, b: Lookup, voice: Voice): Change[] {
  const all = ({ article }: Lookup, late: boolean) => {
    const found = new Map<string, string>();
    for (const item of [...claimed(article), ...spoken(article)]) {
      const name = voice(item, late);
      if (name !== NOBODY && !found.has(name)) found.set(name, item.id);
    }
    return found;
  };
  const [before, after] = [all(a, false), all(b, true)];
  const only = (these: ReadonlyMap<string, string>, those: ReadonlyMap<string, string>) => [...these].filter(([name]) => !those.has(name)).map(([, id]) => id);
  return [
    ...only(before, after).map((id): Change => ({ about: "source", earlier: id, later: null, aspects: [] })),
    ...only(after, before).map((id): Change => ({ about: "source", earlier: null, later: id, aspects: [] })),
  ];
}

function quotes(a: Lookup, b: Lookup, sentences: readonly Pair[], speaker: Voice): Change[] {
  const pairOf = pairing(a, b, sentences);
  const said = ({ id }: Quote, late: boolean) => plain((late ? b : a).places(id).map((place) => (late ? b : a).words(place)).join(" … ")).replace(/[.,;:!?]+$/, "");
  const direct = ({ kind }: Quote) => kind !== "indirect";
  const pairs = paired(
    spoken(a.article),
    spoken(b.article),
    (quote, late) => `${said(quote, late)}\n${pairOf(quote.start, late)}`,
    said,
    (quote, late) => `${pairOf(quote.start, late)}\n${direct(quote)}\n${speaker(quote, late)}`,
    (quote, late) => `${pairOf(quote.start, late)}\n${direct(quote)}`,
  );
  return pairs.flatMap(([x, y]) => {
    // Other words in the same sentence may be another quote altogether.
    if (x && y && alike(said(x, false), said(y, true)) < REWORDED) return [...change("quote", x, null, () => []), ...change("quote", null, y, () => [])];
    return change("quote", x, y, (x, y) => [...is("words", said(x, false) !== said(y, true)), ...is("speaker", speaker(x, false) !== speaker(y, true))]);
  });
}

function names(pairs: readonly [Entity | null, Entity | null][]): Change[] {
  return pairs.flatMap(([x, y]) =>
    change("name", x, y, (x, y) => [
      ...is("spelling", x.name.toLowerCase() !== y.name.toLowerCase()),
      ...is("kind", x.kind !== y.kind),
      ...is("role", x.role !== null && y.role !== null && x.role !== y.role),
    ]),
  );
}

/** Each name of both versions, with what it is in the other, if need be under another spelling. */
function pairedNames(a: Lookup, b: Lookup): [Entity | null, Entity | null][] {
  const named = (lookup: Lookup) => lookup.article.entities.filter(({ mentions }) => mentions.length > 0);
  const fold = (name: string) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const full = paired<Entity>(named(a), named(b), ({ name, kind }) => `${name.toLowerCase()}\n${kind}`, ({ name }) => name.toLowerCase(), ({ name }) => fold(name));
  const lost = full.flatMap(([x, y]) => (x && !y ? [x] : [])).slice(0, RESPELLED);
  const near = new Map<Entity, Entity>();
  for (const [x, y] of full) {
    if (x || !y) continue;
    const other = lost.find((entity) => !near.has(entity) && entity.kind === y.kind && nearly(fold(entity.name), fold(y.name)));
    if (other) near.set(other, y);
  }
  const taken = new Set(near.values());
  return full.filter(([x, y]) => x || !y || !taken.has(y)).map(([x, y]) => [x, y ?? (x && near.get(x)) ?? null]);
}

/** Whether two names may be one that was spelled otherwise: a letter or two apart, one within the other, or with a middle name more. */
function nearly(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || /\d/.test(a + b)) return false;
  const ends = (name: string) => name.replace(/^(\S+) .* (\S+)$/, "$1 $2");
  const within = (long: string, short: string) => ` ${long} `.includes(` ${short} `);
  return within(a, b) || within(b, a) || ends(a) === ends(b) || distance(a, b) <= (Math.min(a.length, b.length) > 8 ? 2 : 1);
}

/** How many letters have to be changed, added or dropped (Levenshtein). */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length]!;
}

function is(aspect: Aspect, changed: boolean): Aspect[] {
  return changed ? [aspect] : [];
}

/** The change of an item; none where both versions have it alike. */
function change<T extends { id: string }>(about: Change["about"], earlier: T | null, later: T | null, aspects: (earlier: T, later: T) => Aspect[]): Change[] {
  const changed = earlier && later ? aspects(earlier, later) : [];
  if (earlier && later && changed.length === 0) return [];
  return [{ about, earlier: earlier?.id ?? null, later: later?.id ?? null, aspects: changed }];
}
