// One suite over every way of running the engine under Node: in the thread, in a worker, and all in one script. In
// browsers it runs in engine-browser.test.js.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, test } from "node:test";
import { createAnnotator } from "newsmark";
import * as inline from "newsmark/inline";
import { TRAPS, everywhere, inWorkers } from "./support/engine-suite.js";
import { faultyWasm } from "./support/faulty-wasm.js";
import { nodeWorker } from "./support/node-worker.js";

const TEXT = "“We saw the water come,” said Nino Beridze, a teacher in Tbilisi. Paris did not answer.";
const wasm = new URL(import.meta.resolve("newsmark/newsmark.wasm"));
const bytes = async () => /** @type {ArrayBuffer} */ (new Uint8Array(await readFile(fileURLToPath(wasm))).buffer);

/** @typedef {import("newsmark").AnnotatorOptions} Options */
const WAYS = {
  "in the thread": (/** @type {Options} */ options = {}) => createAnnotator({ worker: false, ...options }),
  "in a worker": (/** @type {Options} */ options = {}) => createAnnotator({ worker: nodeWorker, ...options }),
  "all in one script": (/** @type {Options} */ options = {}) => inline.createAnnotator(options),
};

for (const [way, create] of Object.entries(WAYS)) {
  describe(way, () => {
    for (const [name, run] of Object.entries(everywhere({ assert, create, wasm, bytes }))) test(name, run);
  });
}

describe("in a worker that fails", async () => {
  const faulty = await WebAssembly.compile(new Uint8Array(await faultyWasm()));
  for (const [name, run] of Object.entries(inWorkers({ assert, create: WAYS["in a worker"], faulty }))) test(name, run);
});

test("a crash is tried once more with a new worker, so that one worker's fault loses nothing", async () => {
  let made = 0;
  const annotator = createAnnotator({
    worker: () => {
      made += 1;
      const worker = nodeWorker();
      if (made > 1) return worker;
      const post = worker.postMessage;
      worker.postMessage = (/** @type {any} */ message) => {
        if (message.type === "start") post(message);
        else queueMicrotask(() => worker.onerror?.call(/** @type {any} */ (worker), /** @type {any} */ ({ message: "out of memory" })));
      };
      return worker;
    },
  });
  assert.equal((await annotator.annotate(TEXT)).length, TEXT.length);
  assert.equal(made, 2);
  annotator.dispose();
});

test("a text that the engine dies of is read twice, no more, by engines from one module", async () => {
  /** @type {any[]} */
  const sent = [];
  let ended = 0;
  const worker = () => {
    const one = nodeWorker();
    const { postMessage, terminate } = one;
    one.postMessage = (/** @type {any} */ message) => (sent.push(message), postMessage(message));
    one.terminate = () => ((ended += 1), terminate());
    return one;
  };
  const bytes = new Uint8Array(await faultyWasm());
  let asked = 0;
  const annotator = createAnnotator({ worker, wasm: () => ((asked += 1), bytes) });
  const bad = "x".repeat(TRAPS + 1);
  await assert.rejects(annotator.annotate(bad), { code: "engine-crash" });
  assert.equal((await annotator.annotate(TEXT)).length, TEXT.length);
  const reads = sent.filter(({ type }) => type === "read");
  assert.deepEqual(reads.map(({ text }) => text), [bad, bad, TEXT]);
  const modules = sent.filter(({ type }) => type === "start").map(({ module }) => module);
  assert.deepEqual([modules.length, new Set(modules).size, asked, ended], [3, 1, 1, 2]);
  annotator.dispose();
});

test("annotators that name the same worker share one, until the last of them goes", async () => {
  /** @type {import("newsmark").WorkerLike[]} */
  const made = [];
  let ended = 0;
  const worker = () => {
    const one = nodeWorker();
    const { terminate } = one;
    one.terminate = () => {
      ended += 1;
      terminate();
    };
    made.push(one);
    return one;
  };
  const users = Array.from({ length: 20 }, () => createAnnotator({ worker }));
  await Promise.all(users.map((user) => user.annotate(TEXT)));
  assert.deepEqual([made.length, ended], [1, 0]);
  users.slice(1).forEach((user) => user.dispose());
  await users[0]?.annotate(TEXT);
  assert.deepEqual([made.length, ended], [1, 0]);
  users[0]?.dispose();
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(ended, 1);
});

test("where no worker can be had it reads in this thread, unless a worker was asked for", async () => {
  const refused = () => {
    throw new Error("blocked");
  };
  const annotator = createAnnotator({ worker: refused });
  assert.equal((await annotator.annotate("One.")).length, 4);
  annotator.dispose();
  await assert.rejects(createAnnotator({ worker: true }).annotate("One."), { code: "csp-worker" });
});

test("where there is no WebAssembly it is told", async (t) => {
  const { WebAssembly: kept } = globalThis;
  t.after(() => {
    globalThis.WebAssembly = kept;
  });
  Reflect.deleteProperty(globalThis, "WebAssembly");
  await assert.rejects(createAnnotator({ worker: false, wasm: new Uint8Array(8) }).annotate("One."), { code: "no-wasm" });
});
