// What a reader does on the page, in Chromium: hosted, and as one file from disk with the network off.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { chromium, mark, pasteByKeyboard, skip } from "./support/desk.js";

const ARTICLE = `Fire in Lyon kills three

LYON, France — Three people died in a fire in Lyon on Monday, the police said.

"We could not reach the stairs," said Anne Laurent, a nurse.`;

/** @typedef {import("playwright-core").Page} Page */

const article = (/** @type {Page} */ page) => page.locator("newsmark-article .article");
const tab = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole("tab", { name });
const row = (/** @type {Page} */ page, /** @type {string} */ list) => page.locator(`newsmark-${list} .row`);
const status = (/** @type {Page} */ page) => page.getByRole("status");

/** Chooses a file as a reader would. */
async function open(/** @type {Page} */ page, /** @type {string} */ name, /** @type {string | Uint8Array} */ content) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open" }).click();
  await (await chooser).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
}

/** Waits until what is shown is `text`, and nothing else. */
async function shows(/** @type {Page} */ page, /** @type {string} */ text) {
  await page.waitForFunction((text) => document.querySelector("newsmark-article")?.result?.text === text, text);
  const shown = await article(page).evaluate((element) => element.textContent);
  assert.equal(shown, text);
}

for (const form of /** @type {const} */ (["hosted", "single file"])) {
  describe(form, { skip }, () => {
    /** @param {string} name @param {(page: Page, faults: string[]) => Promise<void>} run @param {import("./support/chromium.js").Options} [options] */
    const check = (name, run, options = {}) => test(name, () => chromium.withPage(form, options, run));

    check("names of the reader's own count, bad lines are told, and nothing is kept", async (page) => {
      await pasteByKeyboard(page, ARTICLE);
      await shows(page, ARTICLE);
      await page.getByRole("button", { name: "Names…", exact: true }).click();
      const field = page.getByLabel("Names", { exact: true });
      await field.fill("Lyon\torganization\nfire\tcity");
      await page.getByRole("button", { name: "Use", exact: true }).click();
      await page.getByText('Line 2: "city" is no kind').waitFor();
      await page.getByText("1 name is used.").waitFor();
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Open list…", exact: true }).click();
      await (await chooser).setFiles({ name: "names.tsv", mimeType: "text/plain", buffer: Buffer.from("Anne Laurent\tperson\tAnne L.\nLyon\tnever\n") });
      await page.waitForFunction(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#own-names")).value.startsWith("Anne Laurent"));
      await page.getByRole("button", { name: "Use", exact: true }).click();
      await page.waitForFunction(() => document.querySelector("newsmark-article")?.result?.entities.some(({ name }) => name === "Anne L."));
      assert.equal(await page.locator("dialog[open]").count(), 0);
      assert.equal(await mark(page, "place", "Lyon").count(), 0);
      assert.equal(await mark(page, "organization", "Lyon").count(), 0);
      assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
      await page.getByRole("button", { name: "Names…", exact: true }).click();
      assert.match(await field.inputValue(), /^Anne Laurent\tperson/);
      await field.fill("");
      await page.getByRole("button", { name: "Use", exact: true }).click();
      await mark(page, "place", "Lyon").first().waitFor();
    });

    check("opens with the sample, marked, in every list", async (page) => {
      for (const kind of ["person", "organization", "place", "quote", "figure"]) await page.locator(`newsmark-article mark.${kind}`).first().waitFor();
      for (const [name, list] of [["Claims", "claims"], ["Quotes", "quotes"], ["Names", "names"], ["Places", "places"], ["Notes", "notes"]]) {
        await tab(page, name ?? "").click();
        await row(page, list ?? "").first().waitFor();
      }
      assert.match((await status(page).textContent()) ?? "", /^Read: \d+ quotes, \d+ casualty figures?, \d+ names/);
    });

    check("reads in a worker", async (page) => assert.equal(page.workers().length, 1));

    check("pasting anywhere shows what was pasted, marked", async (page) => {
      await pasteByKeyboard(page, ARTICLE);
      await shows(page, ARTICLE);
      await mark(page, "quote", "We could not reach the stairs").waitFor();
      await mark(page, "person", "Anne Laurent").waitFor();
    });

    check("pasted markup stays text", async (page) => {
      const nasty = `<img src=x onerror="alert(1)"> <script>alert(2)</script> "<b>Stop</b>," said Anne Laurent of <a href="javascript:alert(3)">Lyon</a>. \${alert(4)} {{alert(5)}}`;
      await pasteByKeyboard(page, nasty);
      await shows(page, nasty);
      assert.equal(await page.locator("newsmark-article :is(img, script, b, a)").count(), 0);
    });

    check("a file is opened, whatever its encoding", async (page) => {
      const text = "Three people died in Málaga – police said.";
      /** @type {[string, Uint8Array][]} */
      const files = [
        ["utf8.txt", Buffer.from(text)],
        ["utf8-marked.txt", Buffer.from(`\uFEFF${text}`)],
        ["utf16.txt", Buffer.from(`\uFEFF${text}`, "utf16le")],
        ["windows.txt", Buffer.from(text.replace("–", "\x96"), "latin1")],
      ];
      for (const [name, bytes] of files) {
        await page.getByRole("button", { name: "Sample" }).click();
        await mark(page, "place", "Lake Victoria").first().waitFor();
        await open(page, name, bytes);
        await shows(page, text);
      }
    });

    check("what can't be read says why, and what was there stays", async (page) => {
      await pasteByKeyboard(page, ARTICLE);
      await shows(page, ARTICLE);
      /** @type {[string, string | Uint8Array, RegExp][]} */
      const files = [
        ["empty.txt", " \n", /empty\.txt is empty/],
        ["story.pdf", "%PDF-1.7 ...", /story\.pdf is a PDF.*copy the text/],
        ["story.docx", "PK\x03\x04....", /story\.docx is damaged/],
        ["photo.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), /photo\.txt is no text file/],
        ["page.html", "<!DOCTYPE html><p hidden>Hello", /page\.html is empty/],
        ["book.txt", "x".repeat(5_000_001), /book\.txt has 5\.0 MB; at most 5 MB/],
      ];
      for (const [name, content, expected] of files) {
        await open(page, name, content);
        await status(page).filter({ hasText: expected }).waitFor();
        await shows(page, ARTICLE);
      }
    });

    check("a dropped file is read, one that is no text is refused", async (page) => {
      const drop = async (/** @type {string} */ name, /** @type {number[]} */ bytes) => {
        const data = await page.evaluateHandle(([name, bytes]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(bytes)], name));
          return transfer;
        }, /** @type {const} */ ([name, bytes]));
        await page.dispatchEvent("body", "dragover", { dataTransfer: data });
        await page.getByText("Drop files to read them").waitFor();
        await page.dispatchEvent("body", "drop", { dataTransfer: data });
      };
      await drop("story.txt", [...Buffer.from(ARTICLE)]);
      await shows(page, ARTICLE);
      await drop("clip.mp4", [0, 0, 0, 24, 102, 116, 121, 112]);
      await status(page).filter({ hasText: "clip.mp4 is no text file" }).waitFor();
      await shows(page, ARTICLE);
    });

    check("an edit is read while it is made, and can be taken back", async (page) => {
      await pasteByKeyboard(page, ARTICLE);
      await shows(page, ARTICLE);
      await tab(page, "Places").click();
      await page.getByRole("button", { name: "Edit" }).click();
      const editor = page.getByLabel("Text of the article");
      await editor.press("ControlOrMeta+End");
      await editor.pressSequentially(" Laurent is from Toulouse.");
      await row(page, "places").filter({ hasText: "Toulouse" }).waitFor();
      await page.getByRole("button", { name: "Done" }).click();
      await mark(page, "place", "Toulouse").waitFor();

      await page.getByRole("button", { name: "Edit" }).click();
      await editor.fill("Nothing.");
      await page.getByRole("button", { name: "Cancel" }).click();
      await shows(page, `${ARTICLE} Laurent is from Toulouse.`);
    });

    check("of texts that follow fast only the last is shown", async (page) => {
      await page.evaluate(() => {
        const send = (/** @type {string} */ text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
        };
        for (let i = 1; i <= 20; i++) send(`Anne Laurent lives in Lyon. ${"She works in Paris. ".repeat(400)}${i}.`);
        send("Anne Laurent lives in Toulouse.");
      });
      await shows(page, "Anne Laurent lives in Toulouse.");
      await page.waitForTimeout(300);
      await shows(page, "Anne Laurent lives in Toulouse.");
    });

    check("no text is a state of its own", async (page) => {
      await page.getByRole("button", { name: "Edit" }).click();
      await page.getByLabel("Text of the article").fill("");
      await page.getByRole("button", { name: "Done" }).click();
      await page.getByText("No article yet").waitFor();
      await page.getByText("The list appears when the article has been read.").first().waitFor();
      await page.getByRole("button", { name: "Copy claims" }).click();
      await status(page).filter({ hasText: "no claims" }).waitFor();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await status(page).filter({ hasText: "nothing to save" }).waitFor();
    });

    check("the legend counts kinds and switches them", async (page) => {
      await pasteByKeyboard(page, ARTICLE);
      await shows(page, ARTICLE);
      const people = page.getByRole("button", { name: /^People/ });
      assert.match((await people.textContent()) ?? "", /People\s+1/);
      const before = await page.locator("newsmark-article mark.quote").count();
      await people.click();
      await mark(page, "person", "Anne Laurent").waitFor({ state: "detached" });
      assert.equal(await people.getAttribute("aria-pressed"), "false");
      assert.equal(await page.locator("newsmark-article mark.quote").count(), before);
      await people.click();
      await mark(page, "person", "Anne Laurent").waitFor();

      // What a switch counts is what the lists have, and what it takes away.
      await page.getByRole("button", { name: "Sample" }).click();
      await mark(page, "place", "Lake Victoria").first().waitFor();
      const counts = await page.locator("newsmark-article .switch").evaluateAll((switches) => Object.fromEntries(switches.map((element) => [element.getAttribute("data-kind"), Number(/\d+/.exec(element.textContent ?? "")?.[0])])));
      const listed = async (/** @type {string} */ name) => Number(/\d+/.exec((await tab(page, name).textContent()) ?? "")?.[0]);
      assert.equal(counts["quote"], await listed("Quotes"));
      assert.equal(counts["figure"], await listed("Claims"));
      assert.equal(counts["place"], await listed("Places"));
      for (const [kind, count] of Object.entries(counts)) {
        assert.equal((await page.locator(`newsmark-article mark.${kind}`).count()) > 0, count > 0, kind);
        await page.locator(`newsmark-article [data-kind="${kind}"]`).click();
        await page.locator(`newsmark-article mark.${kind}`).first().waitFor({ state: "detached" });
      }
    });

    check("a row finds its mark, a mark its row", async (page) => {
      await tab(page, "Quotes").click();
      const last = row(page, "quotes").last();
      const said = ((await last.locator(".said").textContent()) ?? "").replace(/[“”]/g, "");
      await last.click();
      const chosen = page.locator("newsmark-article mark.quote.chosen").first();
      await chosen.waitFor();
      assert.ok(said.startsWith((await chosen.textContent()) ?? "-"));
      assert.ok(await chosen.evaluate((element) => element.matches(":focus")));
      await page.waitForFunction(() => {
        const box = document.querySelector("newsmark-article")?.shadowRoot?.querySelector(".chosen")?.getBoundingClientRect();
        return box && box.top >= 0 && box.bottom <= innerHeight;
      });

      await mark(page, "person", "Grace Nakimuli").click();
      const current = page.locator('newsmark-names .row[aria-current="true"]');
      await current.waitFor();
      assert.match((await current.textContent()) ?? "", /Grace Nakimuli/);
      assert.equal(await tab(page, "Names").getAttribute("aria-selected"), "true");
      await page.locator("newsmark-names .row:focus").waitFor();
    });

    check("a name's row goes through its mentions", async (page) => {
      await pasteByKeyboard(page, "Anne Laurent is a nurse. Laurent lives in Lyon.");
      await tab(page, "Names").click();
      const name = row(page, "names").filter({ hasText: "Anne Laurent" });
      for (const expected of ["Anne Laurent", "Laurent", "Anne Laurent"]) {
        await name.click();
        await page.locator("newsmark-article mark.chosen").filter({ hasText: new RegExp(`^${expected}$`) }).waitFor();
      }
    });

    check("every mark says why", async (page) => {
      await mark(page, "person", "Grace Nakimuli").click();
      const card = page.getByRole("region", { name: "Why this is marked" });
      await card.getByText("Person", { exact: true }).waitFor();
      assert.match((await card.locator("code").textContent()) ?? "", /^\w+\/[\w-]+$/);
      assert.match((await card.textContent()) ?? "", /Stated|Inferred/);
      await card.getByRole("button", { name: "Close" }).click();
      await card.waitFor({ state: "detached" });
      assert.equal(await page.locator("newsmark-article .chosen").count(), 0);
    });

    check("a click within a quote chooses the name, a second one the quote around it", async (page) => {
      await pasteByKeyboard(page, '"I met Anne Laurent in Lyon on the stairs," said Marie Petit.');
      const name = mark(page, "person", "Anne Laurent");
      await name.click();
      const card = page.getByRole("region", { name: "Why this is marked" });
      await card.getByText("Person", { exact: true }).waitFor();
      await name.click();
      await card.getByText("Quote", { exact: true }).waitFor();
      assert.equal((await page.locator("newsmark-article .chosen").allTextContents()).join(""), "I met Anne Laurent in Lyon on the stairs,");
    });

    check("everything is done by keyboard", async (page) => {
      await pasteByKeyboard(page, ARTICLE);
      await shows(page, ARTICLE);
      await page.evaluate(() => document.querySelector("newsmark-article")?.shadowRoot?.querySelector("button")?.focus());
      // The other kinds, the words to find, the text.
      for (let i = 0; i < 7; i++) await page.keyboard.press("Tab");
      const focused = page.locator("newsmark-article mark:focus");
      await focused.waitFor();
      const first = await focused.getAttribute("data-start");
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((first) => document.querySelector("newsmark-article")?.shadowRoot?.querySelector("mark:focus")?.getAttribute("data-start") !== first, first);
      const chosen = await page.locator("newsmark-article mark.chosen").first().textContent();
      await page.keyboard.press("Enter");
      const list = page.locator('newsmark-lists .row:focus[aria-current="true"]');
      await list.waitFor();
      assert.ok(((await list.textContent()) ?? "").toLowerCase().includes((chosen ?? "-").toLowerCase()));
      await page.keyboard.press("Enter");
      await focused.waitFor();
      await page.keyboard.press("Escape");
      await page.locator("newsmark-article .chosen").first().waitFor({ state: "detached" });

      await page.evaluate(() => document.querySelector("newsmark-lists")?.shadowRoot?.querySelector("button")?.focus());
      for (const name of ["Quotes", "Names", "Places", "Notes", "Claims"]) {
        await page.keyboard.press("ArrowRight");
        await page.locator('newsmark-lists [role="tab"]:focus', { hasText: name }).waitFor();
        assert.equal(await tab(page, name).getAttribute("aria-selected"), "true");
      }
      await page.getByRole("button", { name: "Sample" }).click();
      await row(page, "claims").nth(7).waitFor();
      await tab(page, "Names").click();
      await page.keyboard.press("Tab");
      await page.locator("newsmark-names .row:focus").waitFor();
      const top = await page.locator("newsmark-names .row:focus").textContent();
      await page.keyboard.press("ArrowDown");
      assert.notEqual(await page.locator("newsmark-names .row:focus").textContent(), top);
    });

    check("the claims are copied as a table, for a spreadsheet", async (page) => {
      const count = await row(page, "claims").count();
      await page.getByRole("button", { name: "Copy claims" }).click();
      await status(page).filter({ hasText: `Copied ${count} claims` }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const lines = copied.split(/\r?\n/);
      assert.equal(lines.length, count + 1);
      assert.match(lines[0] ?? "", /^article\trow\tkind\tnumber\tlow\tbest\thigh/);
      assert.equal(new Set(lines.map((line) => line.split("\t").length)).size, 1, "as many cells in each row");
      assert.match(copied, /\tkilled\t/);
    });

    check("the result is saved with its text", async (page) => {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      const file = await download;
      assert.match(file.suggestedFilename(), /^ferry-sinks-[a-z-]+\.newsmark\.json$/);
      const saved = JSON.parse(await readFile(await file.path(), "utf8"));
      assert.equal(saved.version, 1);
      assert.equal(saved.length, saved.text.length);
      assert.equal(saved.published, "2026-03-11");
      for (const quote of saved.quotes) assert.equal(saved.text.slice(quote.start, quote.end), saved.text.slice(quote.start, quote.end).trim());
    });

    check("without WebAssembly the text is there, and the page says why it is not marked", async (page) => {
      await page.getByText("does not run WebAssembly").waitFor();
      await page.getByText("Regional Commissioner Josephat Malima").waitFor();
      await pasteByKeyboard(page, ARTICLE);
      await page.getByText("said Anne Laurent, a nurse").waitFor();
      assert.equal(await page.locator("newsmark-article mark").count(), 0);
    }, { marked: false, before: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly")) });

    check("without workers it reads all the same", async (page) => {
      assert.equal(page.workers().length, 0);
      await pasteByKeyboard(page, ARTICLE);
      await shows(page, ARTICLE);
    }, { before: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker")) });

    check("the page says what it may do, and that it asked for nothing", async (page) => {
      await page.getByText("Nothing is sent, nothing is kept.").click();
      await pasteByKeyboard(page, ARTICLE);
      await shows(page, ARTICLE);
      assert.equal(await page.locator("newsmark-badge .requests").textContent(), "0");
      const policy = (await page.locator("newsmark-badge code").textContent()) ?? "";
      assert.match(policy, /default-src 'none'.*require-trusted-types-for 'script'/);
      assert.equal(policy, await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content"));
    });

    check("from paste to export by keyboard alone", async (page) => {
      await pasteByKeyboard(page, ARTICLE);
      await shows(page, ARTICLE);
      const tabTo = async (/** @type {string} */ selector, key = "Tab") => {
        for (let i = 0; i < 60; i++) {
          if ((await page.locator(`${selector}:focus`).count()) > 0) return;
          await page.keyboard.press(key);
        }
        assert.fail(`no way to ${selector}`);
      };
      await tabTo("newsmark-article mark");
      await page.keyboard.press("c");
      await page.keyboard.press("a");
      await status(page).filter({ hasText: "Accepted" }).waitFor();
      await tabTo("newsmark-claims .row");
      await page.keyboard.press("Enter");
      await page.locator("newsmark-article mark.figure:focus").waitFor();
      await tabTo("newsmark-desk .tools button:nth-last-of-type(4)", "Shift+Tab");
      await page.keyboard.press("Enter");
      await status(page).filter({ hasText: "Copied 2 claims" }).or(status(page).filter({ hasText: "Copied 1 claim." })).waitFor();
      await tabTo("newsmark-desk .tools button:nth-last-of-type(3)");
      const download = page.waitForEvent("download");
      await page.keyboard.press("Enter");
      const saved = JSON.parse(await readFile(await (await download).path(), "utf8"));
      assert.ok(saved.figures.some((/** @type {{ origin: string }} */ { origin }) => origin === "edited"));
    });

    check("nothing is kept", async (page) => {
      await pasteByKeyboard(page, ARTICLE);
      await shows(page, ARTICLE);
      const kept = await page.evaluate(async () => {
        const databases = location.protocol === "file:" ? [] : await indexedDB.databases();
        return localStorage.length + sessionStorage.length + document.cookie.length + databases.length;
      });
      assert.equal(kept, 0);
    });
  });
}

describe("hosted only", { skip }, () => {
  test("when its engine can't be loaded it says so, and tries again", () =>
    chromium.withPage("hosted", { marked: false, before: (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404 })) }, async (page, faults) => {
      await page.getByText("could not be loaded").waitFor();
      await page.getByText("Regional Commissioner Josephat Malima").waitFor();
      await page.unroute("**/*.wasm");
      await page.getByRole("button", { name: "Try again" }).click();
      await mark(page, "person", "Malima").first().waitFor();
      // The browser itself reports the 404 that this test made.
      assert.deepEqual(faults.splice(0).filter((fault) => !fault.includes("404")), []);
    }));
});
