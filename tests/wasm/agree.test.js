// The built package gives what the command line gives, on every test article and every example of
// tests/spec, and it is what the schema says: `cargo xtask test` runs this after both are built.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import init, { annotate } from "../../www/pkg/newsmark.js";

const root = new URL("../../", import.meta.url);
const newsmark = process.env.NEWSMARK ?? new URL("target/debug/newsmark", root).pathname;
const { default: Ajv } = createRequire(new URL("www/package.json", root))("ajv/dist/2020.js");
const schema = JSON.parse(read("schema/newsmark-1.schema.json"));
const published = "2024-05-17";

function read(path) {
  return readFileSync(new URL(path, root), "utf8");
}

function list(folder, ending) {
  return readdirSync(new URL(folder, root)).filter((name) => name.endsWith(ending)).sort().map((name) => folder + name);
}

/** Texts by where they stand: whole articles, the fenced `text` blocks of the specification, and the odd ones. */
function texts() {
  const articles = list("tests/articles/", ".txt").map((path) => ({ id: path, text: read(path) }));
  const examples = list("tests/spec/", ".md").flatMap((path) =>
    [...read(path).matchAll(/^(`{3,})text\b.*\n([^]*?)^\1\s*$/gm)].map((block, i) => ({
      id: `${path}, example ${i + 1}`,
      text: block[2],
    })),
  );
  const odd = ["", " \n\t", "no news", "🔥 “Убиты 3”\r\n\r\nשלום 12 killed", "a\u0301\u200b\u00ad— 5 dead"];
  return [...articles, ...examples, ...odd.map((text) => ({ id: JSON.stringify(text), text }))];
}

function commandLine(inputs) {
  const lines = inputs.map((input) => JSON.stringify({ ...input, published })).join("\n");
  const args = ["annotate", "--jsonl", "--offsets", "utf16"];
  const ran = spawnSync(newsmark, args, { input: lines, encoding: "utf8", maxBuffer: 2 ** 30 });
  assert.equal(ran.status, 0, `${newsmark} ${args.join(" ")}: ${ran.error ?? ran.stderr}`);
  return ran.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
}

before(() => init({ module_or_path: readFileSync(new URL("www/pkg/newsmark_bg.wasm", root)) }));

test("native and wasm give the same JSON", async (t) => {
  const inputs = texts();
  const native = commandLine(inputs);
  assert.equal(native.length, inputs.length);
  for (const [i, { id, text }] of inputs.entries()) {
    await t.test(id, () => assert.deepEqual(annotate(text, { id, published }), native[i]));
  }
});

test("what wasm gives is plain data that the schema allows", async (t) => {
  const validate = new Ajv({ strict: true, allErrors: true, formats: formats() }).compile(schema);
  const allowed = (value) => assert.ok(validate(value), JSON.stringify(validate.errors, null, 2));
  await t.test("schema/example.json", () => allowed(JSON.parse(read("schema/example.json"))));
  for (const { id, text } of texts()) {
    await t.test(id, () => {
      const wire = annotate(text, { id, published, text: true });
      assert.deepEqual(structuredClone(wire), wire);
      allowed(wire);
    });
  }
  await t.test("a missing field is not allowed", () => {
    const { notes, ...rest } = annotate("", null);
    assert.equal(validate({ ...rest, notes }), true);
    assert.equal(validate(rest), false);
    assert.equal(validate({ ...rest, notes: null }), false);
  });
});

/** The number formats that the schema names, beyond those of JSON Schema. */
function formats() {
  const whole = { type: "number", validate: (n) => Number.isSafeInteger(n) && n >= 0 };
  return { uint32: whole, uint64: whole, double: { type: "number", validate: Number.isFinite } };
}

test("offsets are those of JavaScript strings", () => {
  for (const { id, text } of texts()) {
    const wire = annotate(text, null);
    assert.equal(wire.length, text.length, id);
    for (const { start, end } of [...wire.sentences, ...wire.mentions, ...wire.quotes, ...wire.figures]) {
      const words = text.slice(start, end);
      assert.ok(words.length > 0 && words.isWellFormed(), `${id}: ${start}..${end}`);
      assert.equal(words, words.trim(), `${id}: ${start}..${end}`);
    }
  }
});

test("half a character is read as one unit", () => {
  const text = "One \ud800 killed.";
  assert.equal(annotate(text, null).length, text.length);
});

test("text that is no string is refused", () => {
  for (const text of [undefined, null, 3, {}]) {
    assert.throws(() => annotate(text, null), Error);
  }
});
