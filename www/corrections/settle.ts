/** Puts a corrected article in order: nothing refers to what is gone, and the ledger fits its figures. */

import type { Article, Note, Reading } from "../engine/index.js";
import { ledgerOf } from "./ledger.js";
import { nextId, replaceEntity } from "./names.js";

/** What the engine calls a note of counts that can't all be right, and what it advises. */
const CONFLICT = "conflicting-figures";
const ADVICE: Partial<Record<Reading, string>> = { conflicts: "Say which is later, or give both with their sources.", exceeds: "Check the counts." };

/** Settles `draft`, which was made from `given`; `touched`: ids of the marks that were corrected. */
export function settle(draft: Article, given: Article, text: string, touched: ReadonlySet<string>): Article {
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
  draft.ledger = ledgerOf(draft, given, text);
  draft.notes = settleNotes(draft, new Set([...touched, ...removed]));
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

/** The notes that still hold: what was noted of a mark may not, once a person has looked at it; of claims they are made anew. */
function settleNotes(draft: Article, touched: ReadonlySet<string>): Note[] {
  const stale = (id: string) => touched.has(id);
  const known = new Map(draft.notes.map((note) => [note.items.toSorted().join(" "), note]));
  const notes = draft.notes.filter(({ kind, items }) => kind !== CONFLICT && !items.some(stale));
  for (const { kind, relations } of draft.ledger) {
    for (const { reading, whole, figures, note } of relations) {
      const advice = ADVICE[reading];
      if (!advice) continue;
      const items = [...(whole === null ? [] : [whole]), ...figures];
      const last = draft.figures.findLast(({ id }) => items.includes(id));
      if (!last) continue;
      const id = known.get(items.toSorted().join(" "))?.id ?? nextId("n", [...draft.notes, ...notes]);
      notes.push({ id, kind: CONFLICT, start: last.start, end: last.end, items, message: `${kind}: ${note}. ${advice}` });
    }
  }
  return notes.sort((a, b) => a.start - b.start);
}
