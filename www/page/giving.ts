/** The page's own ways to give its result away: claims on the clipboard, work as a file. */

import type { Article } from "newsmark";
import type { History } from "newsmark/corrections";
import { PAGE as words } from "newsmark/words";
import { pageExport } from "./engine.js";
import { copyTable, fileName, rowsOf, save } from "./give.js";
import { savedFile } from "./saved.js";

/** Copies the claims as a table; gives what to say of it. */
export async function copyClaims(result: Article | null, text: string): Promise<{ words: string; warns: boolean }> {
  if (!result || result.figures.length === 0) return { words: words.noClaims, warns: false };
  const { content } = await pageExport({ ...result, text }, "claims-csv");
  const done = await copyTable(rowsOf(content));
  return { words: done ? words.copied(result.figures.length) : words.notCopied, warns: !done };
}

/** Saves the work as a file that opens here again; gives the file's name. */
export function saveWork(result: Article, text: string, history: History, lexicon: string): string {
  const name = fileName(text, "newsmark.json");
  save(name, "application/json", savedFile(result, history, lexicon));
  return name;
}
