// Every word that the interface shows stands in words/english.ts, ready to be translated: none anywhere else.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { MESSAGES, PAGE } from "newsmark/words";
import { parseSync } from "vite";

const www = new URL("../", import.meta.url);
const FOLDERS = ["page", "elements", "readers", "compare", "corrections", "highlight", "prosemirror", "inline", "exporters"];

/** Attributes that are read aloud or shown. */
const TOLD = /^(aria-(label|description|roledescription|valuetext|placeholder)|placeholder|title|alt|label|summary|data-label)$/;
/** Attributes whose words are names for style sheets. */
const NAMES = /^(class|part|exportparts|style)$/;
/** Properties and functions that show what they are given. */
const SHOWING = /^(textContent|innerText|title|placeholder|alt|ariaLabel|ariaDescription|setCustomValidity|alert|confirm|prompt)$/;

/** @typedef {{ type: string, [key: string]: any }} Tree */
/** @param {unknown} value @returns {value is Tree} */
const isTree = (value) => typeof value === "object" && value !== null && "type" in value;
const hasWord = (/** @type {string} */ text) => /\p{L}{2,}/u.test(text.replace(/&#?\w+;/g, " "));
/** Two words or more, or one that begins a sentence; neither a media query nor a line of a style sheet. */
const isPhrase = (/** @type {string} */ text) => (/\p{L}{2,}[^\p{L}]*\s[^\p{L}]*\p{L}{2,}/u.test(text) || /^\p{Lu}\p{Ll}+[ .…:!?]/u.test(text)) && !/^\(|^[a-z-]+: .*;$/.test(text);

/**
 * The literals that a reader would see.
 * @param {string} source
 * @returns {string[]}
 */
function literals(source) {
  const { program, errors } = parseSync("source.ts", source);
  assert.deepEqual(errors, []);
  /** @type {string[]} */
  const found = [];

  /** What an expression comes to be where it is shown, as far as it is literal. @param {Tree} tree */
  function shown(tree) {
    if (tree.type === "Literal" && typeof tree["value"] === "string" && hasWord(tree["value"])) found.push(tree["value"]);
    if (tree.type === "TemplateLiteral") {
      const text = tree["quasis"].map((/** @type {Tree} */ { value }) => value.cooked).join(" ");
      if (hasWord(text)) found.push(text);
    }
    const parts = { ConditionalExpression: ["consequent", "alternate"], LogicalExpression: ["left", "right"], BinaryExpression: ["left", "right"], TSAsExpression: ["expression"], ParenthesizedExpression: ["expression"] }[tree.type];
    if (tree.type !== "BinaryExpression" || tree["operator"] === "+") for (const part of parts ?? []) shown(tree[part]);
    for (const element of tree.type === "ArrayExpression" ? tree["elements"] : []) if (element) shown(element);
  }

  /** A template of Lit: its text, what its attributes tell, and what is put there. @param {Tree} quasi */
  function template({ quasis, expressions }) {
    let open = "";
    quasis.forEach((/** @type {Tree} */ { value }, /** @type {number} */ i) => {
      open += value.cooked;
      if (i === expressions.length) return;
      const attribute = open.slice(open.lastIndexOf("<")).match(/^<[^>]*\s([.?@]?[\w-]+)=(?:"[^"]*|'[^']*)?$/)?.[1]?.replace(/^\./, "");
      if (attribute === undefined || TOLD.test(attribute) || SHOWING.test(attribute)) shown(expressions[i]);
      if (!NAMES.test(attribute ?? "")) walk(expressions[i]);
      open += "§";
    });
    const text = open.replace(/<[^>]*>/g, " ");
    if (hasWord(text)) found.push(text.trim());
    for (const [, name = "", told = ""] of open.matchAll(/\s([\w-]+)="([^"]*)"/g)) if (TOLD.test(name) && hasWord(told)) found.push(told);
  }

  /** @param {Tree} tree */
  function walk(tree) {
    // Types; and what is told to programmers, or is compared, sought or imported.
    if (/^TS(?!As|NonNull|Satisfies)|^Import|^Export(All|Named)/.test(tree.type) && !tree["declaration"]) return;
    const called = tree["callee"]?.property?.name ?? tree["callee"]?.name;
    if (tree.type === "NewExpression" && /Error$/.test(called)) return;
    if (tree.type === "CallExpression" && /^(querySelector(All)?|closest|matches|matchMedia|execCommand|split|import)$/.test(called)) return;
    if (tree.type === "Property" && NAMES.test(tree["key"].name)) return;
    if (tree.type === "TaggedTemplateExpression") {
      // Others are style sheets.
      if (/^(html|svg)$/.test(tree["tag"].name)) template(tree["quasi"]);
      return;
    }
    if (tree.type === "CallExpression" && SHOWING.test(called)) tree["arguments"].forEach(shown);
    if (tree.type === "CallExpression" && called === "setAttribute" && TOLD.test(tree["arguments"][0]?.value)) shown(tree["arguments"][1]);
    if (tree.type === "AssignmentExpression" && SHOWING.test(tree["left"].property?.name)) shown(tree["right"]);
    if (tree.type === "Literal" && typeof tree["value"] === "string" && isPhrase(tree["value"])) found.push(tree["value"]);
    if (tree.type === "TemplateLiteral") {
      const text = tree["quasis"].map((/** @type {Tree} */ { value }) => value.cooked).join("§");
      if (isPhrase(text)) found.push(text);
    }
    for (const part of Object.values(tree)) for (const inner of [part].flat()) if (isTree(inner)) walk(inner);
  }
  walk(program);
  return [...new Set(found)];
}

/** The script files of a folder, and of those in it. @param {string} folder @param {RegExp} names */
const files = async (folder, names) =>
  (await readdir(new URL(`${folder}/`, www), { recursive: true })).filter((name) => names.test(name)).map((name) => `${folder}/${name}`);

test("what is shown is found, and what is not is left", () => {
  for (const [source, words] of /** @type {[string, string[]][]} */ ([
    ["html`<button>Save</button>`", ["Save"]],
    ["html`<p title=\"No\">${a ? html`<b>c of d</b>` : e}</p>`", ["No", "c of d"]],
    ["html`<button aria-label=${open ? \"Close\" : words.open}>×</button>`", ["Close"]],
    ["html`<input placeholder=\"Name\" .title=${\"Own\"} class=${\"big\"}>`", ["Own", "Name"]],
    ["const said = `${count} of ${all} figures found`;", ["§ of § figures found"]],
    ["status.textContent = 'Done';", ["Done"]],
    ["node.setAttribute('aria-label', 'List'); this.say('Nothing to save.', true);", ["List", "Nothing to save."]],
    ["throw new Error(`The file ${name} is not there`);", []],
    ["html`<p class=\"two classes\" @click=${() => this.go('away')}>${words.text} · ${row(\"of\", 2)}</p>`; css`a b { color: red }`;", []],
    ["root.querySelector('main p'); type Said = 'one two'; // one two\nimport a from 'b c';", []],
  ])) {
    assert.deepEqual(literals(source).toSorted(), words.toSorted(), source);
  }
});

/** Literals that are in English whatever the language of the page, and why. @type {Record<string, RegExp>} */
const ENGLISH = {
  // Told to whoever embeds the element, in an error.
  "elements/article.ts": /^The result is not of this text/,
  "elements/embedded.ts": /^the options of `export`$/,
  "elements/opened.ts": /^it |^its version/,
  // What the engine says of figures, said anew where they were corrected; `MESSAGES.related` and `noted` can say it otherwise.
  "corrections/ledger-words.ts": /./,
  "corrections/settle.ts": /^(Say which is later, or give both with their sources|Check the counts)\.$/,
};

for (const folder of FOLDERS) {
  test(`no words in ${folder}/`, async () => {
    /** @type {string[]} */
    const strays = [];
    for (const name of await files(folder, /\.ts$/)) {
      for (const words of literals(await readFile(new URL(name, www), "utf8"))) if (!ENGLISH[name]?.test(words)) strays.push(`${name}: ${words.slice(0, 80)}`);
    }
    assert.deepEqual(strays, []);
  });
}

test("no words in style sheets and in the page's frame", async () => {
  const sheets = [...(await files("page", /\.css$/)), ...(await files("elements", /\.css\.ts$/))];
  assert.ok(sheets.length > 10);
  for (const name of sheets) {
    for (const [content] of (await readFile(new URL(name, www), "utf8")).matchAll(/content:[^;]*/g)) assert.doesNotMatch(content, /"[^"]*\p{L}{2}[^"]*"/u, name);
  }
  const html = await readFile(new URL("page/index.html", www), "utf8");
  assert.doesNotMatch(html.replace(/<[^>]*>|\{\{\w+\}\}/g, " "), /\p{L}{2}/u);
  const { name, short_name, description, lang } = JSON.parse(await readFile(new URL("page/manifest.webmanifest", www), "utf8"));
  for (const words of [name, short_name, description, lang]) assert.match(words, /^\{\{\w+\}\}$/);
});

test("the element does not carry the page's words", async () => {
  const script = await readFile(new URL("lib/newsmark.js", www), "utf8");
  assert.ok(script.includes(MESSAGES.legend));
  for (const words of [PAGE.tagline, PAGE.keep.where("newsmark"), PAGE.ownNames.help, PAGE.failed.timeout()]) assert.ok(!script.includes(words.slice(0, 30)), words);
});
