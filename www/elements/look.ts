/** What is shown of an article's marks: the kinds that are switched on, and whose words. */

import type { Article } from "../engine/index.js";
import { Lookup } from "../engine/lookup.js";
import { KIND_OF_ENTITY, type Kind, kindsOf } from "./kinds.js";
import type { Span } from "./spans.js";
import { claimed, isBy, spoken } from "./voices.js";

/** Made once for all leaves that are drawn alike. */
export interface Look {
  kinds: ReadonlySet<Kind>;
  /** Ids of the quotes and figures that are shown; null: all. */
  theirs: ReadonlySet<string> | null;
  /** How much there is of each kind: entities for names, marks for the rest. */
  counts: Readonly<Record<Kind, number>>;
}

/** The look of `kinds`, and of what `voice` says. */
export function lookOf(kinds: string, voice: string | null, lookup: Lookup | null): Look {
  const counts: Record<Kind, number> = { person: 0, organization: 0, place: 0, other: 0, quote: 0, figure: 0 };
  if (!lookup) return { kinds: kindsOf(kinds), theirs: null, counts };
  const { article } = lookup;
  const [quotes, figures] = [spoken(article), claimed(article)].map((items) => items.filter((item) => isBy(lookup, item, voice)));
  for (const { kind } of article.entities) counts[KIND_OF_ENTITY[kind]] += 1;
  counts.quote = quotes!.length;
  counts.figure = figures!.length;
  const theirs = voice === null ? null : new Set([...quotes!, ...figures!].map(({ id }) => id));
  return { kinds: kindsOf(kinds), theirs, counts };
}

/** Whether a span is shown. */
export function shows({ kinds, theirs }: Look, { id, kind, layer }: Span): boolean {
  return kinds.has(kind) && (theirs === null || layer === "entity" || theirs.has(id));
}

/** How much an article has of each kind, or how much of it `voice` says. */
export function countKinds(article: Article, text: string, voice: string | null = null): Readonly<Record<Kind, number>> {
  return lookOf("", voice, Lookup.of(article, text)).counts;
}
