// Thirteen steps in Firefox, hosted and as a file from disk.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { PATIENCE, launchFirefox, skip } from "./support/firefox.js";
import { serve } from "./support/server.js";
import { docx, run } from "./support/zip.js";

const dist = pathToFileURL(`${resolve(import.meta.dirname, "../dist")}/`);

/** @type {Awaited<ReturnType<typeof launchFirefox>>} */
let started;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  if (skip) return;
  site = await serve(new URL("site/", dist));
  started = await launchFirefox();
});
after(async () => {
  await started?.close();
  site?.close();
});

const ARTICLE = 'LYON, France — Three people died in a fire in Lyon on Monday, the police said.\n\n"We could not reach the stairs," said Anne Laurent, a nurse.';

/** @param {() => string} address */
async function steps(address) {
  const page = await started.firefox.newPage();
  page.setDefaultTimeout(PATIENCE);
  /** @type {string[]} */
  const faults = [];
  let loaded = false;
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    if (loaded) faults.push(`request: ${request.url().slice(0, 80)}`);
  });
  await page.evaluateOnNewDocument(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => console.error(`policy: ${effectiveDirective} ${blockedURI}`));
  });

  // The driver's own waiting is code from text, which the page's policy forbids.
  const until = async (/** @type {(...words: any[]) => unknown} */ holds, /** @type {string[]} */ ...words) => {
    const deadline = Date.now() + PATIENCE;
    while (!(await page.evaluate(holds, ...words))) {
      if (Date.now() > deadline) throw new Error(`never: ${holds} with ${words.join(", ")}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const inArticle = (/** @type {string} */ selector, text = "") =>
    until((selector, text) => [...(document.querySelector("newsmark-article")?.shadowRoot?.querySelectorAll(selector) ?? [])].some((element) => element.textContent?.includes(text)), selector, text);
  const inList = (/** @type {string} */ list, /** @type {string} */ selector, text = "") =>
    until((list, selector, text) => [...(document.querySelector("newsmark-lists")?.shadowRoot?.querySelector(list)?.shadowRoot?.querySelectorAll(selector) ?? [])].some((element) => element.textContent?.includes(text)), list, selector, text);
  const clickIn = async (/** @type {string} */ host, /** @type {string} */ selector) => {
    const element = await page.$(`newsmark-desk >>> ${host} >>> ${selector}`);
    if (!element) throw new Error(`no ${selector} in ${host}`);
    await element.click();
  };
  const press = (/** @type {string} */ name) =>
    page.evaluate((name) => [...document.querySelectorAll("button")].find((button) => button.textContent?.trim() === name)?.click(), name);

  const keys = async (/** @type {import("puppeteer-core").KeyInput[]} */ ...keys) => {
    await page.keyboard.down("Control");
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.up("Control");
  };

  // 1: it opens, marked.
  await page.goto(address());
  await inArticle("mark.person", "Josephat Malima");
  loaded = true;
  // 2: the ledger is there.
  await inList("newsmark-claims", ".row");
  // 3: paste.
  await press("Edit");
  await until(() => document.activeElement?.id === "editor");
  await page.evaluate((text) => {
    const editor = /** @type {HTMLTextAreaElement} */ (document.activeElement);
    editor.select();
    editor.setRangeText(text);
  }, ARTICLE);
  await keys("a", "x");
  await press("Cancel");
  await keys("v");
  await inArticle("mark.quote", "We could not reach the stairs");
  // 4: a mark's row.
  await inArticle("mark.person", "Anne Laurent");
  await clickIn("newsmark-article", "mark.person");
  await inList("newsmark-names", '.row[aria-current="true"]', "Anne Laurent");
  // 5: a row's mark.
  await clickIn("newsmark-lists", "#tab-quotes");
  await clickIn("newsmark-quotes", "section:first-of-type .row");
  await inArticle("mark.quote.chosen", "We could not reach the stairs");
  // 6: the keyboard goes on to the next mark.
  await page.keyboard.press("ArrowRight");
  await inArticle("mark.person.chosen", "Anne Laurent");
  // 7: a kind is switched off.
  await clickIn("newsmark-article", '[data-kind="person"]');
  await until(() => !document.querySelector("newsmark-article")?.shadowRoot?.querySelector("mark.person"));
  // 8: an edit is read.
  await press("Edit");
  await until(() => document.activeElement?.id === "editor");
  await page.keyboard.type("Toulouse. ");
  await press("Done");
  await inArticle("mark.place", "Toulouse");
  // 9: save; the browser takes the file.
  await press("Save");
  await until(() => document.querySelector('[role="status"]')?.textContent?.includes("Saved as"));
  // 10: the sample again.
  await press("Sample");
  await inArticle("mark.place", "Entebbe");

  // 11: a figure is rejected, and comes back.
  const figure = (/** @type {boolean} */ there) => until((there) => [...(document.querySelector("newsmark-article")?.shadowRoot?.querySelectorAll("mark.number") ?? [])].some(({ textContent }) => textContent === "31") === (there === "true"), String(there));
  await figure(true);
  await page.evaluate(() => [...(document.querySelector("newsmark-article")?.shadowRoot?.querySelectorAll("mark.number") ?? [])].forEach((element) => element.textContent === "31" && /** @type {HTMLElement} */ (element).click()));
  await clickIn("newsmark-correct", ".actions button:nth-child(2)");
  await figure(false);
  await press("Undo");
  await figure(true);
  // 12: the claims are sorted, and one source's alone are shown.
  await clickIn("newsmark-lists", "#tab-claims");
  await clickIn("newsmark-claims", "th.of-low button");
  await inList("newsmark-claims", 'th[aria-sort="ascending"]', "Low");
  await clickIn("newsmark-lists", "#tab-quotes");
  await clickIn("newsmark-quotes", ".pick");
  await until(() => document.querySelector('[role="status"]')?.textContent?.includes("Only what"));
  // 13: a Word document is opened; what reads it is there already.
  const bytes = Buffer.from(docx([run("Marie Petit lives in Nantes.")])).toString("base64");
  await page.evaluate((bytes) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], "story.docx"));
    const input = /** @type {HTMLInputElement} */ (document.querySelector(".tools input[type=file]"));
    input.files = dataTransfer.files;
    input.dispatchEvent(new Event("change"));
  }, bytes);
  await inArticle("mark.place", "Nantes");

  assert.deepEqual(faults, []);
  await page.close();
}

describe("Firefox", { skip }, () => {
  test("hosted", () => steps(() => site.address));
  test("single file", () => steps(() => new URL("newsmark.html", dist).href));
});
