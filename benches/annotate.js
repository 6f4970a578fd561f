// Characters a second of the built package under Node, over the same texts as annotate.rs.
import { readFileSync, readdirSync } from "node:fs";
import init, { annotate } from "../www/pkg/newsmark.js";

const root = new URL("../", import.meta.url);
await init({ module_or_path: readFileSync(new URL("www/pkg/newsmark_bg.wasm", root)) });

const names = readdirSync(new URL("tests/articles/", root)).filter((name) => name.endsWith(".txt")).sort();
const articles = names.map((name) => readFileSync(new URL(`tests/articles/${name}`, root), "utf8"));
const line = articles.join("\n\n").split(/\s+/).filter(Boolean).join(" ");
report("articles, one by one", articles);
for (const megabytes of [1, 5]) {
  report(`one line of ${megabytes} MB`, [line.repeat(Math.floor((megabytes * 1e6) / line.length) + 1)]);
}

/** Prints the median speed of several runs, JavaScript objects included. */
function report(name, texts) {
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  const times = [];
  const start = performance.now();
  while (times.length < 3 || (times.length < 99 && performance.now() - start < 2000)) {
    const start = performance.now();
    for (const text of texts) annotate(text, null);
    times.push(performance.now() - start);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const speed = chars / median / 1e3;
  console.log(`wasm    ${name.padEnd(24)} ${median.toFixed(1).padStart(8)} ms  ${speed.toFixed(2).padStart(7)} M chars/s`);
}
