// Newsmark's times and sizes against wink-nlp's and compromise's, in one run under Node.
//
// The engines take turns over the same texts, so that whatever else the machine does meets them alike, and the
// medians are compared. A text is never seen twice ("fresh"), because some engines keep what they found of a word;
// the time for one text again and again stands beside it ("repeated"). Newsmark's time is that of everything it marks,
// as JavaScript objects; of the others only what they do on reading a text is counted, not asking them for it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { freshTexts } from "./fresh-texts.js";

const LENGTHS = [800, 3_000, 10_000, 100_000];
const PKG = new URL("../../www/pkg/", import.meta.url);

/** Of each engine how it is started, giving what reads a text, and the files that it consists of. */
const ENGINES = {
  newsmark: async () => {
    const { default: init, annotate } = await import(new URL("newsmark.js", PKG));
    await init({ module_or_path: readFileSync(new URL("newsmark_bg.wasm", PKG)) });
    const files = ["newsmark.js", "objects.js", "newsmark_bg.wasm"].map((name) => fileURLToPath(new URL(name, PKG)));
    return { read: (text) => annotate(text, null), files };
  },
  "wink-nlp": async () => {
    const require = createRequire(import.meta.url);
    const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
    const files = Object.keys(require.cache).filter((path) => path.includes("wink"));
    return { read: (text) => nlp.readDoc(text), files };
  },
  compromise: async () => {
    const require = createRequire(import.meta.url);
    const nlp = require("compromise");
    const files = Object.keys(require.cache).filter((path) => path.includes("compromise"));
    return { read: (text) => nlp(text), files };
  },
};

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const row = (name, cells) => console.log(name.padEnd(26) + cells.map((cell) => cell.padStart(14)).join(""));
const ms = (time) => `${time.toFixed(time < 10 ? 2 : 1)} ms`;

if (process.argv[2] === "--cold") {
  const [text] = freshTexts(3_000, 1, Number(process.argv[4]));
  const start = performance.now();
  const { read } = await ENGINES[process.argv[3]]();
  read(text);
  console.log(performance.now() - start);
} else {
  const engines = {};
  for (const [name, start] of Object.entries(ENGINES)) engines[name] = await start();
  // Node compiles again what is used much: that is not measured.
  for (const text of freshTexts(3_000, 200, 1)) Object.values(engines).forEach(({ read }) => read(text));
  row("", [...Object.keys(engines), ...Object.keys(engines).slice(1).map((name) => `of ${name}`)]);
  for (const length of LENGTHS) {
    const rounds = Math.max(9, Math.min(300, Math.round(600_000 / length)));
    compare(`fresh, ${length} characters`, engines, freshTexts(length, rounds, length));
  }
  for (const length of LENGTHS.slice(0, 2)) {
    compare(`repeated, ${length} characters`, engines, Array(200).fill(freshTexts(length, 1, 7)[0]));
  }
  coldStarts();
  console.log();
  sizes(engines);
}

/** Prints the median time of each engine for a text, and Newsmark's as a share of the others'. */
function compare(name, engines, texts) {
  const times = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
  // Some texts at a turn: else the time is that of fetching again what the engine before drove out of the caches.
  const turn = Math.max(1, Math.min(10, Math.floor(texts.length / 9)));
  for (let at = 0; at + turn <= texts.length; at += turn) {
    for (const [name, { read }] of Object.entries(engines)) {
      const start = performance.now();
      for (const text of texts.slice(at, at + turn)) read(text);
      times[name].push((performance.now() - start) / turn);
    }
  }
  report(name, Object.values(times).map(median));
}

/** Prints the times of processes that start and read one text. */
function coldStarts() {
  const times = Object.fromEntries(Object.keys(ENGINES).map((name) => [name, []]));
  for (let round = 0; round < 5; round++) {
    for (const name of Object.keys(ENGINES)) {
      const args = [fileURLToPath(import.meta.url), "--cold", name, String(round + 1)];
      times[name].push(Number(execFileSync(process.execPath, args, { encoding: "utf8" })));
    }
  }
  report("cold start, 3000 characters", Object.values(times).map(median));
}

/** Prints times and the ratios of the first to the others. */
function report(name, [ours, ...others]) {
  row(name, [...[ours, ...others].map(ms), ...others.map((other) => (ours / other).toFixed(2))]);
}

/** Prints how much the files weigh that were loaded, as they travel. */
function sizes(engines) {
  const kilobytes = (bytes) => `${Math.ceil(bytes / 1000)} KB`;
  const weights = Object.values(engines).map(({ files }) => Buffer.concat(files.map((path) => readFileSync(path))));
  const packed = { raw: (all) => all, gzipped: (all) => gzipSync(all, { level: 9 }), brotli: brotliCompressSync };
  for (const [name, pack] of Object.entries(packed)) {
    row(name, weights.map((all) => kilobytes(pack(all).length)));
  }
}
