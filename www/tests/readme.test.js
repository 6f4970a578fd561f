// The README's JavaScript runs as it stands.

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { test } from "node:test";

test("the sample prints a figure and its source", async (t) => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const samples = [...readme.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? "");
  assert.equal(samples.length, 1);
  /** @type {unknown[][]} */
  const printed = [];
  t.mock.method(console, "log", (/** @type {unknown[]} */ ...words) => printed.push(words));
  // Beside this file, so that it finds the package by its name.
  const file = new URL("./.readme-sample.js", import.meta.url);
  try {
    await writeFile(file, samples[0] ?? "");
    await import(file.href);
  } finally {
    await rm(file, { force: true });
  }
  const [low, source] = printed[0] ?? [];
  assert.equal(low, 2);
  assert.equal(/** @type {{ certainty: string } | undefined} */ (source)?.certainty, "stated");
});
