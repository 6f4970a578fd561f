// The package as others get it: packed, and looked over by those who know what goes wrong with packages.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
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
  // The package is for import alone; readers of Node 10's rules, which know no exports, are not among them.
  const told = problems.filter((problem) => !("resolutionKind" in problem && problem.resolutionKind === "node10") && problem.kind !== "CJSResolvesToESM");
  assert.deepEqual(told, []);
});
