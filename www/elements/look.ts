/** What is shown of an article's marks: the kinds that are switched on, and whose words. */

import type { Article } from "../engine/index.js";
import { Lookup } from "../engine/lookup.js";
import { KIND_OF_ENTITY, type Kind, kindsOf } from "./kinds.js";
import type { Stretch } from "./segments.js";
import type { Span } from "./spans.js";
import { claimed, isBy, spoken } from "./voices.js";

/** Made once for all leaves that are drawn alike. */
export interface Look {
  kinds: ReadonlySet<Kind>;
  /** Ids of the quotes and figures that are shown; null: all. */
  theirs: ReadonlySet<string> | null;
  /** How much there is of each kind: entities for names, marks for the rest. */
  counts: Readonly<Record<Kind, number>>;
  /** Places of words that are looked for, in text order. */
  found: readonly Stretch[];
}

/** The look of `kinds`, of what `voice` says, and of what was found. */
export function lookOf(kinds: string, voice: string | null, lookup: Lookup | null, found: readonly Stretch[] = []): Look {
  const counts: Record<Kind, number> = { person: 0, organization: 0, place: 0, other: 0, quote: 0, figure: 0 };
  if (!lookup) return { kinds: kindsOf(kinds), theirs: null, counts, found };
  const { article } = lookup;
  const [quotes, figures] = [spoken(article), claimed(article)].map((items) => items.filter((item) => isBy(lookup, item, voice)));
  for (const { kind } of article.entities) counts[KIND_OF_ENTITY[kind]] += 1;
  counts.quote = quotes!.length;
  counts.figure = figures!.length;
  const theirs = voice === null ? null : new Set([...quotes!, ...figures!].map(({ id }) => id));
  return { kinds: kindsOf(kinds), theirs, counts, found };
}

/** Whether a span is shown. */
export function shows({ kinds, theirs }: Look, { id, kind, layer }: Span): boolean {
  return kinds.has(kind) && (theirs === null || layer === "entity" || theirs.has(id));
}

/** What was found between two places. */
export function foundIn({ found }: Look, { start, end }: Stretch): readonly Stretch[] {
  if (found.length === 0) return found;
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (found[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < found.length && found[to]!.start < end) to += 1;
  return found.slice(low, to);
}

/** How much an article has of each kind, or how much of it `voice` says. */
export function countKinds(article: Article, text: string, voice: string | null = null): Readonly<Record<Kind, number>> {
  return lookOf("", voice, Lookup.of(article, text)).counts;
}
