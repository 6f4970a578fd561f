// What the page is for everyone: on narrow screens, in the dark, for those who do not see it.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, test } from "node:test";
import { chromium, paste, skip } from "./support/desk.js";
import { STATES, more } from "./support/states.js";

const axe = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** @typedef {import("playwright-core").Page} Page */

/** Everything that axe finds fault with, a line each. */
async function violations(/** @type {Page} */ page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } });
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => `${node.target.join(" ")} ${node.failureSummary}`).join("; ")}`);
  });
}

/** The looks that the page can have. @type {Record<string, import("playwright-core").BrowserContextOptions>} */
const LOOKS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "320 px": { viewport: { width: 320, height: 640 } },
};

describe("axe finds nothing", { skip }, () => {
  for (const [name, options] of Object.entries(LOOKS)) {
    test(`${name}, in every state`, () =>
      chromium.withPage("hosted", options, async (page) => {
        for (const [state, reach] of STATES) {
          await reach(page);
          assert.deepEqual(await violations(page), [], state);
        }
      }));
  }

  for (const [name, options] of Object.entries(LOOKS)) {
    test(`${name}, when there is no engine`, () =>
      chromium.withPage("single file", { ...options, marked: false, before: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly")) }, async (page) => {
        await page.getByText("does not run WebAssembly").waitFor();
        assert.deepEqual(await violations(page), []);
      }));
  }
});

describe("without seeing it", { skip }, () => {
  test("little is told: a text once, going from mark to mark nothing, typing no more than its pauses", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const told = () => page.evaluate(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).told.splice(0)));
      await page.evaluate(() => {
        const told = (/** @type {any} */ (globalThis).told = /** @type {unknown[]} */ ([]));
        for (const live of document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')) {
          new MutationObserver(() => told.push(live.textContent?.trim())).observe(live, { childList: true, characterData: true, subtree: true });
        }
      });
      await paste(page, 'Fire in Lyon\n\nThree people died, the police said. "We saw it," said Anne Laurent.');
      await page.getByRole("status").filter({ hasText: "Read: 2 quotes" }).first().waitFor();
      assert.deepEqual(await told(), ["Reading…", "Read: 2 quotes, 1 casualty figure, 2 names, 0 notes."]);
      await page.locator("newsmark-article mark").first().focus();
      for (let i = 0; i < 6; i++) {
        await page.keyboard.press("ArrowRight");
        await page.waitForTimeout(100);
      }
      await page.locator("newsmark-article mark.chosen", { hasText: "Anne Laurent" }).waitFor();
      assert.deepEqual(await told(), []);
      await page.getByRole("button", { name: "Edit" }).click();
      await page.getByLabel("Text of the article").press("ControlOrMeta+End");
      await page.keyboard.type(" She left for Paris with her dog.", { delay: 20 });
      await page.waitForTimeout(1500);
      const said = await told();
      assert.ok(said.length <= 2, said.join("; "));
    }));

  test("the page is landmarks, headings, lists and tables with names", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await paste(page, "Fire in Lyon\n\nThree people died, the police said.");
      await page.locator("newsmark-claims .row", { hasText: "Three people" }).waitFor();
      const tree = await page.locator("body").ariaSnapshot();
      for (const node of ["- banner:", "- main:", '- region "Article":', '- region "What the article says":', "- contentinfo:", "- status:", '- group "Show in the article":', '- search:', '- heading "Fire in Lyon" [level=2]', '- tablist "What the article says":', '- tab "Claims 1" [selected]', '- tabpanel "Claims 1":']) {
        assert.ok(tree.includes(node), `${node} in\n${tree}`);
      }
      const table = await page.getByRole("table", { name: "All casualty figures" }).ariaSnapshot();
      assert.match(table, /columnheader "Low"/);
      assert.match(table, /row "Three people Killed 3 3 (the )?police – 2 Three people died, the police said\."/);
      assert.match(table, /rowheader "Three people"/);
    }));
});

test("the accessibility tree is as it was", { skip }, () =>
  chromium.withPage("hosted", {}, async (page) => {
    await paste(page, 'Fire in Lyon\n\nThree people died, the police said. "We saw it," said Anne Laurent.');
    await page.locator("newsmark-claims .row", { hasText: "Three people" }).waitFor();
    await page.locator("newsmark-article mark.person").click();
    const tree = (await page.locator("body").ariaSnapshot()).replace(/newsmark \d[\w.-]*/, "newsmark VERSION");
    const file = new URL("./accessibility-tree.yml", import.meta.url);
    if (process.env["UPDATE"]) await writeFile(file, `${tree}\n`);
    assert.equal(`${tree}\n`, await readFile(file, "utf8"), "UPDATE=1 writes it anew; read what changed");
  }));

describe("of all ways to read", { skip }, () => {
  test("a paragraph runs as most of its letters do, whatever it begins with; names of another script are set apart in lists", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await paste(page, "محمد القذافي, a driver who survived, said two people died.\n\nقال محمد القذافي إن شخصين قتلا في Lyon أمس.");
      const directions = page.locator("newsmark-article p.body");
      await directions.nth(1).waitFor();
      assert.deepEqual(await directions.evaluateAll((paragraphs) => paragraphs.map((paragraph) => getComputedStyle(paragraph).direction)), ["ltr", "rtl"]);
      await page.getByRole("tab", { name: "Names" }).click();
      for (const name of await page.locator("newsmark-names .entity-name").all()) assert.equal(await name.getAttribute("dir"), "auto");
    }));

  test("nothing moves for those who want no motion", () =>
    chromium.withPage("hosted", { reducedMotion: "reduce" }, async (page) => {
      const moving = await page.evaluate(() => {
        /** @type {string[]} */
        const found = [];
        const look = (/** @type {Document | ShadowRoot} */ root) => {
          for (const element of root.querySelectorAll("*")) {
            const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
            if (animationDuration !== "0s" || transitionDuration !== "0s" || scrollBehavior === "smooth") found.push(element.localName);
            if (element.shadowRoot) look(element.shadowRoot);
          }
        };
        look(document);
        return found;
      });
      assert.deepEqual(moving, []);
    }));

  test("forced colours: marks are told by their lines, what is chosen by an outline, switches by more than colour", () =>
    chromium.withPage("hosted", { forcedColors: "active" }, async (page) => {
      const style = (/** @type {string} */ selector, /** @type {string} */ name) => page.locator(selector).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
      assert.match(await style("newsmark-article mark.person:not(.quote)", "text-decoration"), /underline/);
      assert.match(await style("newsmark-article mark.figure", "border-block-end-style"), /double/);
      await page.locator("newsmark-article mark.figure.number", { hasText: "31" }).click();
      assert.notEqual(await style("newsmark-article mark.chosen", "outline-style"), "none");
      await page.getByRole("button", { name: /^People/ }).click();
      assert.match(await style('newsmark-article .switch[aria-pressed="false"] .name', "text-decoration"), /line-through/);
    }));

  test("on a phone what is needed less waits behind one button", () =>
    chromium.withPage("hosted", { viewport: { width: 360, height: 740 } }, async (page) => {
      assert.equal(await page.getByRole("button", { name: "Save as…" }).isVisible(), false);
      const top = await page.locator("newsmark-article").boundingBox();
      assert.ok(top && top.y < 370, `the article begins at ${top?.y}`);
      await more(page);
      await page.getByRole("button", { name: "Save as…" }).click();
      await page.getByRole("dialog").waitFor();
    }));
});

describe("narrow screens", { skip }, () => {
  for (const width of [320, 360, 768]) {
    test(`${width} px: nothing sticks out, in any list`, () =>
      chromium.withPage("single file", { viewport: { width, height: 640 } }, async (page) => {
        const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        for (const name of ["Claims", "Quotes", "Names", "Places", "Notes"]) {
          await page.getByRole("tab", { name }).click();
          assert.equal(await overflow(), 0, name);
        }
        await page.evaluate(() => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", `https://example.org/${"a-long-address/".repeat(20)}\n\n${"Donaudampfschifffahrts".repeat(20)} said no.`);
          document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
        });
        await page.locator("newsmark-article .article", { hasText: "said no" }).waitFor();
        assert.equal(await overflow(), 0, "long words");
      }));
  }

  for (const viewport of [{ width: 360, height: 740 }, { width: 320, height: 256 }]) {
    test(`${viewport.width} by ${viewport.height} px: a tap shows why, and goes to the list only when asked`, () =>
      chromium.withPage("hosted", { viewport, hasTouch: true }, async (page) => {
        const figure = page.locator("newsmark-article mark.figure").nth(2);
        await figure.tap();
        const card = page.getByRole("region", { name: "Why this is marked" });
        await card.waitFor();
        await page.waitForFunction(() => {
          const mark = document.querySelector("newsmark-article")?.shadowRoot?.querySelector("mark.chosen")?.getBoundingClientRect();
          const panel = document.querySelector(".why")?.getBoundingClientRect();
          return mark && panel && mark.top >= 0 && mark.bottom <= panel.top;
        });
        await card.getByRole("button", { name: "Find in the list" }).tap();
        await page.locator("newsmark-claims .row:focus").waitFor();
      }));
  }

  test("a long text is edited with the way out in view", () =>
    chromium.withPage("hosted", { viewport: { width: 360, height: 740 } }, async (page) => {
      await paste(page, "Anne Laurent lives in Lyon.\n\n".repeat(200));
      await page.locator("newsmark-article .article", { hasText: "Anne Laurent" }).waitFor();
      await page.getByRole("button", { name: "Edit" }).click();
      await page.locator("#editor").waitFor();
      assert.equal(await page.evaluate(() => scrollY < innerHeight), true, "it begins at the beginning");
      const done = page.getByRole("button", { name: "Done" });
      const uncovered = await done.evaluate((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === button;
      });
      assert.ok(uncovered);
      await done.click();
    }));
});

describe("marks", { skip }, () => {
  test("each kind has a line of its own, so that none needs its colour", () =>
    chromium.withPage("hosted", {}, async (page) => {
      const style = (/** @type {string} */ selector) => page.locator(selector).first().evaluate((element) => {
        const { textDecorationLine, textDecorationStyle, borderBlockEndStyle, backgroundColor } = getComputedStyle(element);
        return [textDecorationLine, textDecorationStyle, borderBlockEndStyle, backgroundColor === "rgba(0, 0, 0, 0)" ? "plain" : "tinted"].join(" ");
      });
      const plain = ":not(.quote):not(.figure)";
      assert.equal(await style(`newsmark-article mark.person${plain}`), "underline solid none plain");
      assert.equal(await style(`newsmark-article mark.organization${plain}`), "underline dashed none plain");
      assert.equal(await style(`newsmark-article mark.place${plain}`), "underline dotted none plain");
      assert.match(await style("newsmark-article mark.figure:not(.entity)"), /^none solid double/);
      assert.match(await style("newsmark-article mark.quote:not(.entity):not(.figure)"), /^none solid none tinted/);
    }));

  test("marks that lie over each other keep the line, ground and letters of each", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await paste(page, 'Mayor Ana Reyes said: "Tom Lee and 12 people of Lima were killed by it."');
      const both = page.locator("newsmark-article mark.person.quote", { hasText: "Tom Lee" });
      const look = (/** @type {import("playwright-core").Locator} */ mark) =>
        mark.evaluate((element) => {
          const { textDecorationStyle, textDecorationLine, backgroundColor, borderBlockEndStyle } = getComputedStyle(element);
          return { underline: `${textDecorationLine} ${textDecorationStyle}`, tinted: backgroundColor !== "rgba(0, 0, 0, 0)", below: borderBlockEndStyle };
        });
      assert.deepEqual(await look(both), { underline: "underline solid", tinted: true, below: "none" });
      assert.deepEqual(await look(page.locator("newsmark-article mark.figure.quote", { hasText: "12" }).first()), { underline: "none solid", tinted: true, below: "double" });
      const tags = await page.locator("newsmark-article .tag").evaluateAll((tags) => tags.map((tag) => tag.getAttribute("data-tag")));
      for (const letters of ["PER", "LOC", "KIL", "QUO"]) assert.ok(tags.join(" ").includes(letters), `${letters} in ${tags}`);
    }));

  test("dark is dark", () =>
    chromium.withPage("hosted", { colorScheme: "dark" }, async (page) => {
      const [paper, ink] = await page.locator(".paper").evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]);
      const light = (/** @type {string | undefined} */ colour) => Number(/\d+/.exec(colour ?? "")?.[0]);
      assert.ok(light(paper) < 64 && light(ink) > 192, `${paper} ${ink}`);
    }));

  test("copying the article copies the article, without the tags", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.locator("newsmark-article p.body").first().click({ clickCount: 3, position: { x: 2, y: 8 } });
      await page.keyboard.press("ControlOrMeta+c");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const lines = await page.locator("newsmark-article").evaluate((element) => /** @type {any} */ (element).result.text.split("\n"));
      assert.ok(copied.length > 100 && lines.includes(copied.trim()), copied);
    }));

  test("on paper all lists are printed, and no buttons", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const list of ["claims", "quotes", "names", "places", "notes"]) await page.locator(`newsmark-${list}`).waitFor({ state: "visible" });
      assert.equal(await page.getByRole("button", { name: "Paste" }).isVisible(), false);
    }));

  test("printed in black and white, marks keep their lines, tags and grounds", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await page.emulateMedia({ media: "print" });
      const style = (/** @type {string} */ selector, /** @type {string} */ name, pseudo = "") =>
        page.locator(selector).first().evaluate((element, [name, pseudo]) => getComputedStyle(element, pseudo).getPropertyValue(name ?? ""), [name, pseudo]);
      assert.match(await style("newsmark-article mark.person", "text-decoration"), /underline/);
      assert.match(await style("newsmark-article mark.figure", "border-block-end-style"), /double/);
      assert.equal(await style("newsmark-article mark.quote:not(.entity):not(.figure)", "print-color-adjust"), "exact");
      assert.equal(await style("newsmark-article mark.quote:not(.entity):not(.figure)", "background-color"), "rgb(242, 242, 242)");
      assert.match(await style("newsmark-article .tag", "content", "::after"), /tag|"/);
    }));
});
