// The suite of engine.test.js in Chromium, over the package's files as they are.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, browser as find } from "./support/browsers.js";
import { everywhere, inWorkers } from "./support/engine-suite.js";
import { faultyWasm } from "./support/faulty-wasm.js";
import { serve } from "./support/server.js";

const executablePath = find("chromium");
const skip = executablePath ? false : "no Chromium here";
/** Only their names are asked here. */
const none = /** @type {any} */ ({});

/** @type {import("playwright-core").Browser} */
let running;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
let faulty = "";
before(async () => {
  if (skip) return;
  site = await serve(new URL("../", import.meta.url));
  running = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGUMENTS });
  faulty = Buffer.from(await faultyWasm()).toString("base64");
});
after(async () => {
  await running?.close();
  site?.close();
});

/** @param {(page: import("playwright-core").Page) => Promise<void>} use */
async function withPage(use) {
  const context = await running.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${site.address}page/base.css`);
    await use(page);
  } finally {
    await context.close();
  }
}

for (const way of ["in a worker", "in the page's thread", "all in one script"]) {
  test(way, { skip }, (t) =>
    withPage(async (page) => {
      const run = (/** @type {string} */ name, faulty = "") =>
        page.evaluate(
          async ([way, name, faulty]) => {
            const { run } = await import(/** @type {string} */ ("/tests/support/engine-page.js"));
            await run(way, name, faulty);
          },
          [way, name, faulty],
        );
      for (const name of Object.keys(everywhere(none))) await t.test(name, () => run(name));
      if (way === "in the page's thread") return;
      for (const name of Object.keys(inWorkers(none))) await t.test(name, () => run(name, faulty));
    }),
  );
}

test("two hundred users come and go, and leave no worker and no memory behind", { skip }, () =>
  withPage(async (page) => {
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send("HeapProfiler.collectGarbage");
      return (await session.send("Runtime.getHeapUsage")).usedSize;
    };
    const round = () =>
      page.evaluate(async () => {
        const { createAnnotator } = await import(/** @type {string} */ ("/lib/engine/index.js"));
        for (let i = 0; i < 50; i++) {
          const [one, two] = [createAnnotator({ worker: true }), createAnnotator({ worker: true })];
          await Promise.all([one.annotate(`Two people were killed in ${i}, police said.`), two.annotate("Three were hurt, police said.")]);
          one.dispose();
          two.dispose();
        }
      });
    await round();
    const before = await heap();
    for (let i = 0; i < 3; i++) await round();
    // The browser tells of the last one's end a moment later.
    for (let tries = 0; page.workers().length > 0 && tries < 50; tries++) await page.waitForTimeout(100);
    assert.equal(page.workers().length, 0);
    const grown = (await heap()) - before;
    assert.ok(grown < 1_000_000, `${grown} bytes more`);
  }));
