// The page as its tests handle it: one Chromium for all tests of a file, and what most of them ask for.

import { after, before } from "node:test";
import { executablePath, launch } from "./chromium.js";

/** @typedef {import("playwright-core").Page} Page */

/** Why tests of the page are skipped, or false. */
export const skip = executablePath ? false : "no Chromium here";

/** @type {Awaited<ReturnType<typeof launch>> | undefined} */
let running;
before(async () => {
  if (!skip) running = await launch();
});
after(async () => running?.close());

/** Runs for all tests of the file that imports it. */
export const chromium = {
  /** @type {Awaited<ReturnType<typeof launch>>["withPage"]} */
  withPage: async (form, options, test) => {
    if (!running) throw new Error("Chromium runs only while tests do");
    await running.withPage(form, options, test);
  },
};

export const button = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole("button", { name, exact: true });
export const mark = (/** @type {Page} */ page, /** @type {string} */ kind, /** @type {string} */ text) => page.locator(`newsmark-article mark.${kind}`, { hasText: text });

/** Waits until the page says `text`. */
export const said = (/** @type {Page} */ page, /** @type {string | RegExp} */ text) => page.getByRole("status").filter({ hasText: text }).waitFor();

/** Gives the page `text` as a paste does. */
export function paste(/** @type {Page} */ page, /** @type {string} */ text) {
  return page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
  }, text);
}

/** Puts `text` on the clipboard and pastes it with the keyboard. */
export async function pasteByKeyboard(/** @type {Page} */ page, /** @type {string} */ text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("ControlOrMeta+v");
}
