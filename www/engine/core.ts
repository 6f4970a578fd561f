/** The WebAssembly itself, in whichever thread this module is loaded. */

import init, { __wbg_reset_state as reset, annotate } from "../pkg/newsmark.js";
import { Crash, type ReadOptions } from "./annotator.js";
import { messageOf } from "./error.js";
import type { Article } from "./wire.js";

/** Makes the instance that `read` uses; at once where there is one. */
export async function start(module: WebAssembly.Module): Promise<void> {
  await init({ module_or_path: module });
}

/** Reads `text`. Throws `Crash` where the instance died, which is then replaced by a new one. */
export function read(text: string, options: ReadOptions): Article {
  try {
    return annotate(text, options);
  } catch (thrown) {
    if (!isTrap(thrown)) throw thrown;
    reset();
    throw new Crash(messageOf(thrown));
  }
}

/** Whether WebAssembly ended by a trap or a full stack, after which its memory cannot be trusted. */
function isTrap(thrown: unknown): boolean {
  if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) return true;
  return thrown instanceof Error && thrown.name === "InternalError";
}
