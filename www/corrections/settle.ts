/** Puts a corrected article in order: nothing refers to what is gone, and the ledger fits its figures. */

import type { Article, Claim, Figure } from "../engine/index.js";
import { nextId, replaceEntity } from "./names.js";

/** Settles `draft`; `touched`: ids of the marks that were corrected. */
export function settle(draft: Article, touched: ReadonlySet<string>): Article {
  for (const marks of [draft.mentions, draft.quotes, draft.figures]) marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const removed = settleEntities(draft);
  const gone = new Set([...draft.mentions, ...draft.quotes].filter(({ origin }) => origin === "rejected").map(({ id }) => id));
  for (const quote of draft.quotes) {
    if (quote.speaker?.mention && gone.has(quote.speaker.mention)) quote.speaker.mention = null;
    if (quote.continues && gone.has(quote.continues)) quote.continues = null;
  }
  for (const { source } of draft.figures) {
    if (source?.mention && gone.has(source.mention)) source.mention = null;
    if (source?.quote && gone.has(source.quote)) source.quote = null;
  }
  draft.ledger = settleLedger(draft, touched);
  // What was noted of a mark may no longer hold once a person has looked at it.
  const claims = new Set(draft.ledger.map(({ id }) => id));
  const stale = (id: string) => touched.has(id) || removed.has(id) || (id.startsWith("l") && !claims.has(id));
  draft.notes = draft.notes.filter(({ items }) => !items.some(stale));
  return draft;
}

/** Gives entities their mentions; those without any go. */
function settleEntities(draft: Article): Set<string> {
  const mentions = new Map<string, string[]>(draft.entities.map(({ id }) => [id, []]));
  for (const mention of draft.mentions) {
    if (mention.origin === "rejected") mention.entity = null;
    else if (mention.entity !== null) mentions.get(mention.entity)?.push(mention.id);
  }
  const removed = new Set<string>();
  for (const entity of draft.entities) {
    const left = mentions.get(entity.id) ?? [];
    // An entity that never had a mention is left as it was.
    if (left.length === 0 && entity.mentions.length > 0) removed.add(entity.id);
    entity.mentions = left;
  }
  for (const id of removed) replaceEntity(draft, id, null);
  draft.entities = draft.entities.filter(({ id }) => !removed.has(id));
  return removed;
}

/** Claims with the figures that are left; those that stand in no claim any more get one of their own. */
function settleLedger(draft: Article, touched: ReadonlySet<string>): Claim[] {
  const figures = new Map(draft.figures.filter(({ origin }) => origin !== "rejected").map((figure) => [figure.id, figure]));
  const claims = draft.ledger.flatMap((claim) => {
    const left = claim.figures.filter((id) => figures.get(id)?.kind === claim.kind);
    if (left.length === 0) return [];
    if (left.length === claim.figures.length && !left.some((id) => touched.has(id))) return [claim];
    const holds = (id: string | null) => id === null || (left.includes(id) && !touched.has(id));
    const relations = claim.relations.filter(({ whole, figures }) => holds(whole) && figures.every(holds));
    return [{ ...claim, ...limits(left.map((id) => figures.get(id)!)), figures: left, relations: left.length === 1 ? single(left[0]!) : relations }];
  });
  const placed = new Set(claims.flatMap(({ figures }) => figures));
  for (const figure of figures.values()) {
    if (placed.has(figure.id)) continue;
    const { kind, place, date, side } = figure;
    claims.push({ id: nextId("l", [...draft.ledger, ...claims]), kind, place, date, side, ...limits([figure]), figures: [figure.id], relations: single(figure.id) });
  }
  return claims;
}

function single(figure: string): Claim["relations"] {
  return [{ reading: "single", whole: figure, figures: [], note: "" }];
}

/** From the lowest to the highest count of figures; an open end stays open. */
function limits(figures: readonly Figure[]): Pick<Claim, "low" | "high"> {
  const lows = figures.map(({ low }) => low);
  const highs = figures.map(({ high }) => high);
  return {
    low: lows.some((low) => low === null) ? null : Math.min(...(lows as number[])),
    high: highs.some((high) => high === null) ? null : Math.max(...(highs as number[])),
  };
}
