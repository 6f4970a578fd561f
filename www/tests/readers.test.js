// Text out of files, as a browser's own parsers read them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { textOf } from "newsmark/readers";
import { CHROMIUM_ARGUMENTS, browser } from "./support/browsers.js";
import { serve } from "./support/server.js";
import { docx, run, zip } from "./support/zip.js";

const executablePath = browser("chromium");
/** @type {import("playwright-core").Browser} */
let running;
/** @type {import("playwright-core").Page} */
let page;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;

/** Reads a file as the package's own files do, in a page. @param {string} name @param {Uint8Array | string} bytes */
const read = (name, bytes) =>
  page.evaluate(async ([name = "", content = ""]) => {
    const { textOf } = await import(/** @type {any} */ ("/lib/readers/index.js"));
    const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    return textOf(name, bytes, (/** @type {string} */ markup, /** @type {DOMParserSupportedType} */ type) => new DOMParser().parseFromString(markup, type));
  }, [name, Buffer.from(bytes).toString("base64")]);

describe("files", { skip: executablePath ? false : "no Chromium here" }, () => {
  before(async () => {
    site = await serve(new URL("../", import.meta.url));
    running = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGUMENTS });
    page = await running.newPage();
    const imports = { fflate: "/node_modules/fflate/esm/browser.js", marked: "/node_modules/marked/lib/marked.esm.js" };
    await page.route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: `<script type="importmap">${JSON.stringify({ imports })}</script>` }));
    await page.goto(`${site.address}blank`);
  });
  after(async () => {
    await running?.close();
    site?.close();
  });

  for (const { name, source, expected } of [
    { name: "headings", source: "# Fire *kills* three\n\nLYON\n====\nPolice said.", expected: "Fire kills three\n\nLYON\n\nPolice said." },
    { name: "links, images, addresses", source: "See [the report](https://a.example/x_(y) \"t\") and ![a street](s.jpg), [again][1], <https://b.example>.\n\n[1]: https://c.example", expected: "See the report and , again, https://b.example." },
    { name: "emphasis, not arithmetic or names", source: "**Three** _men_ and __one__ woman; 3 * 4 * 5, file_name_here, `code`.", expected: "Three men and one woman; 3 * 4 * 5, file_name_here, code." },
    { name: "what was crossed out is not there", source: "Three ~~two~~ men.", expected: "Three men." },
    { name: "quotes and lists, one within another", source: "> \"Help,\" he said.\n>> Again.\n\n- one\n  - two\n\n1. three\n\n---\n\nend", expected: "\"Help,\" he said.\n\nAgain.\n\none\n\ntwo\n\nthree\n\nend" },
    { name: "a table keeps its rows", source: "| Town | Dead |\n|---|---|\n| Izium | 3 |", expected: "Town\tDead\n\nIzium\t3" },
    { name: "front matter, comments, fences, tags, escapes", source: "---\ntitle: x\n---\n<!-- no -->\n```js\nlet a;\n```\nA<br>b <em>c</em> 5 \\* 6", expected: "let a;\n\nA\nb c 5 * 6" },
    { name: "its lines stay lines", source: "LYON\nPolice said so.\r\nThey left.", expected: "LYON\nPolice said so.\nThey left." },
    { name: "plain text as it is", source: "\"We left,\" she said.\n\nHe (36) paid $5 - or #1 & <5 % of it.", expected: "\"We left,\" she said.\n\nHe (36) paid $5 - or #1 & <5 % of it." },
    { name: "scripts in it are no text", source: "One <script>alert(1)</script>two\n\n<div onclick=\"alert(2)\">three</div>", expected: "One two\n\nthree" },
  ]) {
    test(`Markdown: ${name}`, async () => assert.deepEqual(await read("a.md", source), { text: expected }));
  }

  const note = (/** @type {string} */ kind, /** @type {string} */ notes) => `<w:${kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:${kind} w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}>${notes}</w:${kind}s>`;
  for (const { name, body, parts = {}, expected } of [
    {
      name: "paragraphs, tabs, breaks, signs",
      body: [run("Fire &amp; smoke kill three"), `${run("“We ")}${run("left,” ")}<w:r><w:tab/></w:r>${run("said Anne&#160;Laurent.")}`, "", `${run("One")}<w:r><w:br/></w:r>${run("line")}<w:r><w:noBreakHyphen/></w:r>${run("end")}`],
      expected: "Fire & smoke kill three\n\n“We left,” \tsaid Anne\u00a0Laurent.\n\nOne\nline\u2011end",
    },
    {
      name: "what was crossed out, moved away, hidden or is a field's code is not there; what came in is",
      body: [
        `${run("Six")}<w:del w:id="1"><w:r><w:delText>gone</w:delText><w:t>gone too</w:t></w:r></w:del><w:moveFrom w:id="3">${run("moved")}</w:moveFrom><w:ins w:id="2">${run(" more")}</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> shown</w:t></w:r>`,
        `<w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r><w:hyperlink>${run("a link")}</w:hyperlink><w:sdt><w:sdtContent>${run(" in a form")}</w:sdtContent></w:sdt>`,
      ],
      expected: "Six more shown\n\na link in a form",
    },
    {
      name: "a text box stands behind its paragraph, once",
      body: [`${run("Before ")}<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing><w:txbxContent><w:p>${run("Boxed")}</w:p><w:p>${run("twice")}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>${run("Boxed")}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run("after.")}`, run("Next.")],
      expected: "Before after.\n\nBoxed\n\ntwice\n\nNext.",
    },
    {
      name: "a table's rows are lines; one that lays out a page is paragraphs",
      body: [`</w:p><w:tbl><w:tr><w:tc><w:p>${run("Town")}</w:p></w:tc><w:tc><w:p>${run("Dead")}</w:p></w:tc></w:tr><w:tr><w:tc><w:p>${run("Izium")}</w:p></w:tc><w:tc><w:p>${run("3")}</w:p></w:tc></w:tr></w:tbl><w:tbl><w:tr><w:tc><w:p>${run("One.")}</w:p><w:p>${run("Two.")}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p>`],
      expected: "Town\tDead\n\nIzium\t3\n\nOne.\n\nTwo.",
    },
    {
      name: "notes come behind the text",
      body: [`${run("Nine died")}<w:r><w:footnoteReference w:id="1"/></w:r>${run(".")}`],
      parts: { "word/footnotes.xml": note("footnote", `<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>${run(" The police said so.")}</w:p></w:footnote>`), "word/endnotes.xml": note("endnote", `<w:endnote w:id="1"><w:p>${run("End.")}</w:p></w:endnote>`) },
      expected: "Nine died.\n\nThe police said so.\n\nEnd.",
    },
    {
      name: "comments, heads and feet of the page are not of it",
      body: [`<w:commentRangeStart w:id="0"/>${run("Nine died.")}<w:r><w:commentReference w:id="0"/></w:r>`],
      parts: { "word/comments.xml": note("comment", `<w:comment><w:p>${run("Check!")}</w:p></w:comment>`), "word/header1.xml": note("hdr", `<w:p>${run("Draft")}</w:p>`) },
      expected: "Nine died.",
    },
  ]) {
    test(`Word: ${name}`, async () => {
      const bytes = docx(body, parts);
      assert.deepEqual(await read("a.docx", bytes), { text: expected });
      assert.deepEqual(await read("renamed.txt", bytes), { text: expected });
    });
  }

  test("Word: another program's prefixes, and the strict form", async () => {
    const document = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Nine died.</x:t></x:r></x:p></x:body></x:document>`;
    assert.deepEqual(await read("a.docx", zip({ "word/document.xml": document })), { text: "Nine died." });
  });

  test("an OpenDocument text, stored or packed, with a comment behind the archive", async () => {
    const names = ["office", "text", "table"].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(" ");
    const table = `<table:table><table:table-row><table:table-cell><text:p>Izium</text:p></table:table-cell><table:table-cell><text:p>3</text:p></table:table-cell></table:table-row></table:table>`;
    const content = `<office:text ${names}><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h text:outline-level="1">Head</text:h><text:p>One<text:s/>two<text:line-break/><text:span>three</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note><office:annotation><text:p>remark</text:p></office:annotation></text:p><text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>${table}</office:text>`;
    for (const how of [{}, { stored: true }, { comment: "made by hand" }]) assert.deepEqual(await read("a.odt", zip({ mimetype: "x", "content.xml": content }, how)), { text: "Head\n\nOne two\nthree\n\nitem\n\nIzium\t3\n\nA note." });
  });

  test("what gives no text says why", async () => {
    /** @type {[string, Uint8Array | string, string][]} */
    const files = [
      ["empty.md", "---\na: b\n---\n", "empty"],
      ["empty.docx", docx([""]), "empty"],
      ["story.pdf", "%PDF-1.7", "pdf"],
      ["story.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), "old-word"],
      ["story.rtf", "{\\rtf1", "rtf"],
      ["photos.zip", zip({ "a.jpg": "x" }), "archive"],
      ["cut.docx", docx([run("Cut")]).subarray(0, 300), "damaged"],
      ["broken.docx", zip({ "word/document.xml": "<w:document><w:body>" }), "damaged"],
      ["photo.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "no-text"],
    ];
    for (const [name, bytes, refused] of files) assert.deepEqual(await read(name, bytes), { refused }, name);
  });

  test("an archive that unpacks to far too much is refused, without filling the memory; so is one that says it does not", async () => {
    const bomb = zip({ "word/document.xml": `<w:p><w:t>${"x".repeat(110_000_000)}</w:t></w:p>` });
    assert.ok(bomb.length < 1_000_000);
    assert.deepEqual(await read("bomb.docx", bomb), { refused: "damaged" });
    const lying = zip({ "word/document.xml": `<w:p><w:t>${"x".repeat(110_000_000)}</w:t></w:p>` }, { says: 1000 });
    assert.deepEqual(await read("bomb.docx", lying), { refused: "damaged" });
  });
});

test("plain files need neither a browser nor the libraries for documents", async () => {
  const bytes = new TextEncoder().encode("Anne Laurent left.");
  assert.deepEqual(await textOf("a.txt", bytes, () => assert.fail("no markup")), { text: "Anne Laurent left." });
});
