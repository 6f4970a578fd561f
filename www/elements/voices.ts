/** Voices: who is quoted and who claims figures, each under one name, so that all of one can be shown. */

import type { Article, Figure, Quote } from "../engine/index.js";
import type { Lookup } from "../engine/lookup.js";

/** Stands for what nobody is named for: the article's own voice. */
export const NOBODY = "";

type Who = { start: number; end: number; entity: string | null } | null;

/** The name of a speaker or source: of whom it stands for, else the words themselves. */
export function voiceName(lookup: Lookup, who: Who): string {
  if (!who) return NOBODY;
  return lookup.entity(who.entity)?.name ?? lookup.words(who);
}

/** Whether two names are of one voice: "Officials" and "officials" are. */
export function sameVoice(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whether a quote or figure is to be shown where only `voice` is; null: everything is. */
export function isBy(lookup: Lookup, item: Quote | Figure, voice: string | null): boolean {
  return voice === null || sameVoice(voiceName(lookup, "speaker" in item ? item.speaker : item.source), voice);
}

/** Whose words an item is: a quote's speaker, a figure's source, or a name that has quotes or figures; null: nobody's. */
export function voiceOf(lookup: Lookup, id: string): string | null {
  const item = lookup.item(id);
  switch (item?.type) {
    case "quote":
      return voiceName(lookup, item.quote.speaker);
    case "figure":
      return voiceName(lookup, item.figure.source);
    case "mention":
    case "entity": {
      const entity = item.type === "entity" ? item.entity : lookup.entity(item.mention.entity);
      const speaks = entity && [...spoken(lookup.article), ...claimed(lookup.article)].some((said) => isBy(lookup, said, entity.name));
      return speaks ? entity.name : null;
    }
    default:
      return null;
  }
}

/** The quotes that are shown: terms are nobody's speech. */
export function spoken({ quotes }: Article): Quote[] {
  return quotes.filter(({ kind, origin }) => kind !== "term" && origin !== "rejected");
}

/** The figures that are shown. */
export function claimed({ figures }: Article): Figure[] {
  return figures.filter(({ origin }) => origin !== "rejected");
}

/** Someone who speaks in an article. */
export interface Voice {
  name: string;
  role: string | null;
  quotes: Quote[];
  /** How many words of theirs stand in quotation marks. */
  words: number;
  /** Of all words in quotation marks, from 0 to 1. */
  share: number;
}

/** Who speaks, the most quoted first, nobody last. */
export function voices(lookup: Lookup): Voice[] {
  const found = new Map<string, Voice>();
  for (const quote of spoken(lookup.article)) {
    const name = voiceName(lookup, quote.speaker);
    const key = name.toLowerCase();
    const voice = found.get(key) ?? { name, role: lookup.entity(quote.speaker?.entity ?? null)?.role ?? null, quotes: [], words: 0, share: 0 };
    found.set(key, voice);
    voice.quotes.push(quote);
    if (quote.kind !== "indirect") voice.words += countWords(lookup, quote);
  }
  const all = [...found.values()];
  const total = all.reduce((sum, { words }) => sum + words, 0);
  for (const voice of all) voice.share = total === 0 ? 0 : voice.words / total;
  return all.sort((a, b) => Number(a.name === NOBODY) - Number(b.name === NOBODY) || b.words - a.words || b.quotes.length - a.quotes.length);
}

function countWords(lookup: Lookup, { id }: Quote): number {
  const words = lookup.places(id).flatMap((stretch) => lookup.words(stretch).split(/[\s—–]+/));
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
