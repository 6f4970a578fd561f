/** Work that was saved as a file: the result for programs, and what it takes to go on with it here. */

import type { Article } from "newsmark";
import { type Correction, type History, NO_HISTORY } from "newsmark/corrections";

/** What a saved file opens with. */
export interface Saved {
  text: string;
  published: string | null;
  history: History;
  /** The reader's own names that were in use. */
  lexicon: string;
  /** The engine that made the result. */
  engine: string;
}

/** The content of a file: the result with its text, as exporters read it, and the corrections in it. */
export function savedFile(article: Article, { log }: History, lexicon: string): string {
  return `${JSON.stringify({ ...article, desk: { corrections: log, lexicon } }, null, 2)}\n`;
}

/** What a file was saved from; null where it is none of ours. */
export function openSaved(content: string): Saved | null {
  if (!/^\s*\{/.test(content)) return null;
  try {
    const { version, text, published, engine, desk } = JSON.parse(content) as Partial<Article> & { desk?: { corrections?: unknown; lexicon?: unknown } };
    if (version !== 1 || typeof text !== "string" || typeof engine !== "string") return null;
    const corrections = Array.isArray(desk?.corrections) ? desk.corrections.filter(isCorrection) : [];
    return {
      text,
      published: typeof published === "string" ? published : null,
      history: corrections.length > 0 ? { ...NO_HISTORY, log: corrections } : NO_HISTORY,
      lexicon: typeof desk?.lexicon === "string" ? desk.lexicon : "",
      engine,
    };
  } catch {
    return null;
  }
}

/** Files are edited by hand, or by who knows what. */
export function isCorrection(value: unknown): value is Correction {
  const { layer, kind, at, change } = (value ?? {}) as Partial<Correction>;
  const anchored = (anchor: unknown) => {
    const { start, end, words, before, after } = (anchor ?? {}) as Partial<Correction["at"]>;
    return [start, end].every(Number.isInteger) && [words, before, after].every((text) => typeof text === "string");
  };
  if (!["mention", "quote", "figure"].includes(layer ?? "") || typeof kind !== "string" || !anchored(at)) return false;
  switch (change?.do) {
    case "accept":
    case "reject":
    case "add":
    case "split":
      return true;
    case "kind":
      return typeof change.kind === "string";
    case "edges":
      return anchored(change.to);
    case "merge":
      return anchored(change.into);
    case "voice":
    case "victims":
      return change.who === null || anchored(change.who);
    case "count":
      return typeof change.bound === "string" && [change.low, change.high].every((count) => count === null || Number.isInteger(count));
    default:
      return false;
  }
}
