// Exports where they are made: on the page, in the one file with the network off, and in a worker.

import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, test } from "node:test";
import { Worker } from "node:worker_threads";
import { executablePath, launch } from "./support/chromium.js";

describe("on the page", { skip: executablePath ? false : "no Chromium here" }, () => {
  for (const form of /** @type {const} */ (["hosted", "single file"])) {
    test(form, async () => {
      const chromium = await launch();
      try {
        await chromium.withPage(form, {}, async (page) => {
          await page.getByRole("button", { name: "Copy claims" }).click();
          await page.getByRole("status").getByText(/^Copied/).waitFor();
          assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^article\trow\tkind\t[^\n]*\r?\n[^]*\tkilled\t23\t23\t23\t23\texact\tpeople\t/);
        });
      } finally {
        await chromium.close();
      }
    });
  }
});

test("in a worker", async () => {
  const code = `
    import { parentPort } from "node:worker_threads";
    import { createAnnotator } from ${JSON.stringify(import.meta.resolve("newsmark"))};
    import { exportArticle } from ${JSON.stringify(import.meta.resolve("newsmark/exporters"))};
    const article = await createAnnotator({ worker: false }).annotate("Two people were killed, police said.", { text: true });
    parentPort.postMessage(await exportArticle(article, "claims-csv"));
  `;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  const [{ content, extension, mediaType, lost }] = await once(worker, "message");
  await worker.terminate();
  assert.match(content, /,killed,Two,2,2,2,exact,people,.*,police,/);
  assert.deepEqual([extension, mediaType, lost], ["claims.csv", "text/csv", ["1 quote"]]);
});
