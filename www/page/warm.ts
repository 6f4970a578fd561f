/** Gets the engine up to speed: a browser compiles WebAssembly well only once it has run for a while. */

import type { Annotator } from "newsmark";

/** As much of a text as a long article has, in UTF-16 units. */
const ENOUGH = 30_000;
/** How long the page rests first, in milliseconds. */
const REST = 300;

/** Has `text` read over and over while the reader looks for another; short enough to keep none waiting. */
export async function warm(annotator: Annotator, text: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, REST));
  try {
    for (let read = 0; read < ENOUGH; read += text.length) await annotator.annotate(text);
  } catch {
    // The reader's own text will tell.
  }
}
