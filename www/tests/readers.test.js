// Text out of files, without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { markdownText, textOf } from "newsmark/readers";
import { docx, run, zip } from "./support/zip.js";

/** @param {string} name @param {Uint8Array | string} bytes */
const read = (name, bytes) => textOf(name, new Uint8Array(Buffer.from(bytes)), () => assert.fail("no web page"));

for (const { name, source, expected } of [
  { name: "headings", source: "# Fire *kills* three\n\nLYON\n====\nPolice said.", expected: "Fire kills three\n\nLYON\n\nPolice said." },
  { name: "links, images, addresses", source: "See [the report](https://a.example/x_(y) \"t\") and ![a street](s.jpg), [again][1], <https://b.example>.\n\n[1]: https://c.example", expected: "See the report and a street, again, https://b.example." },
  { name: "emphasis, not arithmetic or names", source: "**Three** _men_ and __one__ ~~two~~ woman; 3 * 4 * 5, file_name_here, `code`.", expected: "Three men and one two woman; 3 * 4 * 5, file_name_here, code." },
  { name: "quotes and lists", source: "> \"Help,\" he said.\n>> Again.\n\n- one\n* two\n1. three\n\n---\n\nend", expected: "\"Help,\" he said.\nAgain.\n\none\ntwo\n1. three\n\nend" },
  { name: "front matter, comments, fences, tags, escapes", source: "---\ntitle: x\n---\n<!-- no -->\n```js\nlet a;\n```\nA<br>b <em>c</em> 5 \\* 6", expected: "let a;\n\nA\nb c 5 * 6" },
  { name: "plain text as it is", source: "\"We left,\" she said.\n\nHe (36) paid $5 - or #1.", expected: "\"We left,\" she said.\n\nHe (36) paid $5 - or #1." },
]) {
  test(`Markdown: ${name}`, () => assert.equal(markdownText(source), expected));
}

test("a Word document gives its paragraphs, with what is in them, without what was crossed out", async () => {
  const bytes = docx(
    run("Fire &amp; smoke kill three"),
    `${run("“We ")}${run("left,” ")}<w:r><w:tab/></w:r>${run("said Anne&#160;Laurent.")}`,
    "",
    `${run("One")}<w:r><w:br/></w:r>${run("line")}<w:del w:id="1"><w:r><w:delText>gone</w:delText><w:t>gone too</w:t></w:r></w:del><w:ins w:id="2">${run(" more")}</w:ins>`,
    `<w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>${run("a link")}`,
  );
  assert.deepEqual(await read("a.docx", bytes), { text: "Fire & smoke kill three\n\n“We left,” \tsaid Anne\u00a0Laurent.\n\nOne\nline more\n\na link" });
  assert.deepEqual(await read("renamed.txt", bytes), await read("a.docx", bytes));
});

test("so does an OpenDocument text, stored or packed, with a comment behind the archive", async () => {
  const content = `<office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h text:outline-level="1">Head</text:h><text:p>One<text:s/>two<text:line-break/><text:span>three</text:span><office:annotation><text:p>note</text:p></office:annotation></text:p></office:text>`;
  for (const how of [{}, { stored: true }, { comment: "made by hand" }]) assert.deepEqual(await read("a.odt", zip({ mimetype: "x", "content.xml": content }, how)), { text: "Head\n\nOne two\nthree" });
});

test("what gives no text says why", async () => {
  /** @type {[string, Uint8Array | string, string][]} */
  const files = [
    ["empty.md", "---\na: b\n---\n", "empty"],
    ["empty.docx", docx(""), "empty"],
    ["story.pdf", "%PDF-1.7", "pdf"],
    ["story.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), "old-word"],
    ["story.rtf", "{\\rtf1", "rtf"],
    ["photos.zip", zip({ "a.jpg": "x" }), "archive"],
    ["cut.docx", docx(run("Cut")).subarray(0, 300), "damaged"],
    ["photo.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "no-text"],
  ];
  for (const [name, bytes, refused] of files) assert.deepEqual(await read(name, bytes), { refused }, name);
});

test("an archive that unpacks to far too much is refused, without filling the memory", async () => {
  const bomb = zip({ "word/document.xml": `<w:p><w:t>${"x".repeat(110_000_000)}</w:t></w:p>` });
  assert.ok(bomb.length < 1_000_000);
  assert.ok("refused" in (await read("bomb.docx", bomb)));
});
