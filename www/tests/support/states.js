// Every state that the page can be in, one after the other.

import { paste } from "./desk.js";

/** @typedef {import("playwright-core").Page} Page */

/** Shows all buttons, of which a phone has some behind one. */
export async function more(/** @type {Page} */ page) {
  const button = page.getByRole("button", { name: "More", exact: true });
  if ((await button.isVisible()) && (await button.getAttribute("aria-expanded")) === "false") await button.click();
}

/** Each state of the page, and how to get there. @type {[string, (page: Page) => Promise<unknown>][]} */
export const STATES = [
  ["marked", async () => {}],
  ["a mark chosen, with its card and its row", (page) => page.locator("newsmark-article mark.quote").first().click()],
  ["what the page may do", (page) => page.getByText("Nothing is sent, nothing is kept.").click()],
  ["quotes", (page) => page.getByRole("tab", { name: "Quotes" }).click()],
  ["names", (page) => page.getByRole("tab", { name: "Names" }).click()],
  ["places", (page) => page.getByRole("tab", { name: "Places" }).click()],
  ["notes", (page) => page.getByRole("tab", { name: "Notes" }).click()],
  ["one source only, the claims sorted", async (page) => {
    await page.getByRole("tab", { name: "Claims" }).click();
    await page.getByRole("button", { name: "Low", exact: true }).click();
    await page.getByLabel("Source", { exact: true }).selectOption("Red Cross");
    await page.getByText("Only what Red Cross says").first().waitFor();
  }],
  ["everything again", (page) => page.getByRole("button", { name: "Show everything" }).click()],
  ["a mark being corrected", async (page) => {
    await page.locator("newsmark-article mark.figure.number", { hasText: "31" }).click();
    await page.getByRole("button", { name: "Change…" }).click();
    await page.getByLabel("Given as").selectOption("at least");
    await page.getByRole("heading", { name: "1 correction" }).waitFor();
  }],
  ["a correction taken back", async (page) => {
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Close" }).click();
  }],
  ["words found, to be marked", async (page) => {
    await page.getByLabel("Find in the text").fill("people");
    await page.getByRole("button", { name: "Next place" }).click();
    await page.locator("newsmark-article .here").first().waitFor();
  }],
  ["the choice to keep", async (page) => {
    await page.getByLabel("Find in the text").fill("");
    await page.getByRole("button", { name: "Keep on this device…" }).click();
    await page.getByRole("dialog").waitFor();
  }],
  ["names of one's own", async (page) => {
    await page.keyboard.press("Escape");
    await more(page);
    await page.getByRole("button", { name: "Names…", exact: true }).click();
    await page.getByLabel("Names", { exact: true }).fill("fire\tcity");
    await page.getByRole("button", { name: "Use", exact: true }).click();
    await page.getByText("1 line could not be read").waitFor();
  }],
  ["saving for other programs", async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Save as…" }).click();
    await page.getByText("This format can't hold").waitFor();
  }],
  ["help", async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Help" }).click();
    await page.getByRole("dialog").waitFor();
  }],
  ["a kind switched off", async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^People/ }).click();
  }],
  ["editing", (page) => page.getByRole("button", { name: "Edit" }).click()],
  ["empty", async (page) => {
    await page.getByLabel("Text of the article").fill("");
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByText("No article yet").waitFor();
  }],
  ["two files open", async (page) => {
    const files = ["one.txt", "two.txt"].map((name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(`Anne Laurent wrote ${name}.`) }));
    await page.locator(".tools input[type=file]").setInputFiles(files);
    await page.getByText("2 articles opened").waitFor();
  }],
  ["two versions, the other still to come", async (page) => {
    await page.getByRole("button", { name: "Close two.txt" }).click();
    await page.getByRole("button", { name: "Compare…" }).click();
    await page.locator(".wanted").waitFor();
  }],
  ["two versions compared", async (page) => {
    await paste(page, "Anne Laurent wrote two.txt. Three people died, police said.");
    await page.getByRole("table", { name: "What changed" }).waitFor();
    await page.getByRole("button", { name: "Next difference" }).click();
  }],
  ["the comparison closed", (page) => page.getByRole("button", { name: "Close the comparison" }).click()],
  ["working", async (page) => {
    await paste(page, "Anne Laurent lives in Lyon. ".repeat(40_000));
    await page.getByRole("button", { name: "Cancel" }).waitFor();
  }],
  ["stopped", async (page) => {
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("status").first().filter({ hasText: "was stopped" }).waitFor();
    await paste(page, "Anne Laurent lives in Lyon.");
    await page.locator("newsmark-article mark.place").first().waitFor();
  }],
  ["a file refused", async (page) => {
    await page.locator(".tools input[type=file]").setInputFiles({ name: "a.pdf", mimeType: "text/plain", buffer: Buffer.from("%PDF-1.7") });
    await page.getByText("a.pdf is a PDF").waitFor();
  }],
];
