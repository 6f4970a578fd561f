// The picture of the page in the README: the sample, light, 1280 wide.

import { resolve } from "node:path";
import { launch } from "../../tests/support/chromium.js";

const file = resolve(import.meta.dirname, "../../../docs/screenshot.png");
const chromium = await launch();
try {
  await chromium.withPage("hosted", { viewport: { width: 1280, height: 900 }, locale: "en-GB", deviceScaleFactor: 1 }, async (page) => {
    await page.locator("newsmark-claims .row").first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  });
  console.log(file);
} finally {
  await chromium.close();
}
