/** The engine without a page: importing this touches neither the DOM nor the network. */

import type { Annotator } from "./annotator.js";
import { type AnnotatorOptions, annotatorOf } from "./make.js";

export type { AnnotateOptions, Annotator } from "./annotator.js";
export type { WasmSource } from "./compile.js";
export { type ErrorCode, NewsmarkError } from "./error.js";
export type { WorkerLike } from "./in-worker.js";
export type { Lexicon, OwnName } from "./lexicon.js";
export { type Item, Lookup } from "./lookup.js";
export type { AnnotatorOptions } from "./make.js";
export type * from "./wire.js";

/** Makes an annotator; dispose of it when done. */
export function createAnnotator(options: AnnotatorOptions = {}): Annotator {
  return annotatorOf({ wasm: packagedWasm, worker: packagedWorker }, options);
}

function packagedWasm(): URL {
  return new URL("../pkg/newsmark_bg.wasm", import.meta.url);
}

/** Written so that bundlers see the worker and bundle it. */
function packagedWorker(): Worker {
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}
