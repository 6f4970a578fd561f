/** What the page tells of an article, in a few words. */

import type { Article } from "newsmark";
import { countKinds } from "newsmark/elements";
import { PAGE as words } from "newsmark/words";
import type { Sheet } from "./sheets.js";

/** What was read. */
export function summary({ quotes, figures, entities, notes }: Article): string {
  const said = quotes.filter(({ kind }) => kind !== "term");
  return words.summary(said.length, figures.length, entities.length, notes.length);
}

/** What is shown of one source or speaker. */
export function onlyOf(voice: string, result: Article | null, text: string): string {
  const { quote, figure } = result ? countKinds(result, text, voice) : { quote: 0, figure: 0 };
  return words.only(voice, quote, figure);
}

/** What is kept of the reader's on this device. */
export function keptOf(sheets: readonly Sheet[], lexicon: string): string {
  const corrections = sheets.reduce((sum, { history }) => sum + history.log.length, 0);
  return words.keep.kept(sheets.length, corrections, lexicon !== "");
}
