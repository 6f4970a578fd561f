// The built page in Chromium, hosted or as a file from disk with the network off.

import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, browser } from "./browsers.js";
import { guard } from "./guard.js";
import { serve } from "./server.js";

const built = pathToFileURL(`${resolve(import.meta.dirname, "../../dist")}/`);

/** @typedef {"hosted" | "single file"} Form */
/** @typedef {import("playwright-core").BrowserContextOptions & { marked?: boolean, before?: (page: import("playwright-core").Page) => Promise<unknown> }} Options */

/** Generous: tests wait for what they expect, on machines with other things to do. */
export const PATIENCE = 30_000;

/** Where Chromium is, or undefined. */
export const executablePath = browser("chromium");

/** Chromium, for as many pages as a test file needs. @param {URL} dist where the page was built */
export async function launch(dist = built) {
  const site = await serve(new URL("site/", dist));
  const running = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGUMENTS });
  /** @type {Record<Form, string>} */
  const addresses = { hosted: site.address, "single file": new URL("newsmark.html", dist).href };

  /**
   * Opens the page and waits for its marks, runs `test`, and fails if anything happened that never may.
   * @param {Form} form
   * @param {Options} options
   * @param {(page: import("playwright-core").Page, faults: string[]) => Promise<void>} test
   */
  async function withPage(form, { marked = true, before, ...options }, test) {
    const context = await running.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", acceptDownloads: true, ...options });
    try {
      context.setDefaultTimeout(PATIENCE);
      if (form === "single file") await context.setOffline(true);
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const page = await context.newPage();
      const watch = await guard(page);
      await before?.(page);
      await page.goto(addresses[form]);
      if (marked) {
        await page.locator("newsmark-article mark").first().waitFor();
        watch.loaded();
      }
      await test(page, watch.faults);
      if (watch.faults.length > 0) throw new Error(`The page did what it never may:\n${watch.faults.join("\n")}`);
    } finally {
      await context.close();
    }
  }

  return {
    withPage,
    close: async () => {
      await running.close();
      site.close();
    },
  };
}
