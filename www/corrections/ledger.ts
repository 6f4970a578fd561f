/**
 * The ledger of a corrected article. Rows without a correction stay as the engine made them. In the others all
 * readings are made anew from the figures as they are by now; the engine's own reading of them before the
 * correction tells where these rules and it differ, and there it is the engine that is followed.
 */

import type { Article, Claim, Figure, Reading, Relation } from "../engine/index.js";
import { LedgerView } from "./ledger-view.js";
import { nextId } from "./names.js";
import { relationsOf, stillSums } from "./relations.js";

/** The claims of `draft`, which was made from `given` by corrections. */
export function ledgerOf(draft: Article, given: Article, text: string): Claim[] {
  const [view, before] = [new LedgerView(draft, text), new LedgerView(given, text)];
  const touched = new Set([...view.figures.values()].filter((figure) => counted(figure) !== counted(before.figures.get(figure.id))).map(({ id }) => id));
  const rows = rowsOf(view, draft.ledger);
  const claims = rows.map(({ claim, figures }): Claim => {
    const ids = figures.map(({ id }) => id);
    const own = claim && given.ledger.find(({ id }) => id === claim.id);
    if (claim && own && same(ids, claim.figures) && !ids.some((id) => touched.has(id))) return claim;
    const relations = own ? readAnew(view, figures, before, own, touched) : relationsOf(view, figures);
    const kept = claim ?? { ...about(figures[0]!), id: "" };
    return { ...kept, figures: ids, relations, ...limits(view, figures, relations) };
  });
  for (const claim of claims) if (claim.id === "") claim.id = nextId("l", [...draft.ledger, ...claims]);
  return claims;
}

/** All of a figure that the ledger asks of it. */
function counted(figure: Figure | undefined): string {
  if (!figure) return "";
  const { kind, start, end, low, high, bound, victims, side, place, source } = figure;
  return JSON.stringify([kind, start, end, low, high, bound, victims, side, place, source && [source.start, source.end, source.entity]]);
}

interface Row {
  /** The claim that it was; null: it is new. */
  claim: Claim | null;
  figures: Figure[];
}

/** The figures by row: where they stood, else with those of their kind that may be of the same event. */
function rowsOf(view: LedgerView, ledger: readonly Claim[]): Row[] {
  const rows: Row[] = ledger.map((claim) => ({ claim, figures: claim.figures.flatMap((id) => view.figures.get(id) ?? []).filter(({ kind }) => kind === claim.kind) }));
  const placed = new Set(rows.flatMap(({ figures }) => figures));
  for (const figure of view.figures.values()) {
    if (placed.has(figure)) continue;
    const row = rows.find(({ figures }) => figures[0]?.kind === figure.kind && figures.every((other) => oneEvent(view, other, figure)));
    if (row) row.figures.push(figure);
    else rows.push({ claim: null, figures: [figure] });
  }
  const at = ({ number }: Figure) => number.start;
  for (const { figures } of rows) figures.sort((a, b) => at(a) - at(b));
  return rows.filter(({ figures }) => figures.length > 0).sort((a, b) => at(a.figures[0]!) - at(b.figures[0]!));
}

/** Whether nothing speaks against two figures being of one event. */
function oneEvent(view: LedgerView, a: Figure, b: Figure): boolean {
  const country = ({ place }: Figure) => view.entity(place)?.country ?? null;
  return country(a) === null || country(b) === null || country(a) === country(b);
}

/** The readings of a row that was `own` before it was corrected. */
function readAnew(view: LedgerView, figures: readonly Figure[], before: LedgerView, own: Claim, touched: ReadonlySet<string>): Relation[] {
  const updates = (relations: readonly Relation[]) => relations.filter(({ reading }) => reading === "updates");
  const was = relationsOf(before, own.figures.flatMap((id) => before.figures.get(id) ?? []), updates(own.relations));
  const now = relationsOf(view, figures, updates(own.relations));
  const [engine, ours] = [new Set(own.relations.map(keyOf)), new Set(was.map(keyOf))];
  const there = new Set(figures.map(({ id }) => id));
  const whole = ({ whole, figures }: Relation) => [whole, ...figures].every((id) => id === null || (there.has(id) && !touched.has(id)));
  const sums = own.relations.flatMap((relation) => (whole(relation) ? [] : stillSums(view, relation)));
  now.push(...sums.filter((sum) => !now.some((relation) => keyOf(relation) === keyOf(sum))));
  const known = new Set(now.map(keyOf));
  const missed = own.relations.filter((relation) => relation.reading !== "single" && whole(relation) && !ours.has(keyOf(relation)) && !known.has(keyOf(relation)));
  const right = now.filter((relation) => !whole(relation) || engine.has(keyOf(relation)) || !ours.has(keyOf(relation)));
  // Nothing is said of what stands in the row no longer.
  return [...right, ...missed].filter(({ whole, figures }) => [whole, ...figures].every((id) => id === null || there.has(id)));
}

function keyOf({ reading, whole, figures }: Relation): string {
  return [reading, whole, ...figures.toSorted()].join(" ");
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

function about({ kind, place, date, side }: Figure): Pick<Claim, "kind" | "place" | "date" | "side"> {
  return { kind, place, date, side };
}

/**
 * From the lowest to the highest count. Parts of a sum, what a later count replaces, and what is only of some of the
 * people are left out: undisputed, and without a source of its own, the smaller count is of some of them.
 */
function limits(view: LedgerView, figures: readonly Figure[], relations: readonly Relation[]): Pick<Claim, "low" | "high"> {
  const of = (readings: readonly Reading[]) => relations.filter(({ reading }) => readings.includes(reading));
  const replaced = new Set(of(["adds-up", "updates"]).flatMap(({ figures }) => figures));
  for (const { whole, figures } of of(["repeats", "agrees"])) if (whole && replaced.has(whole)) for (const id of figures) replaced.add(id);
  const wholes = figures.filter((figure) => figure.bound !== "none" && !replaced.has(figure.id) && !view.isPartial(figure));
  const ofAll = (figure: Figure) => view.victims(figure) === null && figure.side === null;
  const top = largest(wholes.filter(ofAll));
  const told = new Set([...of(["conflicts"]).flatMap(({ whole, figures }) => [whole, ...figures]), ...of(["adds-up", "repeats"]).map(({ whole }) => whole)]);
  const given = (figure: Figure) => ofAll(figure) && figure.source !== null && ((figure.bound === "at_least" && view.leads(figure)) || figure.place === null || figure.place === top?.place || (top !== undefined && view.isNarrower(top, figure)));
  const totals = wholes.filter((figure) => told.has(figure.id) || given(figure) || figure.side !== null || (figure.low ?? -1) >= (top?.low ?? 0));
  const counted = [totals, wholes, [largest(figures) ?? []].flat()].find((some) => some.length > 0) ?? [];
  const lows = counted.flatMap(({ low }) => low ?? []);
  const highs = counted.flatMap(({ high }) => high ?? []);
  return { low: lows.length > 0 ? Math.min(...lows) : null, high: highs.length === counted.length ? Math.max(...highs) : null };
}

/** The figure of the largest count. */
function largest(figures: readonly Figure[]): Figure | undefined {
  return figures.toSorted((a, b) => (b.low ?? 0) - (a.low ?? 0))[0];
}
