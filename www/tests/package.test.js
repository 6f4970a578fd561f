// The package as others get it: packed, and looked over by those who know what goes wrong with packages.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { pack } from "./support/pack.js";

let folder = "";
let tarball = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "newsmark-package-"));
  tarball = await pack(folder);
});
after(() => rm(folder, { recursive: true, force: true }));

test("every entry is a file that is there, types first; to define and to run are its only side effects", async () => {
  const { exports: exported, sideEffects, type } = JSON.parse(await readFile(join(folder, "package", "package.json"), "utf8"));
  assert.equal(type, "module");
  /** @type {string[]} */
  const missing = [];
  for (const [name, entry] of Object.entries(exported)) {
    if (typeof entry !== "string") assert.deepEqual(Object.keys(entry), ["types", "default"], name);
    for (const file of typeof entry === "string" ? [entry] : Object.values(entry)) if (!existsSync(join(folder, "package", file))) missing.push(file);
  }
  assert.deepEqual(missing, []);
  assert.deepEqual(sideEffects, [exported["./define"].default, exported["./worker"].default, exported["./newsmark.js"]]);
});

test("the page is built from what the package exports, and from nothing else of it", async () => {
  const folder = new URL("../page/", import.meta.url);
  const { exports: exported, dependencies } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  const sources = (await readdir(folder)).filter((name) => name.endsWith(".ts"));
  assert.ok(sources.length > 20);
  let taken = 0;
  for (const name of sources) {
    for (const [, from = ""] of (await readFile(new URL(name, folder), "utf8")).matchAll(/(?:from|import|import\() ?"([^"?]+)/g)) {
      const own = from.startsWith("./") || from.startsWith("../../tests/articles/") || from.startsWith("virtual:");
      const part = /^newsmark(\/.*)?$/.exec(from);
      taken += Number(Boolean(part));
      assert.ok(own || (part && `.${part[1] ?? ""}` in exported) || dependencies[from.split("/")[0] ?? ""], `${name} imports ${from}`);
    }
  }
  assert.ok(taken > 20, `${taken} imports of the package`);
});

test("publint has nothing to say", async () => {
  const { messages, pkg } = await publint({ pkgDir: join(folder, "package"), strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), []);
});

test("the types of every entry are right for those who import it", async () => {
  const data = createPackageFromTarballData(new Uint8Array(await readFile(tarball)));
  // Files to load, not to import.
  const checked = await checkPackage(data, { excludeEntrypoints: [/\.wasm$/, "./newsmark.js"] });
  assert.ok(checked.types);
  const problems = "problems" in checked ? checked.problems : [];
  // The package is ESM alone, as attw's own profile "esm-only" allows: a CommonJS file imports it, or requires it in a
  // Node that can (20.19, 22.12 and later), which TypeScript's rules for Node 16 do not know.
  const told = problems.filter(({ kind }) => kind !== "CJSResolvesToESM");
  assert.deepEqual(told, []);
});

test("a Node that can require ESM requires it", () => {
  const code = `const { createAnnotator } = require("newsmark");
    const annotator = createAnnotator();
    annotator.annotate("Two people were killed, police said.").then(({ figures }) => { console.log(figures.length); annotator.dispose(); });`;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) return console.log("skipped: this Node can't");
  const { stdout, status } = spawnSync(process.execPath, ["--eval", code], { cwd: import.meta.dirname, encoding: "utf8" });
  assert.deepEqual([stdout.trim(), status], ["1", 0]);
});
