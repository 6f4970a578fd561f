// The engine with a fault put in: it traps on texts over 1,000 bytes and hangs on those over 2,000.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import { HANGS, TRAPS } from "./engine-suite.js";

export async function faultyWasm() {
  const wasm = binaryen.readBinary(await readFile(fileURLToPath(import.meta.resolve("newsmark/newsmark.wasm"))));
  const { MutableGlobals, NontrappingFPToInt, SignExt, BulkMemory, ReferenceTypes, Multivalue } = binaryen.Features;
  wasm.setFeatures(MutableGlobals | NontrappingFPToInt | SignExt | BulkMemory | ReferenceTypes | Multivalue);
  const exported = Array.from({ length: wasm.getNumExports() }, (_, i) => binaryen.getExportInfo(wasm.getExportByIndex(i)));
  const target = exported.find(({ name }) => name === "annotate")?.value ?? "";
  const annotate = wasm.getFunction(target);
  const { body, results } = binaryen.getFunctionInfo(annotate);
  const length = () => wasm.local.get(1, binaryen.i32);
  const over = (/** @type {number} */ limit) => wasm.i32.gt_u(length(), wasm.i32.const(limit));
  const faulty = wasm.block(null, [
    wasm.if(over(HANGS), wasm.loop("for-ever", wasm.br("for-ever"))),
    wasm.if(over(TRAPS), wasm.unreachable()),
    body,
  ], results);
  // Its types leave this one out.
  /** @type {any} */ (binaryen).Function(annotate).body = faulty;
  return wasm.emitBinary();
}
