/** A long article comes out of the worker in parts, so that no moment of taking it in is long. */

import type { Article } from "./wire.js";

/** How many items one message holds of a list. */
const PART = 2_000;

/** Items that go on with a list of an article. */
export interface Part {
  list: string;
  items: readonly unknown[];
}

/** The items of `article` that are more than one message is to hold, in order, and the article without them. */
export function divided(article: Article): { parts: Part[]; rest: Article } {
  const rest: Record<string, unknown> = { ...article };
  const parts: Part[] = [];
  for (const [list, items] of Object.entries(article)) {
    if (!Array.isArray(items) || items.length <= PART) continue;
    rest[list] = [];
    for (let at = 0; at < items.length; at += PART) parts.push({ list, items: items.slice(at, at + PART) });
  }
  return { parts, rest: rest as unknown as Article };
}

/** The article with its parts. */
export function joined<T extends object>(rest: T, parts: readonly Part[]): T {
  const lists = rest as Record<string, unknown[]>;
  for (const { list, items } of parts) lists[list]!.push(...items);
  return rest;
}
