// Packs worker and WebAssembly into scripts, for lib/inline, and everything into one script, lib/newsmark.js.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const lib = new URL("../lib/", import.meta.url);
const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, lib));

/**
 * One script without anything beside it.
 * @param {string} entry
 * @param {string} [name] what it gives to the page
 */
async function bundle(entry, name) {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      lib: { entry: path(entry), formats: ["iife"], name: name ?? "newsmark" },
    },
    // Addresses of files that a script on its own has not got: they are only asked for where nothing else is given.
    plugins: [{ name: "no-files", transform: (code) => code.replaceAll(/new URL\((["'])[^"']+\1,\s*import\.meta\.url\)/g, "location.href") }],
  });
  const [chunk] = [built].flat().flatMap((output) => ("output" in output ? output.output : []));
  if (chunk?.type !== "chunk") throw new Error(`${entry} did not become a script`);
  return chunk.code;
}

/** @param {string} name @param {string} constant @param {string} content */
async function pack(name, constant, content) {
  await mkdir(path("inline/packed/"), { recursive: true });
  await writeFile(path(`inline/packed/${name}.js`), `export const ${constant} = ${JSON.stringify(content)};\n`);
}

/** @param {string} name */
const zipped = async (name) => gzipSync(await readFile(path(`pkg/${name}`)), { level: 9 }).toString("base64");

await pack("wasm", "WASM", await zipped("newsmark_bg.wasm"));
await pack("exporters", "EXPORTERS", await zipped("newsmark_export_bg.wasm"));
await pack("worker", "WORKER", await bundle("engine/worker.js"));
await writeFile(path("newsmark.js"), await bundle("inline/standalone.js", "newsmark"));
