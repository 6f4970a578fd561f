// Runs a test of the engine's suite in a browser, over the package's files as they are.

import { createAnnotator } from "../../lib/engine/index.js";
import * as inline from "../../lib/inline/index.js";
import { everywhere, inWorkers } from "./engine-suite.js";

/** @typedef {import("newsmark").AnnotatorOptions} Options */
const WAYS = {
  "in a worker": (/** @type {Options} */ options = {}) => createAnnotator({ worker: true, ...options }),
  "in the page's thread": (/** @type {Options} */ options = {}) => createAnnotator({ worker: false, ...options }),
  "all in one script": inline.createAnnotator,
};

/** As much of Node's assert as the suite uses. */
const assert = {
  equal: (/** @type {unknown} */ a, /** @type {unknown} */ b, message = "") => assert.ok(Object.is(a, b), `${a} is not ${b}. ${message}`),
  deepEqual: (/** @type {unknown} */ a, /** @type {unknown} */ b) => assert.equal(JSON.stringify(a), JSON.stringify(b)),
  notDeepEqual: (/** @type {unknown} */ a, /** @type {unknown} */ b) => assert.ok(JSON.stringify(a) !== JSON.stringify(b), `${JSON.stringify(a)} twice`),
  match: (/** @type {string} */ text, /** @type {RegExp} */ wanted) => assert.ok(wanted.test(text), `${text} does not match ${wanted}`),
  ok(/** @type {unknown} */ value, message = "not ok") {
    if (!value) throw new Error(message);
  },
  async rejects(/** @type {Promise<unknown>} */ promise, /** @type {Record<string, unknown>} */ wanted) {
    const error = /** @type {any} */ (await promise.then(() => assert.ok(false, "did not reject"), (thrown) => thrown));
    for (const [key, value] of Object.entries(wanted)) {
      if (value instanceof RegExp) assert.match(error[key], value);
      else assert.equal(error[key], value, String(error));
    }
  },
};

/**
 * @param {keyof typeof WAYS} way
 * @param {string} name of the test
 * @param {string} [faulty] an engine with a fault, in base64
 */
export async function run(way, name, faulty) {
  const wasm = new URL("../../lib/pkg/newsmark_bg.wasm", import.meta.url);
  const bytes = async () => (await fetch(wasm)).arrayBuffer();
  const create = WAYS[way];
  const tests = faulty
    ? inWorkers({ assert, create, faulty: await WebAssembly.compile(Uint8Array.from(atob(faulty), (character) => character.charCodeAt(0))) })
    : everywhere({ assert, create, wasm, bytes });
  await tests[name]?.();
}
