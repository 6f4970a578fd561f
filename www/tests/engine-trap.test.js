// In a file of its own: a thread has one engine, and this one's has a fault.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createAnnotator } from "newsmark";
import { TRAPS } from "./support/engine-suite.js";
import { faultyWasm } from "./support/faulty-wasm.js";

test("a trap in this thread is told with its code, and the next text is read", async () => {
  const annotator = createAnnotator({ worker: false, wasm: await faultyWasm() });
  await assert.rejects(annotator.annotate("x".repeat(TRAPS + 1)), { code: "engine-crash" });
  const text = "Nino Beridze lives in Tbilisi.";
  assert.equal((await annotator.annotate(text)).length, text.length);
  annotator.dispose();
});
