// The wire format explained, docs/wire.md: every field from the schema, with its value in the example.

import { readFile, writeFile } from "node:fs/promises";

/**
 * @typedef {{ description?: string, type?: string | string[], $ref?: string, anyOf?: Schema[], oneOf?: Schema[], items?: Schema,
 *   const?: string, properties?: Record<string, Schema> }} Schema
 */

const folder = new URL("../../schema/", import.meta.url);
/** @type {Schema & { $defs: Record<string, Schema> }} */
const schema = JSON.parse(await readFile(new URL("newsmark-1.schema.json", folder), "utf8"));
const example = JSON.parse(await readFile(new URL("example.json", folder), "utf8"));

const nameOf = (/** @type {string} */ ref) => ref.split("/").at(-1) ?? "";
/** @returns {string} */
function typeOf(/** @type {Schema} */ { type, $ref, anyOf, items }) {
  if ($ref) return `[${nameOf($ref)}](#${nameOf($ref).toLowerCase()})`;
  if (anyOf) return anyOf.map(typeOf).join(" or ");
  if (type === "array") return `list of ${typeOf(items ?? {})}`;
  return [type ?? ""].flat().join(" or ");
}

/** The first thing of each kind in the example, by the name of its definition. @type {Map<string, any>} */
const examples = new Map([["", example]]);
/** @param {Schema} of @param {any} value */
function collect(of, value) {
  if (value === null || value === undefined) return;
  if (of.$ref) {
    const name = nameOf(of.$ref);
    const known = examples.get(name);
    const fuller = (/** @type {any} */ item) => (typeof item === "object" ? Object.values(item).filter((part) => part !== null && part?.length !== 0).length : 1);
    if (known === undefined || fuller(value) > fuller(known)) examples.set(name, value);
    collect(schema.$defs[name] ?? {}, value);
  }
  for (const other of of.anyOf ?? []) if (other.$ref) collect(other, value);
  if (of.items && Array.isArray(value)) for (const item of value) collect(of.items, item);
  for (const [name, part] of Object.entries(of.properties ?? {})) collect(part, value[name]);
}
collect(schema, example);

const cell = (/** @type {string} */ text) => text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
/** @param {any} value */
function shown(value) {
  if (value === undefined) return "";
  const json = JSON.stringify(value);
  return json.length > 60 ? "…" : `\`${json}\``;
}

/** @param {string} name @param {Schema} of */
function section(name, of) {
  const title = `${name === "" ? "The article" : name}\n\n${of.description ?? ""}\n`;
  const heading = `## ${title}`;
  if (of.oneOf) return `${heading}\n| word | meaning |\n|---|---|\n${of.oneOf.map((word) => `| \`${word.const}\` | ${cell(word.description ?? "")} |`).join("\n")}\n`;
  const value = examples.get(name);
  const rows = Object.entries(of.properties ?? {}).map(([field, part]) => `| \`${field}\` | ${typeOf(part)} | ${cell(part.description ?? "")} | ${cell(shown(value?.[field]))} |`);
  return `${heading}\n| field | type | what it is | for example |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

const text = `# The wire format, version 1

<!-- Made by www/build/wire.js from schema/: change it there. -->

What \`annotate\` gives in JavaScript, what the command line prints with \`--json\`, and what every exporter takes. Every field is always there; what is not known is \`null\`, a list at least empty. Fields may be added, none is renamed. Offsets count what \`offsetUnit\` says and are half-open: \`text.slice(start, end)\` are the words.

The examples are from [schema/example.json](../schema/example.json); the rules for programs are in [schema/newsmark-1.schema.json](../schema/newsmark-1.schema.json), which the npm package gives as \`newsmark/schema.json\`.

${[["", schema], ...Object.entries(schema.$defs)].map(([name, of]) => section(/** @type {string} */ (name), /** @type {Schema} */ (of))).join("\n")}`;
await writeFile(new URL("../../docs/wire.md", import.meta.url), text);
