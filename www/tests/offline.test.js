// The hosted page after the first visit: it opens without a network, can be installed, and never reloads by itself.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { PATIENCE } from "./support/chromium.js";
import { chromium, mark, paste, skip } from "./support/desk.js";
import { serve } from "./support/server.js";
import { docx, run } from "./support/zip.js";

const dist = resolve(import.meta.dirname, "../dist");

/** @typedef {import("playwright-core").Page} Page */


/** The page's files are kept. */
const kept = (/** @type {Page} */ page) => page.locator("newsmark-badge .unplugged", { hasText: "pull the plug and reload" }).waitFor({ state: "attached" });

/** A copy of the site at an address of its own, to be changed and to be closed. */
async function ownSite() {
  const folder = await mkdtemp(join(tmpdir(), "newsmark-site-"));
  await cp(join(dist, "site"), folder, { recursive: true });
  const site = await serve(pathToFileURL(`${folder}/`));
  return {
    ...site,
    folder,
    end: async () => {
      site.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Opens an address in a context of its own. @param {string} address @param {(page: Page) => Promise<void>} run */
async function visit(address, run) {
  await chromium.withPage("hosted", {}, async (page) => {
    // The guard counts what the page asks for once it is loaded: other addresses have pages of their own.
    const other = await page.context().newPage();
    other.setDefaultTimeout(PATIENCE);
    await other.goto(address);
    await other.locator("newsmark-article mark").first().waitFor();
    await run(other);
    await other.close();
  });
}

describe("without a network", { skip }, () => {
  test("after the first visit the page opens and reads, its host gone; it asked for nothing", () =>
    chromium.withPage("hosted", {}, async (page, faults) => {
      await kept(page);
      assert.deepEqual(faults, [], "keeping the files is no request of the page");
      assert.equal(await page.locator("newsmark-badge .requests").textContent(), "0");
      assert.match((await page.locator("newsmark-badge .stored").textContent()) ?? "", /^nothing of yours. The page's own files/);
      await page.context().setOffline(true);
      const again = await page.context().newPage();
      again.setDefaultTimeout(PATIENCE);
      /** @type {string[]} */
      const failed = [];
      again.on("requestfailed", (request) => failed.push(request.url()));
      again.on("console", (message) => message.type() === "error" && failed.push(message.text()));
      await again.goto(page.url());
      await mark(again, "place", "Lake Victoria").first().waitFor();
      await paste(again, "Anne Laurent lives in Lyon.");
      await mark(again, "person", "Anne Laurent").waitFor();
      await again.locator(".tools input[type=file]").setInputFiles({ name: "story.docx", mimeType: "", buffer: Buffer.from(docx([run("Marie Petit lives in Nantes.")])) });
      await mark(again, "person", "Marie Petit").waitFor();
      await again.reload();
      await mark(again, "place", "Lake Victoria").first().waitFor();
      assert.deepEqual(failed, []);
      assert.equal(await again.locator("newsmark-badge .requests").textContent(), "0");
    }));

  test("every file of the site is kept, by its hash", async () => {
    const worker = await readFile(join(dist, "site/service-worker.js"), "utf8");
    const { files } = JSON.parse(/^self\.newsmark = (.*);$/m.exec(worker)?.[1] ?? "");
    const all = (await readdir(join(dist, "site"), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
    assert.deepEqual(Object.keys(files).map((name) => name.split("/").at(-1)).sort(), all.filter((name) => name !== "service-worker.js").sort());
    for (const hash of Object.values(files)) assert.match(hash, /^sha256-/);
  });

  test("a site that was put up half is not kept: the old page stays whole", async () => {
    const site = await ownSite();
    try {
      await visit(site.address, async (page) => {
        await kept(page);
        const worker = join(site.folder, "service-worker.js");
        await writeFile(worker, (await readFile(worker, "utf8")).replace(/"version":"\w+"/, '"version":"other"').replace(/"index\.html":"[^"]+"/, '"index.html":"sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="'));
        await page.evaluate(async () => {
          const registration = await navigator.serviceWorker.ready;
          await registration.update().catch(() => {});
          await new Promise((resolve) => setTimeout(resolve, 500));
        });
        assert.equal(await page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting)), false);
        site.close();
        await page.reload();
        await mark(page, "place", "Lake Victoria").first().waitFor();
      });
    } finally {
      await site.end();
    }
  });

  test("a newer page waits: it says so, reloads nothing, and keeps unsaved work", async () => {
    const site = await ownSite();
    try {
      await visit(site.address, async (page) => {
        await kept(page);
        await paste(page, "Anne Laurent lives in Lyon.");
        await mark(page, "person", "Anne Laurent").waitFor();
        const worker = join(site.folder, "service-worker.js");
        await writeFile(worker, (await readFile(worker, "utf8")).replace(/"version":"\w+"/, '"version":"newer"'));
        let navigations = 0;
        page.on("framenavigated", () => (navigations += 1));
        await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
        await page.getByRole("status").filter({ hasText: "A newer version of this page is ready" }).waitFor();
        await page.waitForTimeout(500);
        assert.equal(navigations, 0);
        await mark(page, "person", "Anne Laurent").waitFor();
        assert.equal((await page.evaluate(() => caches.keys())).length, 2, "old and new, side by side");
      });
    } finally {
      await site.end();
    }
  });

  test("the licences of all libraries come along", async () => {
    for (const name of ["site/licences.md", "newsmark.html"]) {
      const file = await readFile(join(dist, name), "utf8");
      for (const owner of ["Google LLC", "Arjun Barrett", "MarkedJS"]) assert.ok(file.includes(owner), `${owner} in ${name}`);
    }
  });

  test("nothing of it is in the single file, which stays light", async () => {
    const file = await readFile(join(dist, "newsmark.html"), "utf8");
    for (const word of ["serviceWorker", "manifest.webmanifest"]) assert.ok(!file.includes(word), word);
    assert.ok(file.length < 1_600_000, `it holds everything, and stays light: ${file.length}`);
  });
});

describe("installing", { skip }, () => {
  test("Chromium finds nothing that speaks against it; the icons are pictures of their sizes", () =>
    chromium.withPage("hosted", {}, async (page, faults) => {
      await kept(page);
      const devtools = await page.context().newCDPSession(page);
      const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
      // A window of its own for each test is what Chromium calls "in incognito".
      assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
      const { errors, data } = await devtools.send("Page.getAppManifest");
      assert.deepEqual(errors, []);
      // Asked for by this test, through the browser.
      assert.deepEqual(faults.splice(0).filter((fault) => !/(manifest\.webmanifest|icon[-\d]*\.(svg|png))$/.test(fault)), []);
      const manifest = JSON.parse(data ?? "");
      for (const { src, sizes, type } of manifest.icons) {
        const bytes = await readFile(join(dist, "site", src));
        if (type === "image/svg+xml") assert.match(bytes.toString(), /^<svg/);
        else assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
      }
    }));
});
