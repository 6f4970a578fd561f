/** The words that the elements show: English, unless a host gives others. */

import type { EntityKind, HarmKind, QuoteKind } from "../engine/index.js";
import { LABELS, MESSAGES } from "../words/english.js";

/** Parts of a set of words: a host replaces those that it gives, and leaves the others. */
export type Replacing<T> = T extends (...args: never[]) => unknown ? T : T extends object ? { readonly [K in keyof T]?: Replacing<T[K]> } : T;

/** Short names of what is marked, and the letters behind marks, in place of the English ones. */
export type Labels = Replacing<typeof LABELS>;
/** What buttons, lists and cards say, in place of the English words. */
export type Messages = Replacing<typeof MESSAGES>;

const ENGLISH = { ...LABELS, ...MESSAGES };
type Words = typeof ENGLISH;

/** The words in use: English, and while an element draws, its own. */
export let words: Words = ENGLISH;

/** Has `draw` use `own` words. Drawing an element is never broken off, so that one at a time speaks. */
export function speaking<T>(own: Words, draw: () => T): T {
  const others = words;
  words = own;
  try {
    return draw();
  } finally {
    words = others;
  }
}

/** The English words with those of a host in their place. */
export function wordsWith(labels: Labels | null, messages: Messages | null): Words {
  return labels || messages ? replaced(ENGLISH, { ...labels, ...messages }) : ENGLISH;
}

function replaced<T extends object>(words: T, own: object): T {
  const given = Object.entries(own).filter(([key, value]) => Object.hasOwn(words, key) && value !== undefined && value !== null);
  return Object.assign({ ...words }, Object.fromEntries(given.map(([key, value]) => [key, joined(words[key as keyof T], value)])));
}

function joined(word: unknown, own: unknown): unknown {
  return typeof word === "object" && word !== null && typeof own === "object" && own !== null ? replaced(word, own) : own;
}

/** What a kind is called, of whichever layer. */
export function kindName(kind: EntityKind | QuoteKind | HarmKind): string {
  const names: Record<EntityKind | QuoteKind | HarmKind, string> = { ...words.entity, ...words.quote, ...words.harm };
  return names[kind];
}

/** A note's kind in words; one that has none yet is spelled out from its name. */
export function noteTitle(kind: string): string {
  const spelled = kind.replaceAll("-", " ");
  return words.note[kind] ?? spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
