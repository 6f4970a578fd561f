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

/** What each field holds in the example, by its definition and its name: the first value that is none of null and empty. @type {Map<string, any>} */
const examples = new Map();
const says = (/** @type {any} */ value) => value !== null && value !== undefined && value.length !== 0;
/** @param {string} name @param {Schema} of @param {any} value */
function collect(name, of, value) {
  if (value === null || value === undefined) return;
  if (of.$ref) collect(nameOf(of.$ref), schema.$defs[nameOf(of.$ref)] ?? {}, value);
  for (const other of of.anyOf ?? []) if (other.$ref) collect(name, other, value);
  if (of.items && Array.isArray(value)) for (const item of value) collect(name, of.items, item);
  for (const [field, part] of Object.entries(of.properties ?? {})) {
    const key = `${name}.${field}`;
    if (!says(examples.get(key))) examples.set(key, value[field]);
    collect(key, part, value[field]);
  }
}
collect("", schema, example);

const cell = (/** @type {string} */ text) => text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
/** @param {any} value */
function shown(value) {
  if (value === undefined) return "";
  // Of a list of things one is enough: each kind has its own table.
  const things = Array.isArray(value) && value.length > 1 && typeof value[0] === "object";
  const json = JSON.stringify(things ? value.slice(0, 1) : value);
  const cut = json.length > 72 ? `${json.slice(0, 70)}…` : things ? `${json.slice(0, -1)}, …]` : json;
  return `\`${cut}\``;
}

/** @param {string} name @param {Schema} of */
function section(name, of) {
  const title = `${name === "" ? "The article" : name}\n\n${of.description ?? ""}\n`;
  const heading = `## ${title}`;
  if (of.oneOf) return `${heading}\n| word | meaning |\n|---|---|\n${of.oneOf.map((word) => `| \`${word.const}\` | ${cell(word.description ?? "")} |`).join("\n")}\n`;
  const rows = Object.entries(of.properties ?? {}).map(([field, part]) => `| \`${field}\` | ${typeOf(part)} | ${cell(part.description ?? "")} | ${cell(shown(examples.get(`${name}.${field}`)))} |`);
  return `${heading}\n| field | type | what it is | for example |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

const text = `# The wire format, version 1

<!-- Made by www/build/wire.js from schema/: change it there. -->

What \`annotate\` gives in JavaScript, what the command line prints with \`--json\`, and what every exporter takes. Every field is always there; what is not known is \`null\`, a list at least empty. Fields may be added, none is renamed. Offsets count what \`offsetUnit\` says and are half-open: \`text.slice(start, end)\` are the words.

The examples are from [schema/example.json](../schema/example.json); the rules for programs are in [schema/newsmark-1.schema.json](../schema/newsmark-1.schema.json), which the npm package gives as \`newsmark/schema.json\`. The example's text is

\`\`\`text
${example.text}
\`\`\`

${[["", schema], ...Object.entries(schema.$defs)].map(([name, of]) => section(/** @type {string} */ (name), /** @type {Schema} */ (of))).join("\n")}`;
await writeFile(new URL("../../docs/wire.md", import.meta.url), text);
