// Getting text into the page: web pages, documents, several files, what is copied from elsewhere.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chromium, skip } from "./support/desk.js";
import { docx, run } from "./support/zip.js";

/** @typedef {import("playwright-core").Page} Page */

/** Pastes as another program gives it: plain, and with its markup. */
function paste(/** @type {Page} */ page, /** @type {string} */ plain, /** @type {string} */ html) {
  return page.evaluate(([plain, html]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", plain);
    clipboardData.setData("text/html", html);
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
  }, /** @type {const} */ ([plain, html]));
}

/** @param {Page} page @param {{ name: string, content: string | Uint8Array }[]} files */
async function open(page, ...files) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open…", exact: true }).click();
  await (await chooser).setFiles(files.map(({ name, content }) => ({ name, mimeType: "", buffer: Buffer.from(content) })));
}

const shows = (/** @type {Page} */ page, /** @type {string} */ text) => page.waitForFunction((text) => document.querySelector("newsmark-article")?.result?.text === text, text);
const sheet = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole("navigation", { name: "Open articles" }).getByRole("button", { name, exact: true });

const PAGE = `<!doctype html><html><head><title>x</title><script>document.title = "run"; alert(1)</script><style>p { color: red }</style></head>
<body onload="alert(2)"><nav><p>Home</p><p>World</p></nav>
<main><article><header><h1>Fire in Lyon <em>kills three</em></h1></header>
<p>Three people died in a fire in <a href="https://example.org/lyon" ping="https://example.org/p">Lyon</a>,
the police said.</p><img src="https://example.org/a.png" onerror="alert(3)"><p hidden>Subscribe!</p><p style="display: none">Track me</p>
<p><q>We could not reach the stairs,</q> said Anne Laurent.<br>She is a nurse.</p><ul><li>One</li><li>Two</li></ul>
<aside><p>More on fires</p></aside><button>Share</button><noscript>No script</noscript></article></main>
<footer><p>All rights reserved</p></footer></body></html>`;
const PAGE_TEXT = `Fire in Lyon kills three

Three people died in a fire in Lyon, the police said.

“We could not reach the stairs,” said Anne Laurent.
She is a nurse.

One

Two`;

describe("getting text in", { skip }, () => {
  for (const form of /** @type {const} */ (["hosted", "single file"])) {
    test(`a web page gives its article, and nothing in it is run or loaded (${form})`, () =>
      chromium.withPage(form, {}, async (page) => {
        await open(page, { name: "story.html", content: PAGE });
        await shows(page, PAGE_TEXT);
        assert.equal(await page.title(), "Newsmark");
      }));

    test(`a Word document and Markdown are opened, without a request (${form})`, () =>
      chromium.withPage(form, {}, async (page) => {
        await open(page, { name: "story.docx", content: docx([run("Fire in Lyon"), run("Three people died, police said.")]) });
        await shows(page, "Fire in Lyon\n\nThree people died, police said.");
        await open(page, { name: "story.md", content: "# Fire in Lyon\n\nThree *people* died." });
        await shows(page, "Fire in Lyon\n\nThree people died.");
        assert.equal(await page.locator("newsmark-badge .requests").textContent(), "0");
      }));
  }

  test("what reads documents is there when it is needed, and waited for by nothing else", () => {
    /** @type {(() => Promise<void>)[]} */
    const held = [];
    const before = (/** @type {Page} */ page) => page.route(/assets\/(office|markdown)-/, (route) => void held.push(() => route.continue()));
    return chromium.withPage("hosted", { before }, async (page) => {
      await open(page, { name: "one.txt", content: "Anne Laurent lives in Lyon." });
      await shows(page, "Anne Laurent lives in Lyon.");
      assert.equal(held.length, 2, "asked for with the page");
      await open(page, { name: "story.docx", content: docx([run("Three people died, police said.")]) });
      for (const go of held) await go();
      await shows(page, "Three people died, police said.");
    });
  });

  test("what is pasted from a web page keeps its paragraphs, and runs nothing", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await paste(page, "One. Two.", `<meta charset="utf-8"><p>Anne Laurent said.<script>alert(1)</script></p><p onclick="alert(2)">She left<img src="x" onerror="alert(3)">.</p>`);
      await shows(page, "Anne Laurent said.\n\nShe left.");
    }));

  test("what is pasted from Word comes without its bullets, comments and what was crossed out; a table keeps its rows", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const list = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Two children died</p>`;
      const comment = `<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[AB1]</a></span>`;
      const table = "<table><tr><td><p>Town</p></td><td><p>Dead</p></td></tr><tr><td><p>Izium</p></td><td><p>3</p></td></tr></table>";
      const comments = `<div style='mso-element:comment-list'><div style='mso-element:comment'><p>Check this</p></div></div>`;
      await paste(page, "x", `<p class=MsoNormal>“We are\nstill digging,” said Anne Laurent.${comment} <del>Five</del><ins>Six</ins> were hurt.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>${list}${table}${comments}`);
      await shows(page, "“We are still digging,” said Anne Laurent. Six were hurt.\n\nTwo children died\n\nTown\tDead\n\nIzium\t3");
    }));

  test("a table that lays out a page keeps its paragraphs; menus stay behind, emoji come along", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await paste(page, "x", `<nav><a href="/">Home</a><a href="/w">World</a></nav><table><tr><td><p>Fire in Lyon <img alt="🚨" src="https://example.org/a.svg"></p><p>Three died <img alt="A street" src="b.jpg"></p></td></tr></table>`);
      await shows(page, "Fire in Lyon 🚨\n\nThree died");
      await paste(page, "Home World", "<nav><p>Home</p><p>World</p></nav>");
      await shows(page, "Home\n\nWorld");
      // A bar of links goes, a header with the headline stays; links beside each other are words of their own, a link in two pieces is one.
      const bar = '<header><a href="#a">Skip to content</a><button>Menu</button><a href="/in">Log in</a></header>';
      await paste(page, "x", `${bar}<header><h1><a href="/f">Fire in Lyon</a></h1><a href="/c">Comments</a><p>Anne Laurent</p></header><p><a href="/1">World</a><a href="/2">Europe</a></p><p><a href="/3">Mar</a><a href="/3">seille</a> saw rain.</p>`);
      await shows(page, "Fire in Lyon\n\nComments\n\nAnne Laurent\n\nWorld Europe\n\nMarseille saw rain.");
    }));

  test("code and plain words are pasted as they stand", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const code = "if (a)\n  Anne Laurent();\nend";
      await paste(page, code, `<div style="white-space: pre;"><div>if (a)</div><div>  Anne Laurent();</div><div>end</div></div>`);
      await shows(page, code);
      await paste(page, "Anne  Laurent left.", "<b>Anne  Laurent</b> left.");
      await shows(page, "Anne  Laurent left.");
    }));

  test("the Paste button takes the paragraphs too", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.evaluate(() =>
        navigator.clipboard.write([
          new ClipboardItem({
            "text/plain": new Blob(["Anne left. Marie stayed."], { type: "text/plain" }),
            "text/html": new Blob(["<p>Anne left.</p><p>Marie stayed.</p>"], { type: "text/html" }),
          }),
        ]),
      );
      await page.getByRole("button", { name: "Paste", exact: true }).click();
      await shows(page, "Anne left.\n\nMarie stayed.");
    }));

  test("several files are open at once; edits, and the day of publication, stay with theirs", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await open(page, { name: "one.txt", content: "Anne Laurent lives in Lyon." }, { name: "two.md", content: "# Marie Petit\n\nShe lives in *Paris*." }, { name: "bad.pdf", content: "%PDF-1" });
      await page.getByRole("status").filter({ hasText: "bad.pdf is a PDF" }).waitFor();
      await shows(page, "Anne Laurent lives in Lyon.");
      assert.equal(await sheet(page, "one.txt").getAttribute("aria-current"), "true");
      await page.getByLabel("Published").fill("2026-01-02");
      await page.getByRole("button", { name: "Edit", exact: true }).click();
      await page.getByLabel("Text of the article").fill("Anne Laurent lives in Nantes.");

      await sheet(page, "two.md").click();
      await shows(page, "Marie Petit\n\nShe lives in Paris.");
      assert.equal(await page.getByLabel("Published").inputValue(), "");
      await sheet(page, "one.txt").click();
      await shows(page, "Anne Laurent lives in Nantes.");
      assert.equal(await page.getByLabel("Published").inputValue(), "2026-01-02");

      await open(page, { name: "three.txt", content: "Paul Keller came." });
      await shows(page, "Paul Keller came.");
      await sheet(page, "Close one.txt").click();
      await shows(page, "Paul Keller came.");
      await sheet(page, "Close three.txt").click();
      await shows(page, "Marie Petit\n\nShe lives in Paris.");
      assert.equal(await page.getByRole("navigation", { name: "Open articles" }).count(), 0);
    }));

  test("many files fit a narrow page", () =>
    chromium.withPage("hosted", { viewport: { width: 320, height: 640 } }, async (page) => {
      await open(page, ...Array.from({ length: 6 }, (_, i) => ({ name: `a-rather-long-name-of-a-file-of-today-${i}.txt`, content: `Anne Laurent came ${i} times.` })));
      await shows(page, "Anne Laurent came 0 times.");
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    }));
});
