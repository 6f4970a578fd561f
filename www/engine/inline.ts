import type { ReadOptions, Runner } from "./annotator.js";
import * as core from "./core.js";
import { NewsmarkError, messageOf } from "./error.js";
import { Crash } from "./annotator.js";

/** The engine in the caller's own thread: Node, tests, and pages that may not have a worker. */
export async function startInline(module: WebAssembly.Module): Promise<Runner> {
  try {
    await core.start(module);
  } catch (thrown) {
    throw new NewsmarkError("bad-wasm", `The engine did not start: ${messageOf(thrown)}`, thrown);
  }
  return {
    run: async (text: string, options: ReadOptions, lexicon: string) => told(() => core.read(text, options, lexicon)),
    check: async (lexicon: string) => told(() => core.check(lexicon)),
    end() {},
  };
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof Crash) throw thrown;
    throw new NewsmarkError("bad-option", messageOf(thrown), thrown);
  }
}
