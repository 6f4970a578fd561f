// The custom-elements manifest, lib/custom-elements.json, and the reference made of it, docs/element.md.

import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/**
 * @typedef {{ name: string, kind?: string, description?: string, privacy?: string, static?: boolean, attribute?: string, fieldName?: string,
 *   type?: { text: string }, return?: { type?: { text: string } }, parameters?: { name: string, optional?: boolean }[], inheritedFrom?: unknown }} Part
 * @typedef {Partial<Record<"members" | "attributes" | "events" | "cssParts" | "cssProperties" | "cssStates" | "slots", Part[]>> & { name: string, description?: string, tagName?: string }} Declaration
 * @typedef {{ kind: string, path: string, declarations: Declaration[], exports: unknown[] }} Module
 */

const www = new URL("../", import.meta.url);
const file = new URL("lib/custom-elements.json", www);
const cem = fileURLToPath(new URL("node_modules/@custom-elements-manifest/analyzer/cem.js", www));
const ran = spawnSync(process.execPath, [cem, "analyze", "--litelement", "--quiet", "--globs", "{speaking,article,embedded,define}.ts", "--outdir", "../lib"], { cwd: fileURLToPath(new URL("elements/", www)), encoding: "utf8" });
if (ran.status !== 0) throw new Error(ran.stderr || ran.stdout);

/** @type {{ schemaVersion: string, modules: Module[] }} */
const manifest = JSON.parse(await readFile(file, "utf8"));
const analyzed = manifest.modules.flatMap(({ declarations }) => declarations).find(({ name }) => name === "NewsmarkArticle");
if (!analyzed) throw new Error("the analyzer found no NewsmarkArticle");
// What the platform calls, and what is there for tests.
const inner = /Callback$|^formAssociated$|^outcome$|^words$|^read$|^uncover$/;
/** @type {Declaration} */
const element = {
  ...analyzed,
  tagName: "newsmark-article",
  members: (analyzed.members ?? []).filter(({ name, privacy }) => !name.startsWith("#") && !["private", "protected"].includes(privacy ?? "") && !inner.test(name)),
  events: (analyzed.events ?? []).filter(({ name }) => /^(change$|newsmark-)/.test(name ?? "")),
  attributes: (analyzed.attributes ?? []).filter(({ name }) => !name.startsWith("#")),
};
const path = "lib/elements/define.js";
manifest.modules = [
  {
    kind: "javascript-module",
    path,
    declarations: [element],
    exports: [{ kind: "custom-element-definition", name: "newsmark-article", declaration: { name: "NewsmarkArticle", module: path } }],
  },
];
await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);

const cell = (/** @type {string | undefined} */ text) => (text ?? "").replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
/** @param {string} title @param {string[]} columns @param {(string | undefined)[][]} rows */
const table = (title, columns, rows) =>
  `## ${title}\n\n| ${columns.join(" | ")} |\n|${columns.map(() => "---|").join("")}\n${rows.map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n")}\n`;
const code = (/** @type {string | undefined} */ text) => (text ? `\`${text}\`` : "");
const { members = [], attributes = [], events = [], cssParts = [], cssProperties = [], cssStates = [] } = element;
const described = (/** @type {Part} */ { name, description }) => [code(name), description];
const fields = members.filter(({ kind }) => kind === "field");
const typeOf = new Map(fields.map(({ name, type }) => [name, type?.text]));
const methods = members.filter(({ kind }) => kind === "method");
const called = (/** @type {Part} */ { name, parameters = [] }) => `${name}(${parameters.map(({ name, optional }) => `${name}${optional ? "?" : ""}`).join(", ")})`;
const reference = [
  `# \`<newsmark-article>\`\n\n<!-- Made by www/build/manifest.js from the element's own words: change them there. -->\n\n${element.description}\n`,
  "Import `newsmark/define`, or load `newsmark.js`, and the element is there. [Embed](embed.md) shows how.\n",
  table("Attributes", ["attribute", "type", "what it does"], attributes.map(({ name, fieldName, type, description }) => [code(name), code(type?.text ?? typeOf.get(fieldName ?? name)), description])),
  table("Properties", ["property", "type", "what it is"], fields.filter(({ attribute }) => !attribute).map(({ name, type, description }) => [code(name), code(type?.text), description])),
  table("Methods", ["method", "what it does"], methods.map((method) => [code(called(method)), method.description])),
  table("Events", ["event", "when"], events.map(described)) + "\nAll bubble; those that begin with `newsmark-` also leave shadow roots.\n",
  table("Parts", ["`::part()`", "what it is"], cssParts.map(described)),
  table("Custom properties", ["property", "what it sets"], cssProperties.map(described)),
  table("States", ["`:state()`", "when"], cssStates.map(described)),
];
await writeFile(new URL("../docs/element.md", www), reference.join("\n"));
