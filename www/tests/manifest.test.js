// The custom-elements manifest against the element's source: nothing that a host can use is missing, nothing in it is gone.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { LitElement } from "lit";
import { NewsmarkArticle } from "newsmark/elements";

const [element] = JSON.parse(await readFile(new URL("../lib/custom-elements.json", import.meta.url), "utf8")).modules[0].declarations;
/** @param {string} part */
const named = (part) => element[part].map((/** @type {any} */ { name }) => name).toSorted();

/** The sources of `<newsmark-article>`, and of the elements within it. @param {RegExp} files */
async function source(files) {
  const folder = new URL("../elements/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => files.test(name));
  return (await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")))).join("\n");
}
const all = await source(/\.ts$/);
/** @param {string} text @param {RegExp} pattern */
const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].flatMap(([, ...words]) => words.filter((word) => word !== undefined)))].toSorted();

test("attributes are those that it observes, and those of every form control", () => {
  assert.deepEqual(named("attributes"), [...NewsmarkArticle.observedAttributes, "name", "disabled"].toSorted());
});

test("members are what a host finds on it", () => {
  const platform = /^(constructor|connectedCallback|disconnectedCallback|form\w+Callback)$/;
  // What the parts of the element ask of each other; TypeScript calls them protected, or their page says so.
  const inner = ["busy", "createRenderRoot", "performUpdate", "read", "reader", "render", "speak", "taken", "uncover", "update", "updated", "willUpdate", "words", "firstUpdated", "outcome"];
  /** @type {Set<string>} */
  const members = new Set();
  for (let part = NewsmarkArticle.prototype; Object.hasOwn(part, "constructor") && !Object.hasOwn(part, "requestUpdate"); part = Object.getPrototypeOf(part)) {
    for (const name of Object.getOwnPropertyNames(part)) members.add(name);
  }
  const lits = new (class extends LitElement {})();
  for (const name of Object.getOwnPropertyNames(new NewsmarkArticle())) if (!Object.hasOwn(lits, name) && !name.startsWith("_$")) members.add(name);
  assert.deepEqual([...members].filter((name) => !platform.test(name) && !inner.includes(name)).toSorted(), named("members"));
});

test("events are those that it tells", () => {
  // What the panel says to the article stays within it.
  const told = found(all, /(?:super|new Event)\("([\w-]+)"/g).filter((name) => name !== "newsmark-correct");
  assert.deepEqual(named("events"), told);
  for (const { name, type, description } of element.events) assert.ok(type.text && description, name);
});

test("parts are those of its templates, and of the elements in it whose parts it hands on", async () => {
  const own = await source(/^(article|embedded|legend|find|marks)\.ts$/);
  const parts = [...found(own, /[^t]part="([\w-]+)"/g), ...found(own, /exportparts="([^"]+)"/g).flatMap((names) => names.split(", "))];
  const roles = ["headline", "byline", "dateline", "caption", "credit", "link", "related", "body"];
  assert.deepEqual(named("cssParts"), [...new Set([...parts, ...roles, "mark"])].toSorted());
});

test("custom properties are those that its style sheets ask for", () => {
  assert.deepEqual(named("cssProperties"), found(all, /var\((--newsmark-[\w-]+)/g));
});

test("states are those that it enters", () => {
  assert.deepEqual(named("cssStates"), found(all, /#state\("(\w+)"/g));
});
