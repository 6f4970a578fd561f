// What `npm pack` makes of the package as it is built.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Packs into a folder, where `package` is what was packed; gives the tarball's path. @param {string} to */
export async function pack(to) {
  const from = join(to, "package");
  for (const part of ["package.json", "README.md", "lib"]) await cp(fileURLToPath(new URL(`../../${part}`, import.meta.url)), join(from, part), { recursive: true });
  const ran = spawnSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", to], { cwd: from, encoding: "utf8", shell: process.platform === "win32" });
  assert.equal(ran.status, 0, ran.stderr);
  return join(to, ran.stdout.trim());
}
