// What the package exports is what the command line exports, byte for byte, in every format: of all test articles and
// of texts that are hard to count in.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { exportArticle } from "../../www/lib/exporters/index.js";

const root = new URL("../../", import.meta.url);
const newsmark = process.env.NEWSMARK ?? new URL("target/debug/newsmark", root).pathname;

/** The endings of the files, by the word that the package has for the format; those of the command line differ in one. */
const FORMATS = {
  json: "json", "claims-csv": "claims.csv", "quotes-csv": "quotes.csv", "names-csv": "names.csv", w3c: "jsonld", brat: "ann",
  html: "html", markdown: "md", prodigy: "prodigy.jsonl", "label-studio": "label-studio.jsonl", ninjs: "ninjs.json",
};

const HARD = {
  "emoji and families": "Kenya 👨‍👩‍👧 mourns\n\nNAIROBI — “We 👨‍👩‍👧‍👦 lost 12 men 🔥,” said Zoë Kamau 🇰🇪. Police said at least 14 people were killed in Mombasa 🌊",
  arabic: "بيروت — \u202bقال\u202c Mayor José Öz: “12 people were killed in Nairobi,” he said, שלום. قتل 3",
  "combining marks": "Jose\u0301 O\u0308z said in Nairobi that 12 people we\u0301re killed. “It is n\u0303ot o\u0301ver,” Jose\u0301 O\u0308z said. e\u0301",
  "windows line ends": "Kenya mourns\r\n\r\nNAIROBI — Two people were killed,\r\npolice said. “We lost the\r\nbridge,” Ann Otieno said.\r\n\r\nNagorno-\r\nKarabakh said 3 were injured.\r\n",
  "nested and crossing": "Kenya: The “people of\nNairobi” and Nairobi Police Chief Ann Otieno said 12 people, including 2 children of Mombasa, were killed and ‘40 injured “in all”’, Ann Otieno told Kenya",
  "what formats read": "=SUM(A1) & <b>Kenya</b> | *map* `x` [a](b): “-2 men, \"so\",” said Ann Otieno; 12 killed,\ttoo. </script><!-- %41 \\ud800 \\",
  empty: "",
};

const folder = mkdtempSync(join(tmpdir(), "newsmark-exports-"));
after(() => rmSync(folder, { recursive: true }));
const articles = new URL("tests/articles/", root);
for (const name of readdirSync(articles).filter((name) => name.endsWith(".txt"))) {
  writeFileSync(join(folder, name), readFileSync(new URL(name, articles)));
}
for (const [name, text] of Object.entries(HARD)) writeFileSync(join(folder, `${name}.txt`), text);

/** The content of all files that the command line makes in a format, by the article's name. */
function commandLine(format, ...args) {
  const output = join(folder, `${format}${args.join("")}`);
  const word = format === "claims-csv" ? "csv" : format;
  const ran = spawnSync(newsmark, ["annotate", "--format", word, "--offsets", "utf16", "--output", output, ...args, "."], { cwd: folder, encoding: "utf8" });
  assert.equal(ran.status, 0, `${newsmark}: ${ran.error ?? ran.stderr}`);
  const files = readdirSync(output).filter((name) => name.endsWith(`.${FORMATS[format]}`));
  return new Map(files.map((name) => [name.slice(0, -FORMATS[format].length - 1), readFileSync(join(output, name), "utf8")]));
}

const wire = new Map([...commandLine("json", "--text")].map(([name, json]) => [name, JSON.parse(json)]));

test("every format from JavaScript is the command line's", async (t) => {
  assert.ok(wire.size > 20 + Object.keys(HARD).length);
  for (const [format, extension] of Object.entries(FORMATS)) {
    await t.test(format, async () => {
      const files = format === "json" ? commandLine(format, "--text") : commandLine(format);
      assert.deepEqual([...files.keys()].sort(), [...wire.keys()].sort());
      for (const [name, article] of wire) {
        const exported = await exportArticle(article, format);
        assert.equal(exported.content, files.get(name), name);
        assert.equal(exported.extension, extension);
        assert.match(exported.mediaType, /^(text|application)\/[a-z+]+$/);
      }
    });
  }
});

test("without the text, too, where the format can do without", async (t) => {
  for (const format of ["w3c", "html", "markdown", "ninjs"]) {
    await t.test(format, async () => {
      const files = commandLine(format, "--no-text");
      for (const [name, article] of wire) {
        const { content, lost } = await exportArticle(article, format, { text: false });
        assert.equal(content, files.get(name), name);
        assert.equal(lost.at(-1), "the text");
      }
    });
  }
});

test("each says what it could not hold", async () => {
  const article = wire.get("nested and crossing");
  const lost = async (format) => (await exportArticle(article, format)).lost.join(", ");
  assert.equal(await lost("json"), "");
  assert.match(await lost("names-csv"), /\d quotes?, \d figures?/);
  assert.match(await lost("claims-csv"), /^\d names, /);
  assert.match(await lost("ninjs"), /\d quotes?, \d figures?/);
});

test("what a person corrected goes out", async () => {
  const article = structuredClone(wire.get("windows line ends"));
  article.figures.forEach((figure) => (figure.origin = "rejected"));
  assert.equal((await exportArticle(article, "claims-csv")).content.split("\r\n").length, 2, "the header alone");
  article.figures.forEach((figure) => Object.assign(figure, { origin: "edited", kind: "missing", low: 17 }));
  assert.match((await exportArticle(article, "claims-csv")).content, /,missing,Two,17,/);
  assert.deepEqual(JSON.parse((await exportArticle(article, "json")).content), article);
});

test("half a character in a text of the caller's own stands in no export's way", async () => {
  const article = structuredClone(wire.get("empty"));
  const text = "a \ud800 b";
  const { content } = await exportArticle({ ...article, text, length: text.length, title: "\\ud800" }, "ninjs");
  const item = JSON.parse(content);
  assert.deepEqual([item.bodies[0].value, item.headlines[0].value], ["a \ufffd b", "\\ud800"]);
});

test("what cannot be exported is said", async () => {
  const article = wire.get("arabic");
  await assert.rejects(exportArticle({ ...article, text: null }, "w3c"), { code: "bad-option", message: /w3c needs the article's text/ });
  await assert.rejects(exportArticle(article, "prodigy", { text: false }), { code: "bad-option", message: /prodigy/ });
  await assert.rejects(exportArticle(article, "docx"), { code: "bad-option", message: /docx.*use one of json, claims-csv/ });
  await assert.rejects(exportArticle({}, "json"), { code: "bad-option", message: /missing field/ });
  await assert.rejects(exportArticle(undefined, "json"), { code: "bad-option" });
});
