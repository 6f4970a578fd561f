// The guide's links lead somewhere, and what is made of the element and the schema is as they are.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

const docs = new URL("../../docs/", import.meta.url);

test("every link of the guide leads to a file, and every page is in its summary", async () => {
  const pages = (await readdir(docs)).filter((name) => name.endsWith(".md"));
  const summary = await readFile(new URL("SUMMARY.md", docs), "utf8");
  assert.ok(pages.length > 6);
  for (const page of pages) {
    const text = await readFile(new URL(page, docs), "utf8");
    for (const [, link = ""] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      assert.ok(/^https?:/.test(link) || existsSync(new URL(link, docs)), `${page}: ${link}`);
    }
    assert.ok(page === "SUMMARY.md" || summary.includes(`(${page})`), `${page} is not in SUMMARY.md`);
  }
});

test("the reference has every member of the element, and the wire format every field of the schema", async () => {
  const manifest = JSON.parse(await readFile(new URL("../lib/custom-elements.json", import.meta.url), "utf8"));
  const [element] = manifest.modules[0].declarations;
  const reference = await readFile(new URL("element.md", docs), "utf8");
  for (const part of ["members", "attributes", "events", "cssParts", "cssProperties", "cssStates"]) {
    assert.ok(element[part].length > 3, part);
    for (const { name } of element[part]) assert.match(reference, new RegExp(`\`${name}[(\`]`), `${part}: ${name}`);
  }
  const schema = JSON.parse(await readFile(new URL("../../schema/newsmark-1.schema.json", import.meta.url), "utf8"));
  const wire = await readFile(new URL("wire.md", docs), "utf8");
  for (const [name, { properties = {} }] of /** @type {[string, any][]} */ ([["The article", schema], ...Object.entries(schema.$defs)])) {
    const section = wire.split(`## ${name}\n`)[1]?.split("\n## ")[0] ?? "";
    for (const field of Object.keys(properties)) assert.ok(section.includes(`| \`${field}\` |`), `${name}.${field}`);
  }
});
