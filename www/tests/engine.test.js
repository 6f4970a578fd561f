// One suite over both ways of running the engine, here under Node.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { before, describe, test } from "node:test";
import { createAnnotator } from "newsmark";
import { HANGS, TRAPS, faultyWasm } from "./support/faulty-wasm.js";
import { nodeWorker } from "./support/node-worker.js";

const TEXT = "“We saw the water come,” said Nino Beridze, a teacher in Tbilisi. Paris did not answer.";
const wasmFile = new URL(import.meta.resolve("newsmark/newsmark.wasm"));

/** @type {Uint8Array} */
let faulty;
before(async () => {
  faulty = await faultyWasm();
});

for (const [name, worker] of /** @type {const} */ ([["inline", false], ["in a worker", nodeWorker]])) {
  describe(name, () => {
    test("gives what the text says, in UTF-16", async () => {
      const annotator = createAnnotator({ worker });
      const article = await annotator.annotate(`🌊 ${TEXT}`, { id: "a", title: "b", published: "2024-05-15", text: true });
      const [quote] = article.quotes;
      assert.equal(article.offsetUnit, "utf16");
      assert.equal(`🌊 ${TEXT}`.slice(quote?.start, quote?.end), "We saw the water come,");
      assert.deepEqual([article.id, article.title, article.published, article.text], ["a", "b", "2024-05-15", `🌊 ${TEXT}`]);
      annotator.dispose();
    });

    test("answers each text with its own result, however many are asked at once", async () => {
      const annotator = createAnnotator({ worker });
      const texts = ["", "One.", "Two two.", "Three three three.", "🌊"];
      const articles = await Promise.all(texts.map((text) => annotator.annotate(text)));
      assert.deepEqual(articles.map(({ length }) => length), texts.map((text) => text.length));
      annotator.dispose();
    });

    test("takes the WebAssembly as address, bytes or module", async () => {
      const bytes = await readFile(fileURLToPath(wasmFile));
      for (const wasm of [wasmFile, wasmFile.href, new Uint8Array(bytes), await WebAssembly.compile(new Uint8Array(bytes)), () => wasmFile]) {
        const annotator = createAnnotator({ worker, wasm });
        assert.equal((await annotator.annotate("One.")).length, 4);
        annotator.dispose();
      }
    });

    test("names of the user's own count, as a list, as its text, and in place of the annotator's", async () => {
      const text = "The Blue Crane talks were held at Ubuntu Hub.";
      const named = (/** @type {import("newsmark").Article} */ { entities }) => entities.map(({ kind, name }) => `${kind} ${name}`);
      const names = /** @type {const} */ ([
        { name: "Blue Crane", kind: "event", canonical: "Operation Blue Crane" },
        { name: "Ubuntu Hub", kind: "organization", country: "ZA" },
      ]);
      const annotator = createAnnotator({ worker, lexicon: names });
      const own = ["event Operation Blue Crane", "organization Ubuntu Hub"];
      assert.deepEqual(named(await annotator.annotate(text)), own);
      assert.deepEqual(named(await annotator.annotate(text, { lexicon: "Ubuntu Hub\tplace\nBlue Crane\tnever" })), ["place Ubuntu Hub"]);
      assert.deepEqual(named(await annotator.annotate(text, { lexicon: JSON.stringify(names) })), own);
      const other = createAnnotator({ worker });
      assert.notDeepEqual(named(await other.annotate(text)), own);
      assert.deepEqual(named(await other.annotate(text)), named(await annotator.annotate(text, { lexicon: null })));
      assert.deepEqual(named(await annotator.annotate(text)), own);
      other.dispose();
      annotator.dispose();
    });

    test("says which lines of a list cannot be used, and keeps the others", async () => {
      const annotator = createAnnotator({ worker });
      const report = await annotator.checkLexicon("Blue Crane\tevent\nReef\tcity\nLima\tplace\n\nBor");
      assert.equal(report.names, 2);
      assert.deepEqual(report.problems.map(({ line }) => line), [2, 5]);
      assert.match(report.problems[0]?.message ?? "", /^"city" is no kind; write person, /);
      const lists = await annotator.checkLexicon([{ name: "Lima", kind: "place" }, /** @type {any} */ (3), /** @type {any} */ ({ name: "Bor" })]);
      assert.deepEqual([lists.names, lists.problems.map(({ line }) => line)], [1, [2, 3]]);
      const { mentions } = await annotator.annotate("The Blue Crane talks failed.");
      assert.ok(mentions.every(({ rule }) => rule !== "names/own-list"), "checking a list does not use it");
      await assert.rejects(annotator.annotate(TEXT, { lexicon: /** @type {any} */ (3) }), { code: "bad-option", message: /lexicon/ });
      annotator.dispose();
    });

    test("says what is wrong with an option, and reads on", async () => {
      const annotator = createAnnotator({ worker });
      await assert.rejects(annotator.annotate(TEXT, { published: "last Tuesday" }), { code: "bad-option", message: /last Tuesday/ });
      assert.equal((await annotator.annotate("One.")).length, 4);
      annotator.dispose();
    });

    test("says what is wrong with the WebAssembly, and tries again", async () => {
      let good = false;
      const annotator = createAnnotator({ worker, wasm: () => (good ? wasmFile : new Uint8Array([1, 2, 3])) });
      await assert.rejects(annotator.annotate(TEXT), { code: "bad-wasm" });
      good = true;
      assert.equal((await annotator.annotate("One.")).length, 4);
      annotator.dispose();
    });

    test("is called off by a signal, before and while it waits", async () => {
      const annotator = createAnnotator({ worker });
      await assert.rejects(annotator.annotate(TEXT, { signal: AbortSignal.abort() }), { code: "aborted", name: "AbortError" });
      const control = new AbortController();
      const first = annotator.annotate("One.");
      const second = annotator.annotate(TEXT, { signal: control.signal });
      control.abort();
      await assert.rejects(second, { code: "aborted" });
      assert.equal((await first).length, 4);
      assert.equal((await annotator.annotate("Two.")).length, 4);
      annotator.dispose();
    });

    test("after dispose it reads no more", async () => {
      const annotator = createAnnotator({ worker });
      const waiting = annotator.annotate(TEXT);
      annotator.dispose();
      await assert.rejects(waiting, { code: "disposed" });
      await assert.rejects(annotator.annotate(TEXT), { code: "disposed" });
    });

    test("a text that is too long is refused", async () => {
      const annotator = createAnnotator({ worker, maxLength: 10 });
      await assert.rejects(annotator.annotate("eleven characters"), { code: "too-large" });
      annotator.dispose();
    });
  });
}

test("a trap in the worker is told with its code, and the next text is read", async () => {
  const annotator = createAnnotator({ worker: nodeWorker, wasm: faulty });
  await assert.rejects(annotator.annotate("x".repeat(TRAPS + 1)), { code: "engine-crash" });
  assert.equal((await annotator.annotate(TEXT)).length, TEXT.length);
  annotator.dispose();
});

test("a new worker after a trap has the names, too", async () => {
  const annotator = createAnnotator({ worker: nodeWorker, wasm: faulty, lexicon: "Blue Crane\tevent" });
  const kinds = async () => (await annotator.annotate("The Blue Crane.")).entities.map(({ kind }) => kind);
  assert.deepEqual(await kinds(), ["event"]);
  await assert.rejects(annotator.annotate("x".repeat(TRAPS + 1)), { code: "engine-crash" });
  assert.deepEqual(await kinds(), ["event"]);
  annotator.dispose();
});

test("a worker that hangs is ended at its deadline, and the next text is read", async () => {
  const annotator = createAnnotator({ worker: nodeWorker, wasm: faulty, timeout: 2000 });
  await annotator.annotate("One.");
  await assert.rejects(annotator.annotate("x".repeat(HANGS + 1)), { code: "timeout" });
  assert.equal((await annotator.annotate(TEXT)).length, TEXT.length);
  annotator.dispose();
});

test("a text that is called off while the worker hangs on it frees the next at once", async () => {
  const annotator = createAnnotator({ worker: nodeWorker, wasm: faulty });
  await annotator.annotate("One.");
  const control = new AbortController();
  const hanging = annotator.annotate("x".repeat(HANGS + 1), { signal: control.signal });
  const next = annotator.annotate(TEXT);
  setTimeout(() => control.abort(), 50);
  await assert.rejects(hanging, { code: "aborted" });
  assert.equal((await next).length, TEXT.length);
  annotator.dispose();
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

test("where no worker can be had it reads in this thread, unless a worker was asked for", async () => {
  const refused = () => {
    throw new Error("blocked");
  };
  const annotator = createAnnotator({ worker: refused });
  assert.equal((await annotator.annotate("One.")).length, 4);
  annotator.dispose();
  await assert.rejects(createAnnotator({ worker: true }).annotate("One."), { code: "csp-worker" });
});

test("importing the package touches neither network nor page", async () => {
  for (const part of ["newsmark", "newsmark/engine", "newsmark/elements", "newsmark/define", "newsmark/exporters"]) {
    assert.ok(await import(part));
  }
  assert.equal("document" in globalThis, false);
});
