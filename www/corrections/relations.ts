/** How the figures of a row stand to each other, as the engine tells it (`src/annotate/ledger/relations.rs`). */

import type { Figure, Reading, Relation } from "../engine/index.js";
import type { LedgerView } from "./ledger-view.js";
import { noteOf } from "./ledger-words.js";

/** Claims of a row that are compared with each other. */
const MOST = 12;

/** The readings of a row; `updates`: those that the words of the article tell, which only the engine reads. */
export function relationsOf(view: LedgerView, row: readonly Figure[], updates: readonly Relation[] = []): Relation[] {
  const [only] = row;
  if (row.length === 1 && only) return [relation(view, "single", only, [])];
  const { claims: all, relations } = equalCounts(view, row);
  const claims = all.slice(0, MOST);
  const sums = sumsOf(view, claims.map(([first]) => first));
  const later = stillUpdates(view, updates);
  const settled = new Set([...sums, ...later].flatMap(({ figures }) => figures));
  return [...relations, ...sums, ...later, ...conflicts(view, claims, settled)];
}

function relation(view: LedgerView, reading: Reading, whole: Figure, others: readonly Figure[]): Relation {
  return { reading, whole: whole.id, figures: others.map(({ id }) => id), note: noteOf(view, reading, whole, others) };
}

/** Figures that give the same count of the same people: the first with a source, else the first, and the others. */
type Told = readonly [Figure, ...Figure[]];

/** Figures that give the same count of the same people, as one claim each. */
function equalCounts(view: LedgerView, row: readonly Figure[]): { claims: Told[]; relations: Relation[] } {
  const groups: Figure[][] = [];
  for (const figure of row) {
    const same = groups.find(([first]) => first && (figure.low !== null || figure.high !== null) && first.low === figure.low && first.high === figure.high && samePeople(view, first, figure));
    if (same) same.push(figure);
    else groups.push([figure]);
  }
  const relations: Relation[] = [];
  const claims = groups.map((group): Told => {
    const first = group.find((figure) => view.giver(figure) !== null) ?? group[0]!;
    const others = group.filter((figure) => figure !== first);
    const givers = new Set([view.giver(first)]);
    const [agree, repeat]: [Figure[], Figure[]] = [[], []];
    for (const other of others) {
      const giver = view.giver(other);
      (giver !== null && !givers.has(giver) && view.giver(first) !== null ? agree : repeat).push(other);
      givers.add(giver);
    }
    if (agree.length > 0) relations.push(relation(view, "agrees", first, agree));
    if (repeat.length > 0) relations.push(relation(view, "repeats", first, repeat));
    return [first, ...others];
  });
  return { claims, relations };
}

/** Whether two equal counts are one: the second may leave out side, place or victims, unless somebody else gives it. */
function samePeople(view: LedgerView, a: Figure, b: Figure): boolean {
  // A headline says the same in other words; "two of the attackers" are some of them, unless they are called so twice.
  const headline = view.inHeadline(a) !== view.inHeadline(b);
  const named = view.victims(a) !== null && view.victims(a) === view.victims(b);
  if ((view.isPartial(a) || view.isPartial(b)) && !named && !headline) return false;
  // "a man" here and "one man" there
  if (b.low === 1 && view.giver(a) === null && view.giver(b) === null && !headline) return false;
  return others(view, a, b) ? view.comparable(a, b) : headline || !view.distinct(a, b);
}

/** Whether two named sources give them. */
function others(view: LedgerView, a: Figure, b: Figure): boolean {
  const [x, y] = [view.giver(a), view.giver(b)];
  return x !== null && y !== null && x !== y;
}

/** Wholes and the parts that sum to them, or to more than them. */
function sumsOf(view: LedgerView, claims: readonly Figure[]): Relation[] {
  const found = claims.flatMap((whole) => {
    if (!view.isExact(whole) && whole.bound !== "at_least") return [];
    const parts = claims.filter((part) => isPart(view, part, whole));
    const chosen = partsOf(whole.low ?? 0, parts, (a, b) => view.distinct(a, b) || view.beside(a, b));
    if (chosen) return [relation(view, "adds-up", whole, chosen)];
    const sides = parts.filter(({ low }) => (low ?? 0) <= (whole.low ?? 0));
    const apart = sides.length > 1 && sides.every(({ side }, i) => side !== null && sides.findIndex((other) => other.side === side) === i);
    const sum = sides.reduce((total, { low }) => total + (low ?? 0), 0);
    return apart && view.isExact(whole) && sum > (whole.low ?? 0) ? [relation(view, "exceeds", whole, sides)] : [];
  });
  // What adds up is not also too much of something else.
  const addsUp = found.filter(({ reading }) => reading === "adds-up");
  return addsUp.length > 0 ? addsUp : found;
}

/** Whether `part` counts some of the people of `whole`. */
function isPart(view: LedgerView, part: Figure, whole: Figure): boolean {
  const narrower = (part.side !== null && whole.side === null) || view.isNarrower(part, whole) || (view.victims(part) !== null && view.victims(whole) === null) || (view.listedAs(part) !== null && view.listedAs(whole) === null);
  const listed = view.besideAnother(part);
  const counted = view.isExact(part) || (part.bound === "at_least" && listed);
  return part !== whole && (narrower || (listed && !view.beside(whole, part))) && !view.distinct(part, whole) && counted;
}

/**
 * At least two parts, told apart, that sum to `whole`, and so that none is left out that is apart from all of them, unless
 * three or more follow each other.
 */
function partsOf(whole: number, parts: readonly Figure[], apart: (a: Figure, b: Figure) => boolean): Figure[] | null {
  const search = (left: number, from: number, chosen: readonly Figure[]): Figure[] | null => {
    if (left === 0) {
      const complete = parts.every((part) => chosen.includes(part) || !chosen.every((other) => apart(other, part)));
      const row = chosen.length > 2 && parts.indexOf(chosen.at(-1)!) - parts.indexOf(chosen[0]!) < chosen.length;
      return chosen.length >= 2 && (row || complete) ? [...chosen] : null;
    }
    for (let i = from; i < parts.length; i++) {
      const part = parts[i]!;
      const count = part.low ?? 0;
      if (count === 0 || count > left || !chosen.every((other) => apart(other, part))) continue;
      const found = search(left - count, i + 1, [...chosen, part]);
      if (found) return found;
    }
    return null;
  };
  return search(whole, 0, []);
}

/** Of what was a later count, that which still is: a higher one, of figures that are still there. */
function stillUpdates(view: LedgerView, updates: readonly Relation[]): Relation[] {
  return updates.flatMap(({ whole, figures }) => {
    const newer = view.figures.get(whole ?? "");
    const older = figures.flatMap((id) => view.figures.get(id) ?? []).filter((figure) => newer && (newer.kind === "missing" || (newer.low ?? 0) > (figure.low ?? 0)));
    return newer && older.length > 0 ? [relation(view, "updates", newer, older)] : [];
  });
}

/** What parts that the engine found make of their whole by now. */
export function stillSums(view: LedgerView, { reading, whole, figures }: Relation): Relation[] {
  const total = view.figures.get(whole ?? "");
  const parts = figures.flatMap((id) => view.figures.get(id) ?? []);
  if ((reading !== "adds-up" && reading !== "exceeds") || !total || parts.length < figures.length || !parts.every((part) => view.isExact(part) && part.kind === total.kind)) return [];
  const sum = parts.reduce((all, { low }) => all + (low ?? 0), 0);
  if (sum === total.low) return [relation(view, "adds-up", total, parts)];
  return sum > (total.low ?? 0) && view.isExact(total) ? [relation(view, "exceeds", total, parts)] : [];
}

/** Counts of the same people by two named sources that can't both be right. */
function conflicts(view: LedgerView, claims: readonly Told[], settled: ReadonlySet<string>): Relation[] {
  // "Two dead" in the headline and "two workers" below are one claim, which "three" speaks against.
  const comparable = (x: Told, y: Told) => x.some((a) => y.some((b) => view.comparable(a, b))) || view.mayBeSame(x[0], y[0]);
  const against = (x: Told, y: Told) => {
    const [[a], [b]] = [x, y];
    return others(view, a, b) && disjoint(view, a, b) && comparable(x, y) && !settled.has(a.id) && !settled.has(b.id) && !view.isPartial(a) && !view.isPartial(b);
  };
  return claims.flatMap((told, i) => {
    const [a] = told;
    const opposed = claims.slice(i + 1).filter((other) => against(told, other)).map(([b]) => b);
    return opposed.length > 0 ? [relation(view, "conflicts", a, opposed)] : [];
  });
}

/** Whether no count fits both. "About 50" fits whatever is within a tenth of it. */
function disjoint(view: LedgerView, a: Figure, b: Figure): boolean {
  const range = (figure: Figure) => {
    const { low, bound } = figure;
    const high = view.isCountOfBodies(figure) ? null : figure.high;
    const slack = (count: number) => (bound === "approx" ? Math.floor(count / 10) : 0);
    return { low: low === null ? 0 : low - slack(low), high: high === null ? Number.POSITIVE_INFINITY : high + slack(high) };
  };
  // "None on its own side" is not about the same people.
  if ([a, b].some(({ bound }) => bound === "vague" || bound === "none")) return false;
  const [x, y] = [range(a), range(b)];
  return x.high < y.low || y.high < x.low;
}
