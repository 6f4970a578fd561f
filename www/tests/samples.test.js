// Every sample of the README and of the guide runs as it stands: JavaScript on Node, pages in Chromium, built with Vite
// where they import. What a sample prints is what the comment behind it says. Rust and commands run in Rust's tests.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { build } from "vite";
import { CHROMIUM_ARGUMENTS, browser as find } from "./support/browsers.js";
import { serve } from "./support/server.js";

/** @typedef {{ name: string, language: string, code: string, expected: string[] }} Sample */

const executablePath = find("chromium");
const root = new URL("../../", import.meta.url);
const pages = ["README.md", "www/README.md", ...(await readdir(new URL("docs/", root))).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];

/** The fenced blocks of a page. @param {string} page @returns {Promise<Sample[]>} */
async function samplesOf(page) {
  const text = await readFile(new URL(page, root), "utf8");
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(({ index, 1: language = "", 2: code = "" }) => ({
    name: `${page}:${text.slice(0, index).split("\n").length}`,
    language,
    code,
    expected: [...code.matchAll(/console\.log\(.*?\/\/ (.*)$/gm)].map(([, printed = ""]) => printed),
  }));
}
const samples = (await Promise.all(pages.map(samplesOf))).flat();
const of = (/** @type {string} */ language) => samples.filter((sample) => sample.language === language);

let folder = "";
before(async () => {
  // Within the package, whose name and tools are found from here.
  folder = await mkdtemp(fileURLToPath(new URL(".samples-", import.meta.url)));
});
after(() => rm(folder, { recursive: true, force: true }));

test("there are samples, all of a kind that is run", () => {
  assert.deepEqual(new Set(samples.map(({ language }) => language)), new Set(["js", "html", "rust", "sh", "console", "text"]));
  assert.ok(of("js").length >= 4 && of("html").length >= 7);
});

test("the READMEs' samples of embedding are those of the guide", async () => {
  const guide = await readFile(new URL("docs/embed.md", root), "utf8");
  const readme = samples.filter(({ name, language }) => /^(www\/)?README\.md/.test(name) && ["js", "html", "rust"].includes(language));
  assert.equal(readme.length, 7);
  for (const { name, code } of readme) assert.ok(guide.includes(code), `${name} is not in docs/embed.md`);
});

for (const { name, code, expected } of of("js")) {
  test(`${name} prints what it says, on Node`, async () => {
    const file = join(folder, `${name.replace(/\W/g, "-")}.js`);
    await writeFile(file, code);
    const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: "utf8" });
    assert.deepEqual([status, stderr], [0, ""]);
    assert.ok(expected.length > 0);
    assert.deepEqual(stdout.trim().split("\n"), expected);
  });
}

describe("in Chromium", { skip: executablePath ? false : "no Chromium here" }, () => {
  /** @type {import("playwright-core").Browser} */
  let running;
  before(async () => {
    running = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGUMENTS });
  });
  after(() => running?.close());

  /** Writes a sample as a page, built where it imports; gives where it lies. @param {Sample} sample */
  async function made({ name, code }) {
    const at = join(folder, name.replace(/\W/g, "-"));
    const scripts = join(at, "node_modules/newsmark/lib");
    await mkdir(scripts, { recursive: true });
    await writeFile(join(at, "index.html"), `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Sample</title>\n<link rel="icon" href="data:,">\n${code}</html>\n`);
    if (!code.includes("import ")) {
      await cp(fileURLToPath(new URL("../lib/newsmark.js", import.meta.url)), join(scripts, "newsmark.js"));
      return at;
    }
    await cp(fileURLToPath(new URL("docs/samples/german.js", root)), join(at, "german.js"));
    // As the guide says, with nothing set but places.
    await build({ root: at, logLevel: "warn", base: "./", build: { outDir: join(at, "dist"), target: "es2022" } });
    return join(at, "dist");
  }

  for (const sample of of("html")) {
    test(`${sample.name} does what it says`, async () => {
      const site = await serve(pathToFileURL(`${await made(sample)}/`));
      const context = await running.newContext();
      context.setDefaultTimeout(20_000);
      try {
        const page = await context.newPage();
        /** @type {Record<"faults" | "printed", string[]>} */
        const { faults, printed } = { faults: [], printed: [] };
        page.on("pageerror", (error) => faults.push(error.message));
        page.on("console", (message) => (message.type() === "log" ? printed : faults).push(message.text()));
        await page.goto(site.address);
        if (sample.code.includes("<newsmark-article")) await page.locator("newsmark-article mark.figure").first().waitFor();
        if (sample.code.includes("./german.js")) await page.getByText("Opferzahlen").first().waitFor();
        for (const button of await page.locator("body > form > button, body > button").all()) await button.click();
        for (let tries = 0; printed.length < sample.expected.length && tries < 100; tries++) await page.waitForTimeout(50);
        assert.deepEqual(faults, []);
        assert.deepEqual(printed.toSorted(), sample.expected.toSorted());
      } finally {
        await context.close();
        site.close();
      }
    });
  }
});
