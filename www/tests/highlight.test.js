// Marks over what is the host's own: highlights over its DOM, decorations in its ProseMirror editor, in Chromium.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { build } from "vite";
import { CHROMIUM_ARGUMENTS, browser as find } from "./support/browsers.js";

/** @typedef {import("playwright-core").Page} Page */
const executablePath = find("chromium");
const skip = executablePath ? false : "no Chromium here";
const ENTRY = `
  export * as pm from "newsmark/prosemirror";
  export * as paint from "newsmark/highlight";
  export { createAnnotator } from "newsmark/inline";
  export { EditorState } from "prosemirror-state";
  export { EditorView } from "prosemirror-view";
  export { schema } from "prosemirror-schema-basic";
`;

/** @type {import("playwright-core").Browser} */
let running;
let script = "";
before(async () => {
  if (skip) return;
  // Beside this file, so that it finds the packages by their names.
  const folder = await mkdtemp(join(fileURLToPath(new URL("./", import.meta.url)), ".highlight-"));
  try {
    await writeFile(join(folder, "entry.js"), ENTRY);
    const built = await build({ configFile: false, logLevel: "error", root: folder, build: { write: false, minify: false, lib: { entry: join(folder, "entry.js"), formats: ["iife"], name: "host" } } });
    const [chunk] = [built].flat().flatMap((output) => ("output" in output ? output.output : []));
    script = chunk?.type === "chunk" ? chunk.code : "";
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  running = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGUMENTS });
});
after(() => running?.close());

/** @param {string} body @param {(page: Page) => Promise<void>} use */
async function withPage(body, use) {
  const context = await running.newContext();
  context.setDefaultTimeout(20_000);
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.setContent(`<!doctype html><html lang="en"><title>Host</title><body>${body}</body></html>`);
    await page.addScriptTag({ content: script });
    await use(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** What the script gives. @type {any} */
const host = undefined;

describe("highlights", { skip }, () => {
  const body = `<article><h1>Ferry sinks off <em>Mombasa</em></h1><p>Three people were <b>killed</b> in Kenya, police said.</p><p>“We heard<br>a <i>crash</i>,” said Zoë Kamau. 👨‍👩‍👧</p><script type="text/plain">Nairobi</script></article>`;

  test("stand on the words of the host's DOM, which stays as it is; others' highlights stay, too", () =>
    withPage(body, async (page) => {
      const outcome = await page.evaluate(async () => {
        const root = /** @type {Element} */ (document.querySelector("article"));
        const html = root.outerHTML;
        CSS.highlights.set("theirs", new Highlight());
        const annotator = host.createAnnotator();
        const painter = new host.paint.Painter(root);
        const article = await annotator.annotate(painter.text);
        painter.paint(article);
        const words = (/** @type {string} */ name) =>
          [...(CSS.highlights.get(name) ?? [])].map((range) => {
            const live = document.createRange();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            return live.toString();
          });
        const painted = { person: words("newsmark-person"), place: words("newsmark-place"), figure: words("newsmark-figure"), quote: words("newsmark-quote") };
        const name = /** @type {Element} */ (root.querySelectorAll("p")[1]).getBoundingClientRect();
        const range = document.createRange();
        const node = [.../** @type {any} */ (root.querySelectorAll("p")[1]).childNodes].find((/** @type {Node} */ { textContent }) => textContent?.includes("Kamau"));
        range.setStart(node, node.data.indexOf("Kamau"));
        range.setEnd(node, node.data.indexOf("Kamau") + 1);
        const box = range.getBoundingClientRect();
        const under = painter.idsAtPoint(box.x + box.width / 2, box.y + box.height / 2);
        const beside = painter.idsAtPoint(name.right - 2, name.bottom - 2);
        const person = article.mentions.find((/** @type {any} */ { id }) => id === under[0])?.kind;
        const second = new host.paint.Painter(root);
        second.paint(article);
        const both = CSS.highlights.get("newsmark-person")?.size;
        second.dispose();
        const left = CSS.highlights.get("newsmark-person")?.size;
        painter.dispose();
        annotator.dispose();
        return { painted, person, beside, both, left, names: [...CSS.highlights.keys()], same: root.outerHTML === html, sheets: document.adoptedStyleSheets.length, text: painter.text };
      });
      assert.deepEqual(outcome.painted.person, ["Zoë Kamau"]);
      assert.deepEqual(outcome.painted.place, ["Mombasa", "Kenya"]);
      assert.deepEqual(outcome.painted.figure, ["Three people"]);
      assert.match(outcome.painted.quote.join(), /We hearda crash,/);
      assert.equal(outcome.person, "person");
      assert.deepEqual(outcome.beside, []);
      assert.deepEqual([outcome.both, outcome.left], [2, 1]);
      assert.deepEqual(outcome.names, ["theirs"]);
      assert.deepEqual([outcome.same, outcome.sheets], [true, 0]);
      assert.ok(!outcome.text.includes("Nairobi"));
    }));

  test("where the browser paints none, what lies under a point is told all the same", () =>
    withPage(body, async (page) => {
      const outcome = await page.evaluate(async () => {
        for (const [object, name] of [[CSS, "highlights"], [window, "Highlight"], [document, "caretPositionFromPoint"]]) Object.defineProperty(object, String(name), { value: undefined });
        const root = /** @type {Element} */ (document.querySelector("article"));
        const annotator = host.createAnnotator();
        const painter = new host.paint.Painter(root);
        const article = await annotator.annotate(painter.text);
        painter.paint(article);
        const box = /** @type {Element} */ (root.querySelector("em")).getBoundingClientRect();
        const [under] = painter.idsAtPoint(box.x + box.width / 2, box.y + box.height / 2);
        const kind = article.mentions.find((/** @type {any} */ { id }) => id === under)?.kind;
        painter.dispose();
        annotator.dispose();
        return { can: host.paint.canHighlight(), kind };
      });
      assert.deepEqual(outcome, { can: false, kind: "place" });
    }));

  test("a result of another text is refused; after a change of the DOM its text is read again", () =>
    withPage(body, async (page) => {
      const outcome = await page.evaluate(async () => {
        const root = /** @type {Element} */ (document.querySelector("article"));
        const annotator = host.createAnnotator();
        const painter = new host.paint.Painter(root, { kinds: ["place"] });
        const article = await annotator.annotate(painter.text);
        painter.paint(article);
        /** @type {Element} */ (root.querySelector("h1")).textContent = "Ferry sinks off Malindi in Kenya";
        painter.refresh();
        let code = "";
        try {
          painter.paint(article);
        } catch (error) {
          code = /** @type {any} */ (error).code;
        }
        painter.paint(await annotator.annotate(painter.text));
        return { code, names: [...CSS.highlights.keys()], places: CSS.highlights.get("newsmark-place")?.size };
      });
      assert.deepEqual(outcome, { code: "bad-option", names: ["newsmark-place"], places: 3 });
    }));
});

describe("in an editor", { skip }, () => {
  test("decorations follow edits; only what was changed is read again, then the whole", () =>
    withPage(`<div id="editor"></div>`, async (page) => {
      await page.evaluate(() => {
        const { schema, EditorState, EditorView, pm, createAnnotator } = host;
        const paragraph = (/** @type {string} */ words) => schema.node("paragraph", null, [schema.text(words)]);
        const doc = schema.node("doc", null, [
          schema.node("heading", { level: 1 }, [schema.text("Ferry sinks off Mombasa")]),
          paragraph("Three people were killed in Kenya, police said."),
          schema.node("paragraph", null, [schema.text("“We heard a crash,”"), schema.node("hard_break"), schema.text("said Zoë Kamau 👨‍👩‍👧.")]),
        ]);
        const engine = createAnnotator();
        const w = /** @type {any} */ (window);
        w.read = [];
        const annotator = { ...engine, annotate: (/** @type {string} */ text, /** @type {any} */ options) => (w.read.push(text), engine.annotate(text, options)), dispose() {} };
        w.view = new EditorView(document.getElementById("editor"), { state: EditorState.create({ doc, plugins: [pm.newsmarkPlugin({ annotator, delay: 50, settle: 1500 })] }) });
        w.marked = () => [...document.querySelectorAll(".newsmark")].map((mark) => mark.textContent);
        w.engine = engine;
      });
      const marked = () => page.evaluate(() => /** @type {any} */ (window).marked());
      const waitFor = (/** @type {string} */ words) => page.waitForFunction((words) => /** @type {any} */ (window).marked().includes(words), words);
      await waitFor("Zoë Kamau");
      assert.ok((await marked()).includes("Mombasa"));
      // Decorations move at once with what is typed before them.
      await page.evaluate(() => {
        const { view } = /** @type {any} */ (window);
        view.dispatch(view.state.tr.insertText("Old ", 1));
      });
      assert.ok((await marked()).includes("Mombasa") && (await marked()).includes("Zoë Kamau"));
      await page.waitForFunction(() => /** @type {any} */ (window).read.length === 3);
      const read = await page.evaluate(() => /** @type {any} */ (window).read);
      assert.equal(read[1], "Old Ferry sinks off Mombasa", "the heading alone");
      assert.match(read[2], /^Old Ferry[^]*Kamau 👨‍👩‍👧\.$/);
      // New words get marks, words that went lose theirs.
      await page.evaluate(() => {
        const { view } = /** @type {any} */ (window);
        const end = view.state.doc.child(0).nodeSize - 1;
        view.dispatch(view.state.tr.insertText(" and Nairobi", end));
      });
      await waitFor("Nairobi");
      await page.evaluate(() => {
        const { view } = /** @type {any} */ (window);
        view.dispatch(view.state.tr.delete(0, view.state.doc.child(0).nodeSize));
      });
      await page.waitForFunction(() => !/** @type {any} */ (window).marked().includes("Nairobi"));
      assert.ok((await marked()).includes("Zoë Kamau"));
      const ids = await page.evaluate(() => {
        const { view } = /** @type {any} */ (window);
        const at = view.posAtDOM([...document.querySelectorAll(".newsmark-person")].at(-1), 0);
        const ids = host.pm.marksAt(view.state, at + 1);
        const text = view.state.doc.textContent;
        view.destroy();
        /** @type {any} */ (window).engine.dispose();
        return { ids, text, sheets: document.adoptedStyleSheets.length };
      });
      assert.ok(ids.ids.length > 0);
      assert.equal(ids.text, "Three people were killed in Kenya, police said.“We heard a crash,”said Zoë Kamau 👨‍👩‍👧.");
      assert.equal(ids.sheets, 0);
    }));
});
