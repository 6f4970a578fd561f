// An example as its reader makes it: copied into a folder of its own, the packed package installed, built by its own steps.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** @param {string} cwd @param {string} command @param {string[]} args */
export function run(cwd, command, args, input = "") {
  const ran = spawnSync(command, args, { cwd, encoding: "utf8", input, shell: process.platform === "win32" });
  assert.equal(ran.status, 0, `${command} ${args.join(" ")}: ${ran.error ?? ran.stderr}`);
  return ran;
}

/** @param {string} name @param {string} tarball what `pack` gave @param {string} folder to put the example's own folder in */
export async function installed(name, tarball, folder) {
  const to = join(folder, name);
  if (!existsSync(to)) await make(name, to, tarball);
  const { scripts } = JSON.parse(await readFile(join(to, "package.json"), "utf8"));
  return { path: to, url: pathToFileURL(`${scripts?.build ? join(to, "dist") : to}/`) };
}

/** @param {string} name @param {string} to @param {string} tarball */
async function make(name, to, tarball) {
  await cp(fileURLToPath(new URL(`../../examples/${name}/`, import.meta.url)), to, { recursive: true });
  run(to, "npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", tarball]);
  const { scripts } = JSON.parse(await readFile(join(to, "package.json"), "utf8"));
  if (scripts?.build) run(to, "npm", ["run", "build"]);
}
