// An example as its reader makes it: copied into a folder of its own, the packed package installed, built by the steps that its README documents.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serve } from "./server.js";

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

/** Serves an installed example while it is used. @param {string} name @param {string} tarball @param {string} folder @param {(address: string) => Promise<void>} use */
export async function served(name, tarball, folder, use) {
  const { url } = await installed(name, tarball, folder);
  const site = await serve(url);
  try {
    await use(site.address);
  } finally {
    site.close();
  }
}

/** Does what its README says, with the package that was packed. @param {string} name @param {string} to @param {string} tarball */
async function make(name, to, tarball) {
  await cp(fileURLToPath(new URL(`../../examples/${name}/`, import.meta.url)), to, { recursive: true });
  const [, steps = ""] = (await readFile(join(to, "README.md"), "utf8")).match(/^```sh\n([^]*?)^```$/m) ?? [];
  assert.match(steps, /^npm install path\/to\/newsmark-0\.1\.0\.tgz$/m, `${name}/README.md`);
  for (const step of steps.trim().split("\n")) {
    const told = step.replace("path/to/newsmark-0.1.0.tgz", tarball);
    const ran = spawnSync(told, { cwd: to, encoding: "utf8", shell: true, env: { ...process.env, npm_config_audit: "false", npm_config_fund: "false", npm_config_ignore_scripts: "true" } });
    assert.equal(ran.status, 0, `${told}: ${ran.error ?? ran.stderr}`);
  }
}
