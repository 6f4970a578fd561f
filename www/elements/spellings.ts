/** The ways in which an article writes one name. */

import type { Lookup } from "../engine/lookup.js";

/** Words for an entity, and how often they stand for it. */
export interface Spelling {
  words: string;
  count: number;
}

/** How the mentions of an entity are written, the most used first; capitals apart they are one. Pronouns spell nobody. */
export function spellings(lookup: Lookup, entity: string): Spelling[] {
  const found = new Map<string, Spelling>();
  for (const id of lookup.entity(entity)?.mentions ?? []) {
    const mention = lookup.mention(id);
    if (!mention || mention.form === "pronoun") continue;
    const words = lookup.words(mention);
    const spelling = found.get(words.toLowerCase()) ?? { words, count: 0 };
    // Capitals may come from the headline or the sentence's first word.
    if (lower(words) > lower(spelling.words)) spelling.words = words;
    spelling.count += 1;
    found.set(words.toLowerCase(), spelling);
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

function lower(words: string): number {
  return words.match(/\p{Ll}/gu)?.length ?? 0;
}
