// The words that the page is built with: words/english.ts, or another file of its kind.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runnerImport } from "vite";

const ENGLISH = fileURLToPath(new URL("../../lib/words/english.js", import.meta.url));

/** @typedef {typeof import("newsmark/words")} Words */
/** @typedef {Awaited<ReturnType<typeof wordsOf>>} PageWords */

/**
 * Reads a file of words, and looks whether it has all.
 * @param {string} file
 */
export async function wordsOf(file = ENGLISH) {
  const at = resolve(file);
  const { MESSAGES, PAGE, ...rest } = await load(at);
  const missing = lacking(await load(ENGLISH), { MESSAGES, PAGE, ...rest });
  if (missing.length > 0) throw new Error(`${file} lacks ${missing.join(", ")}: take them over from www/words/english.ts, and translate them.`);
  /** @type {Record<string, string>} */
  const outside = { language: MESSAGES.language, name: PAGE.name, description: PAGE.description, noScript: PAGE.noScript };
  return {
    /** A file beside the scripts, with its words in it. @param {URL} template */
    filled: async (template) => (await readFile(template, "utf8")).replace(/\{\{(\w+)\}\}/g, (_, name) => escaped(outside[name] ?? "", template)),
    /** Puts the file in the place of the English one, in the page and in the elements; it may itself go on from that. @type {import("vite").Plugin} */
    plugin: {
      name: "words",
      enforce: "pre",
      resolveId: (source, importer) => (/^newsmark\/words$|\/words\/english\.js$/.test(source) && importer !== at ? at : null),
    },
  };
}

/** @param {string} file @returns {Promise<Words>} */
async function load(file) {
  return /\.m?js$/.test(file) ? import(pathToFileURL(file).href) : (await runnerImport(file)).module;
}

/**
 * The names of words that are not there, or are of another kind.
 * @param {any} english @param {any} own
 * @returns {string[]}
 */
function lacking(english, own, name = "") {
  if (typeof english !== typeof own) return [name];
  if (typeof english !== "object") return [];
  return Object.keys(english).flatMap((key) => lacking(english[key], own[key], name === "" ? key : `${name}.${key}`));
}

/** @param {string} text @param {URL} template */
function escaped(text, { pathname }) {
  if (pathname.endsWith(".webmanifest")) return JSON.stringify(text).slice(1, -1);
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
