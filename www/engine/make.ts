/** Makes annotators of an engine's parts: the package's files, or those that a script holds in itself. */

import type { Annotator, Runner } from "./annotator.js";
import { type WasmSource, compile } from "./compile.js";
import { NewsmarkError } from "./error.js";
import { type WorkerLike, startWorker } from "./in-worker.js";
import { startInline } from "./inline.js";
import type { Lexicon } from "./lexicon.js";
import { share } from "./share.js";
import { User } from "./user.js";
import type { OffsetUnit } from "./wire.js";

/** How to run the engine. Nothing is loaded before the first text; annotators that name the same worker and WebAssembly share one engine. */
export interface AnnotatorOptions {
  /**
   * `true`: in a worker. `false`: in this thread. A function: in the worker that it makes, for
   * pages with Trusted Types or a bundler of their own; the worker runs `newsmark/worker`.
   * Left out: in a worker where there can be one, else in this thread.
   */
  worker?: boolean | (() => WorkerLike);
  /** The engine's WebAssembly; left out, the file in this package. */
  wasm?: WasmSource | Promise<WasmSource> | (() => WasmSource | Promise<WasmSource>);
  /** The user's own names, which count before what the engine knows. */
  lexicon?: Lexicon | null;
  /** What offsets count; `utf16` unless told, so that `text.slice(start, end)` fits. */
  offsets?: OffsetUnit;
  /** Milliseconds that reading one text may take, in a worker; 30,000 unless told. */
  timeout?: number;
  /** Longest text in UTF-16 units; 20 million unless told. */
  maxLength?: number;
}

/** What the engine is made of where its user names nothing else. */
export interface Parts {
  wasm: NonNullable<AnnotatorOptions["wasm"]>;
  worker: () => WorkerLike;
}

/** Makes an annotator of `parts`, as `options` say. */
export function annotatorOf(parts: Parts, options: AnnotatorOptions): Annotator {
  const { worker, wasm = parts.wasm, lexicon = null, offsets = "utf16", timeout = 30_000, maxLength = 20_000_000 } = options;
  const create = typeof worker === "function" ? worker : parts.worker;
  const { queue, release } = share([worker, create, wasm], starter(worker, create, wasm));
  return new User(queue, { lexicon, offsets, length: maxLength, time: timeout }, release);
}

/** Starts engines, one after the other as they die, from WebAssembly that is compiled once. */
function starter(worker: AnnotatorOptions["worker"], create: () => WorkerLike, wasm: Parts["wasm"]): () => Promise<Runner> {
  let module: Promise<WebAssembly.Module> | null = null;
  let inline = worker === false || (worker === undefined && typeof Worker === "undefined");

  async function kept(): Promise<WebAssembly.Module> {
    module ??= compile(typeof wasm === "function" ? wasm() : wasm);
    try {
      return await module;
    } catch (error) {
      module = null;
      throw error;
    }
  }

  return async () => {
    const compiled = await kept();
    if (inline) return startInline(compiled);
    try {
      return await startWorker(create, compiled);
    } catch (error) {
      if (worker === true || !(error instanceof NewsmarkError)) throw error;
      inline = true;
      return startInline(compiled);
    }
  };
}
