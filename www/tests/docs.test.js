// The guide's links lead somewhere, and what is made of the element and the schema is as they are.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const docs = new URL("docs/", root);

/** All pages that a reader of the repository may open. */
async function pages() {
  const folders = ["", "docs/", "data/", "tests/spec/", "examples/program/", ...(await readdir(new URL("www/examples/", root))).map((name) => `www/examples/${name}/`)];
  const found = await Promise.all(folders.map(async (folder) => (await readdir(new URL(folder, root))).filter((name) => name.endsWith(".md")).map((name) => folder + name)));
  return found.flat();
}

/** A page without its code, in which brackets are no links. @param {string} page */
const prose = async (page) => (await readFile(new URL(page, root), "utf8")).replace(/^```[^]*?^```$/gm, "").replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]]/g, "·"));

/** The anchors of a page, as its headings make them in a browser of the repository. @param {string} page */
async function anchors(page) {
  const seen = new Map();
  return (await prose(page)).split("\n").flatMap((line) => {
    const title = line.match(/^#{1,6} (.*)$/)?.[1];
    if (title === undefined) return [];
    const words = title.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase().replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "").trim().replace(/\s/g, "-");
    const times = seen.get(words) ?? 0;
    seen.set(words, times + 1);
    return [times === 0 ? words : `${words}-${times}`];
  });
}

test("every link of every page leads to a file, and its anchor to a heading", async () => {
  /** @type {string[]} */
  const dead = [];
  let checked = 0;
  for (const page of await pages()) {
    for (const [, link = ""] of (await prose(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? new URL(page, root) : new URL(path, new URL(page, root));
      checked += 1;
      if (!existsSync(target)) dead.push(`${page}: ${link}`);
      else if (anchor !== undefined && !(await anchors(target.href.slice(root.href.length))).includes(anchor)) dead.push(`${page}: ${link} (no such heading)`);
    }
  }
  assert.deepEqual(dead, []);
  assert.ok(checked > 100, `${checked} links`);
});

test("the policy that the guide gives is the example's", async () => {
  const [, policy = "none"] = (await readFile(new URL("policy.md", docs), "utf8")).match(/^```text\n(.*)\n```$/m) ?? [];
  assert.ok((await readFile(new URL("www/examples/strict-csp/index.html", root), "utf8")).includes(`content="${policy}"`), policy);
});

test("every page of the guide is in its summary", async () => {
  const summary = await readFile(new URL("SUMMARY.md", docs), "utf8");
  const names = (await readdir(docs)).filter((name) => name.endsWith(".md") && name !== "SUMMARY.md");
  assert.ok(names.length > 6);
  for (const name of names) assert.ok(summary.includes(`(${name})`), `${name} is not in SUMMARY.md`);
});

test("every example of what is marked is in the guide", async () => {
  const marked = await readFile(new URL("marked.md", docs), "utf8");
  for (const name of await readdir(new URL("tests/spec/", root))) assert.ok(marked.includes(`(../tests/spec/${name})`), `${name} is not in docs/marked.md`);
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
    for (const field of Object.keys(properties)) assert.match(section, new RegExp(`^\\| \`${field}\` \\|.*\\| \`(?!null|\\[\\])[^\n]+\` \\|$`, "m"), `${name}.${field} has an example`);
  }
});
