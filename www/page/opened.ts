/** Files as sheets: plain ones, and work that was saved. */

import { readFile } from "./read-file.js";
import { openSaved } from "./saved.js";
import { type Sheet, sheetOf } from "./sheets.js";

/** What became of some files. */
export interface Opened {
  sheets: readonly Sheet[];
  /** The reader's own names that were saved with one of them; null: with none. */
  lexicon: string | null;
  /** Why the others could not be read. */
  refused: readonly string[];
}

export async function opened(files: readonly File[]): Promise<Opened> {
  const read = await Promise.all(files.map(async (file) => ({ name: file.name, ...(await readFile(file)) })));
  const saved = read.flatMap((one) => ("text" in one ? [{ name: one.name, text: one.text, saved: openSaved(one.text) }] : []));
  return {
    sheets: saved.map(({ name, text, saved }) => (saved ? { name, text: saved.text, published: saved.published, history: saved.history } : sheetOf(text, null, name))),
    lexicon: saved.findLast(({ saved }) => saved?.lexicon)?.saved?.lexicon ?? null,
    refused: read.flatMap((one) => ("refused" in one ? [one.refused] : [])),
  };
}
