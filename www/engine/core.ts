/** The WebAssembly itself, in whichever thread this module is loaded. */

import init, { __wbg_reset_state as reset, annotate, useLexicon } from "../pkg/newsmark.js";
import { Crash, type Progress, type ReadOptions } from "./annotator.js";
import { messageOf } from "./error.js";
import type { Article, LexiconReport } from "./wire.js";

/** The list that the instance has read; of a new instance, none. */
let current = "";

/** Makes the instance that `read` uses; at once where there is one. */
export async function start(module: WebAssembly.Module): Promise<void> {
  await init({ module_or_path: module });
}

/** Reads `text`, with the names of `lexicon`, which is read only where it is another. */
export function read(text: string, options: ReadOptions, lexicon: string, progress?: Progress): Article {
  return survive(() => {
    if (lexicon !== current) take(lexicon);
    return annotate(text, options, progress && ((percent) => progress(percent / 100)));
  });
}

/** Reads a list of names. */
export function check(lexicon: string): LexiconReport {
  return survive(() => take(lexicon));
}

function take(lexicon: string): LexiconReport {
  const report = useLexicon(lexicon);
  current = lexicon;
  return report;
}

/** Throws `Crash` where the instance died, which is then replaced by a new one. */
function survive<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (!isTrap(thrown)) throw thrown;
    reset();
    current = "";
    throw new Crash(messageOf(thrown));
  }
}

/** Whether WebAssembly ended by a trap or a full stack, after which its memory cannot be trusted. */
function isTrap(thrown: unknown): boolean {
  if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) return true;
  return thrown instanceof Error && thrown.name === "InternalError";
}
