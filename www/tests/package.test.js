// The package as others get it: packed, and looked over by those who know what goes wrong with packages.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

const www = new URL("../", import.meta.url);
let folder = "";
let tarball = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "newsmark-package-"));
  tarball = await pack(folder);
});
after(() => rm(folder, { recursive: true, force: true }));

/** What `npm pack` makes of the package. @param {string} to */
async function pack(to) {
  const from = join(to, "package");
  for (const part of ["package.json", "lib"]) await cp(fileURLToPath(new URL(part, www)), join(from, part), { recursive: true });
  const ran = spawnSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", to], { cwd: from, encoding: "utf8", shell: process.platform === "win32" });
  assert.equal(ran.status, 0, ran.stderr);
  return join(to, ran.stdout.trim());
}

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
