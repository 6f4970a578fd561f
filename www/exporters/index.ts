/** Other formats, made from a finished result. Importing this loads nothing; the first export loads their WebAssembly. */

import { type WasmSource, compile } from "../engine/compile.js";
import { NewsmarkError, messageOf } from "../engine/error.js";
import type { Article } from "../engine/wire.js";
import init, { type Exported, type Format, __wbg_reset_state as reset, exportArticle as write } from "../pkg/newsmark_export.js";

export type { Exported, Format as ExportFormat } from "../pkg/newsmark_export.js";

/** How to export. */
export interface ExportOptions {
  /** `false`: without the article's own text, as far as the format can do without. */
  text?: boolean;
  /** The exporters' WebAssembly, read at the first export; left out, the file in this package. */
  wasm?: WasmSource | Promise<WasmSource> | (() => WasmSource | Promise<WasmSource>);
}

let started: Promise<unknown> | null = null;

/**
 * Writes a result, corrected or not, in another format. It must hold its text: annotate with `text: true`, or put it
 * into the object. What the format could not hold is `lost`, in plain words. Rejects with a `NewsmarkError`.
 */
export async function exportArticle(article: Article, format: Format, options: ExportOptions = {}): Promise<Exported> {
  const { text = true, wasm = packagedWasm } = options;
  started ??= start(wasm);
  try {
    await started;
  } catch (error) {
    started = null;
    throw error;
  }
  try {
    return write(json(article), format, text);
  } catch (thrown) {
    if (!(thrown instanceof WebAssembly.RuntimeError)) throw new NewsmarkError("bad-option", messageOf(thrown), thrown);
    reset();
    throw new NewsmarkError("engine-crash", `The export failed: ${messageOf(thrown)}`, thrown);
  }
}

async function start(wasm: NonNullable<ExportOptions["wasm"]>): Promise<void> {
  await init({ module_or_path: await compile(typeof wasm === "function" ? wasm() : wasm) });
}

/** The article for the exporters, which know whole characters only: half of one is replaced, as the engine does. */
function json(article: Article): string {
  return JSON.stringify(article, (_, value: unknown) => (typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value));
}

function packagedWasm(): URL {
  return new URL("../pkg/newsmark_export_bg.wasm", import.meta.url);
}
