// <newsmark-article> as a host uses it: in Chromium, from the one script that holds everything, with nothing to ask for.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { NewsmarkArticle } from "newsmark/elements";
import { CHROMIUM_ARGUMENTS, browser as find } from "./support/browsers.js";

/** @typedef {import("playwright-core").Page} Page */
const executablePath = find("chromium");
const skip = executablePath ? false : "no Chromium here";
const TEXT = "NANYUKI — Two climbers were killed on Mount Kenya, police said. “They were roped together,” said Ruth Wanjala, a guide. Wanjala saw three.";

/** @type {import("playwright-core").Browser} */
let running;
let script = "";
before(async () => {
  if (skip) return;
  script = await readFile(new URL("../lib/newsmark.js", import.meta.url), "utf8");
  running = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGUMENTS });
});
after(() => running?.close());

/** A page with `body` and the script. @param {string} body @param {(page: Page) => Promise<void>} use */
async function withPage(body, use) {
  const context = await running.newContext({ reducedMotion: "reduce" });
  context.setDefaultTimeout(20_000);
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await context.route("**/*", (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === "/newsmark.js") return route.fulfill({ contentType: "text/javascript", body: script });
      if (pathname === "/") return route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><script src="newsmark.js" defer></script>${body}` });
      faults.push(`asked for ${pathname}`);
      return route.abort();
    });
    await page.goto("http://newsmark.test/");
    await use(page);
    assert.deepEqual(faults.filter((fault) => fault !== "asked for /favicon.ico"), []);
  } finally {
    await context.close();
  }
}

const marked = (/** @type {Page} */ page) => page.locator("newsmark-article mark.person").first().waitFor();
const one = `<newsmark-article id="one">${TEXT}</newsmark-article>`;

test("on a server its class can be loaded and made of nothing", () => {
  assert.equal(typeof NewsmarkArticle, "function");
  assert.equal(NewsmarkArticle.formAssociated, true);
});

describe("the element", { skip }, () => {
  test("selects, goes on and back, and tells of it", () =>
    withPage(one, async (page) => {
      await marked(page);
      const ids = await page.evaluate(async () => {
        const element = /** @type {NewsmarkArticle} */ (document.querySelector("newsmark-article"));
        const told = /** @type {(string | null)[]} */ ([]);
        document.addEventListener("newsmark-select", (event) => told.push(/** @type {any} */ (event).id));
        element.next("person");
        element.next("person");
        element.previous("person");
        await element.updateComplete;
        const { selected } = element;
        await element.select(null);
        return { told, selected, none: element.selected };
      });
      assert.equal(new Set(ids.told).size, 2);
      assert.equal(ids.told[0], ids.told[2]);
      assert.equal(ids.selected, ids.told[0]);
      assert.equal(ids.none, null);
    }));

  test("corrections are made, taken back and done again, and go into what is exported", () =>
    withPage(one, async (page) => {
      await marked(page);
      const outcome = await page.evaluate(async () => {
        const element = /** @type {NewsmarkArticle} */ (document.querySelector("newsmark-article"));
        let changes = 0;
        element.addEventListener("change", () => (changes += 1));
        const { result } = element;
        const figure = result?.figures[0];
        const text = result?.text ?? "";
        const at = { start: figure?.start ?? 0, end: figure?.end ?? 0, words: text.slice(figure?.start, figure?.end), before: "", after: "" };
        const correction = /** @type {any} */ ({ layer: "figure", at, kind: "killed", change: { do: "kind", kind: "missing" }, everywhere: false });
        const origins = () => `${element.result?.figures[0]?.kind} ${element.result?.figures[0]?.origin} ${element.matches(":state(edited)")}`;
        const seen = [element.edit(correction), (await element.updateComplete, origins())];
        element.undo();
        seen.push((await element.updateComplete, origins()));
        element.redo();
        seen.push((await element.updateComplete, origins()));
        seen.push(element.edit({ ...correction, at: { ...at, words: "nowhere to be found", start: 0, end: 3 } }));
        const { content, lost } = await element.export("claims-csv");
        element.readonly = true;
        seen.push(element.edit(correction));
        return { seen, changes, content, lost, log: element.corrections.length };
      });
      assert.deepEqual(outcome.seen, [true, "missing edited true", "killed automatic false", "missing edited true", false, false]);
      assert.deepEqual([outcome.changes, outcome.log], [3, 1]);
      assert.match(outcome.content, /,missing,Two,2,/);
      assert.match(outcome.lost.join(), /names/);
    }));

  test("keys reject the chosen mark, and take it back", () =>
    withPage(one, async (page) => {
      await marked(page);
      await page.locator("newsmark-article mark.person").first().click();
      await page.keyboard.press("r");
      await page.waitForFunction(() => document.querySelector("newsmark-article")?.result?.mentions.some(({ origin }) => origin === "rejected"));
      await page.keyboard.press("ControlOrMeta+z");
      await page.waitForFunction(() => document.querySelector("newsmark-article")?.result?.mentions.every(({ origin }) => origin === "automatic"));
    }));

  test("what was exported is opened again exactly; what is none says why and changes nothing", () =>
    withPage(`${one}<newsmark-article id="two"></newsmark-article>`, async (page) => {
      await marked(page);
      const outcome = await page.evaluate(async () => {
        const [first, second] = /** @type {NewsmarkArticle[]} */ ([...document.querySelectorAll("newsmark-article")]);
        const { content } = /** @type {any} */ (await first?.export("json"));
        second?.import(content);
        await second?.updateComplete;
        const same = JSON.stringify(second?.result) === JSON.stringify({ ...first?.result });
        const refused = ["", "{}", '{"version":1}', "[1]", "null", content.replace('"utf16"', '"byte"'), content.replace(/"length":\d+/, '"length":3')].map((bad) => {
          try {
            second?.import(bad);
            return "taken";
          } catch (error) {
            return /** @type {any} */ (error).code;
          }
        });
        return { same, refused, marks: second?.renderRoot.querySelectorAll("mark").length, kept: second?.result?.quotes.length };
      });
      assert.equal(outcome.same, true);
      assert.deepEqual(new Set(outcome.refused), new Set(["bad-import"]));
      assert.ok((outcome.marks ?? 0) > 3 && outcome.kept);
    }));

  test("in a form its value is the result; reset takes corrections back; disabled it sends nothing and is not corrected", () =>
    withPage(`<form><fieldset><newsmark-article name="story">${TEXT}</newsmark-article></fieldset></form>`, async (page) => {
      await marked(page);
      const outcome = await page.evaluate(async () => {
        const element = /** @type {NewsmarkArticle} */ (document.querySelector("newsmark-article"));
        const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
        const sent = () => new FormData(form).get("story");
        const value = JSON.parse(String(sent()));
        element.selected = element.result?.quotes[0]?.id ?? null;
        await element.updateComplete;
        const { quotes } = /** @type {any} */ (element.result);
        const text = String(element.result?.text);
        const at = { start: quotes[0].start, end: quotes[0].end, words: text.slice(quotes[0].start, quotes[0].end), before: "", after: "" };
        const correction = /** @type {any} */ ({ layer: "quote", at, kind: "direct", change: { do: "reject" }, everywhere: false });
        const origin = async () => (await element.updateComplete, JSON.parse(String(sent())).quotes[0].origin);
        element.edit(correction);
        const origins = [await origin()];
        form.reset();
        origins.push(await origin());
        const fieldset = /** @type {HTMLFieldSetElement} */ (document.querySelector("fieldset"));
        fieldset.disabled = true;
        /** By itself, too. */
        const own = () => {
          fieldset.disabled = false;
          const seen = [sent() !== null];
          element.setAttribute("disabled", "");
          seen.push(sent() !== null, element.edit(correction));
          element.removeAttribute("disabled");
          return [...seen, sent() !== null, element.edit(correction)];
        };
        return { text: value.text, version: value.version, origins, disabled: sent(), edited: element.edit(correction), owner: element.form === form, again: own() };
      });
      assert.deepEqual(outcome, { text: TEXT, version: 1, origins: ["rejected", "automatic"], disabled: null, edited: false, owner: true, again: [true, false, false, true, true] });
    }));

  test("annotate gives the result, or says why there is none; clear takes all away", () =>
    withPage(`<newsmark-article></newsmark-article>`, async (page) => {
      const outcome = await page.evaluate(async () => {
        const element = /** @type {NewsmarkArticle} */ (document.querySelector("newsmark-article"));
        const state = () => ["empty", "ready", "failed"].filter((name) => element.matches(`:state(${name})`)).join();
        const { length } = await element.annotate("Ruth Wanjala spoke on Tuesday.", { published: "2026-03-12" });
        const seen = [length, element.result?.dates[0]?.value, state()];
        const failed = await element.annotate("Ruth Wanjala spoke.", { published: "yesterday" }).catch((error) => error.code);
        seen.push(failed, state());
        element.published = null;
        seen.push((await element.annotate("Ruth Wanjala spoke.")).length, state());
        element.clear();
        await element.updateComplete;
        seen.push(/** @type {any} */ (element.result), state(), element.value);
        return seen;
      });
      assert.deepEqual(outcome, [30, "2026-03-10", "ready", "bad-option", "failed", 19, "ready", null, "empty", ""]);
    }));

  test("the card, the lists and the panel to correct with stand below where they are asked for", () =>
    withPage(`<newsmark-article view="card correct lists" legend>${TEXT}</newsmark-article>`, async (page) => {
      await marked(page);
      await page.getByRole("tab", { name: /Quotes/ }).click();
      await page.locator("newsmark-quotes").getByText("They were roped together").click();
      await page.locator("newsmark-article mark.chosen").first().waitFor();
      await page.locator("newsmark-correct").getByRole("button", { name: "Reject" }).click();
      await page.waitForFunction(() => document.querySelector("newsmark-article")?.result?.quotes.some(({ origin }) => origin === "rejected"));
      await page.evaluate(() => document.querySelector("newsmark-article")?.setAttribute("readonly", ""));
      await page.locator("newsmark-correct").waitFor({ state: "detached" });
    }));

  test("corrections are kept on this device only where it is asked for, and are gone when cleared", () =>
    withPage(`<newsmark-article persist="story">${TEXT}</newsmark-article>`, async (page) => {
      await marked(page);
      assert.equal(await page.evaluate(() => localStorage.length), 0);
      await page.locator("newsmark-article mark.person").first().click();
      await page.keyboard.press("r");
      const rejected = () => document.querySelector("newsmark-article")?.result?.mentions.some(({ origin }) => origin === "rejected");
      await page.waitForFunction(rejected);
      await page.reload();
      await page.waitForFunction(rejected);
      await page.evaluate(() => document.querySelector("newsmark-article")?.clear());
      assert.equal(await page.evaluate(() => localStorage.length), 0);
    }));

  test("every custom property of the manifest shows, every part can be styled by the host", () =>
    withPage(`<newsmark-article view="card correct lists" legend></newsmark-article>`, async (page) => {
      const manifest = JSON.parse(await readFile(new URL("../lib/custom-elements.json", import.meta.url), "utf8"));
      const [{ cssProperties, cssParts }] = manifest.modules[0].declarations;
      const names = cssProperties.map((/** @type {any} */ { name }) => name);
      const parts = cssParts.map((/** @type {any} */ { name }) => name);
      const { unseen, unreached } = await page.evaluate(async (/** @type {string[][]} */ [names = [], parts = []]) => {
        const element = /** @type {NewsmarkArticle} */ (document.querySelector("newsmark-article"));
        const article = [
          "Ferry sinks off Mombasa", "By Ruth Wanjala", "MOMBASA, Kenya (Reuters) — Three people were killed, police said. “We heard a crash,” said Zoë Kamau of the Red Cross. The Great Fire was long ago.",
          "A photo shows the ferry. (Photo: Ruth Wanjala/Reuters)", "Photo: Ruth Wanjala", "Share this article", "Read more: Ferries are old, says minister",
        ].join("\n\n");
        await element.annotate(article);
        await element.select(/** @type {any} */ (element.result).figures[0].id);
        element.find("Mombasa");
        /** @type {HTMLElement} */ (element.renderRoot.querySelectorAll(".finder button")[1])?.click();
        await element.updateComplete;
        await new Promise((resolve) => setTimeout(resolve, 100));
        /** @type {(root: ParentNode) => Element[]} */
        const all = (root) => [...root.querySelectorAll("*")].flatMap((part) => [part, ...(part.shadowRoot ? all(part.shadowRoot) : [])]);
        const looks = () => all(element.renderRoot).flatMap((part) => ["", "::before", "::after"].map((pseudo) => {
          const style = getComputedStyle(part, pseudo || null);
          return [style.color, style.backgroundColor, style.borderColor, style.borderStyle, style.textDecoration, style.outlineColor, style.stroke, style.fill, style.fontFamily, style.boxShadow, style.scrollMarginBlockEnd].join();
        })).join("\n");
        const usual = looks();
        const unseen = names.filter((name) => {
          const values = /-(sans|serif)$/.test(name) ? ["Testface"] : name.endsWith("-covered") ? ["99px"] : /-(person|organization|place|other|quote|reported|figure)-line$/.test(name) ? ["groove", "wavy"] : ["rgb(1, 2, 3)"];
          return values.every((value) => {
            element.style.setProperty(name, value);
            const seen = looks() !== usual;
            element.style.removeProperty(name);
            return !seen;
          });
        });
        // A part that the host styles is one that its style reaches.
        const style = document.head.appendChild(document.createElement("style"));
        const reached = (/** @type {string} */ part) => {
          style.textContent = `newsmark-article::part(${part}) { scroll-snap-stop: always; }`;
          return all(element.renderRoot).some((each) => getComputedStyle(each).scrollSnapStop === "always");
        };
        return { unseen, unreached: parts.filter((part) => !reached(part)) };
      }, [names, parts]);
      assert.deepEqual(unseen, []);
      assert.deepEqual(unreached, []);
    }));

  test("every event of the manifest is of its type, bubbles and leaves shadow roots", () =>
    withPage("<main></main>", async (page) => {
      const manifest = JSON.parse(await readFile(new URL("../lib/custom-elements.json", import.meta.url), "utf8"));
      const names = manifest.modules[0].declarations[0].events.map((/** @type {any} */ { name }) => name);
      const seen = await page.evaluate(async (/** @type {string[]} */ names) => {
        /** @type {Record<string, { at: string, carries: string[] }>} */
        const seen = {};
        for (const name of names) {
          document.addEventListener(name, (event) => {
            const carries = Object.entries(event).filter(([key, value]) => key !== "isTrusted" && value !== undefined).map(([key]) => key);
            seen[name] ??= { at: /** @type {Element} */ (event.target).localName, carries };
          });
        }
        const host = /** @type {Element} */ (document.querySelector("main"));
        const element = document.createElement("newsmark-article");
        element.legend = true;
        host.attachShadow({ mode: "open" }).append(element);
        // What leaves no shadow root is heard at its edge.
        element.addEventListener("change", ({ bubbles, composed }) => (seen["change"] = { at: `${bubbles} ${composed}`, carries: [] }));
        await element.annotate("“We heard a crash,” said Zoë Kamau. Three people were killed, police said.\n\n".repeat(1_400));
        await element.annotate("No day.", { published: "yesterday" }).catch(() => {});
        await element.annotate("“We heard a crash,” said Zoë Kamau.", { published: "2026-03-12" });
        element.find("crash");
        await element.updateComplete;
        /** @type {HTMLElement} */ (element.renderRoot.querySelectorAll(".finder button")[1]).click();
        const press = (/** @type {string} */ key) => element.renderRoot.querySelector("mark.chosen")?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
        await element.select(/** @type {any} */ (element.result).quotes[0].id);
        /** @type {HTMLElement} */ (element.renderRoot.querySelector("mark")).click();
        await element.updateComplete;
        for (const key of ["s", "?", "r"]) press(key);
        /** @type {HTMLElement} */ (element.renderRoot.querySelector(".legend button, .legend input")).click();
        await element.updateComplete;
        return seen;
      }, names);
      assert.deepEqual(seen, {
        "change": { at: "true false", carries: [] },
        "newsmark-result": { at: "main", carries: ["article", "text"] },
        "newsmark-error": { at: "main", carries: ["error"] },
        "newsmark-progress": { at: "main", carries: ["done"] },
        "newsmark-draw": { at: "main", carries: ["done"] },
        "newsmark-select": { at: "main", carries: ["id", "follow"] },
        "newsmark-voice": { at: "main", carries: ["voice"] },
        "newsmark-kinds": { at: "main", carries: ["kinds"] },
        "newsmark-words": { at: "main", carries: ["words"] },
        "newsmark-key": { at: "main", carries: ["command"] },
        "newsmark-help": { at: "main", carries: [] },
      });
      assert.deepEqual(Object.keys(seen).toSorted(), names.toSorted());
    }));

  test("letters behind marks and single keys can be switched off; what a form gives back is opened again; what is called off stays plain", () =>
    withPage(`<form><newsmark-article name="story" tags="off" shortcuts="off">${TEXT}</newsmark-article></form>`, async (page) => {
      await marked(page);
      const tags = () => page.evaluate(() => [...(document.querySelector("newsmark-article")?.shadowRoot?.querySelectorAll(".tag") ?? [])].filter((tag) => getComputedStyle(tag).display !== "none" && getComputedStyle(tag, "::after").content !== "none").length);
      assert.equal(await tags(), 0);
      await page.locator("newsmark-article mark.person").first().click();
      await page.keyboard.press("r");
      const outcome = await page.evaluate(async () => {
        const element = /** @type {NewsmarkArticle} */ (document.querySelector("newsmark-article"));
        const kept = element.corrections.length;
        const { value } = element;
        element.clear();
        element.formStateRestoreCallback(value);
        await element.updateComplete;
        const restored = element.value === value && element.matches(":state(ready)");
        const reading = element.annotate("Ruth Wanjala spoke.").catch((error) => error.code);
        await element.updateComplete;
        const busy = element.matches(":state(reading)");
        element.cancel();
        const code = await reading;
        await element.updateComplete;
        return { kept, restored, busy, code, marks: element.renderRoot.querySelectorAll("mark").length, reading: element.matches(":state(reading)") };
      });
      assert.deepEqual(outcome, { kept: 0, restored: true, busy: true, code: "aborted", marks: 0, reading: false });
      await page.evaluate(async () => {
        const element = /** @type {NewsmarkArticle} */ (document.querySelector("newsmark-article"));
        element.removeAttribute("tags");
        element.removeAttribute("shortcuts");
        await element.annotate();
      });
      assert.ok((await tags()) > 0);
      await page.locator("newsmark-article mark.person").first().click();
      await page.keyboard.press("r");
      await page.waitForFunction(() => document.querySelector("newsmark-article")?.matches(":state(edited)"));
    }));

  test("labels and messages of a host stand in place of the English words, in its own element alone, until they are taken back", () =>
    withPage(`<newsmark-article id="own" view="card correct lists" legend>${TEXT}</newsmark-article><newsmark-article id="other" legend>${TEXT}</newsmark-article>`, async (page) => {
      await marked(page);
      await page.locator("#other mark").first().waitFor();
      const said = async () => {
        return page.evaluate(async () => {
          const own = /** @type {NewsmarkArticle} */ (document.querySelector("#own"));
          await own.select(/** @type {any} */ (own.result).figures[0].id);
          await new Promise((resolve) => setTimeout(resolve, 50));
          const within = (/** @type {ParentNode} */ root, /** @type {string} */ selector) => [...root.querySelectorAll(selector)].map((part) => (part.textContent ?? "").replace(/\s+/g, " ").trim());
          /** @type {(root: ParentNode) => ParentNode[]} */
          const roots = (root) => [root, ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : []))];
          const inside = (/** @type {string} */ name, /** @type {string} */ selector) =>
            within(/** @type {ShadowRoot} */ (roots(own.renderRoot).map((root) => root.querySelector(name)).find(Boolean)?.shadowRoot), selector);
          return {
            legend: within(own.renderRoot, ".legend .name")[0],
            tag: /** @type {HTMLElement} */ (own.renderRoot.querySelector(".tag.of-person"))?.dataset["tag"],
            find: within(own.renderRoot, ".finder label")[0],
            tab: inside("newsmark-lists", "[role=tab]")[0],
            low: inside("newsmark-claims", ".of-low .sort")[0],
            harm: inside("newsmark-claims", "td.kind")[0],
            reject: inside("newsmark-correct", "button")[1],
            kind: inside("newsmark-card", ".kind")[0],
            why: inside("newsmark-card", ".why")[0],
          };
        });
      };
      const english = await said();
      assert.deepEqual([english.legend, english.tag, english.reject, english.kind], ["People", "PER", "Reject", "Killed"]);
      await page.evaluate(() => {
        const own = /** @type {NewsmarkArticle} */ (document.querySelector("#own"));
        own.labels = { kinds: { person: "Personen" }, tags: { person: "PN" }, harm: { killed: "Getötet" } };
        own.messages = {
          find: { label: "Im Text suchen" },
          tabs: { claims: "Zahlen" },
          claims: { columns: { low: "Mindestens" } },
          correct: { reject: "Ablehnen" },
          rule: (rule) => `Regel ${rule}.`,
        };
      });
      const german = await said();
      assert.deepEqual({ ...german, tab: german.tab?.split(" ")[0], why: german.why?.split(" ")[0] }, {
        legend: "Personen", tag: "PN", find: "Im Text suchen", tab: "Zahlen", low: "Mindestens", harm: "Getötet", reject: "Ablehnen", kind: "Getötet", why: "Regel",
      });
      assert.deepEqual(await page.locator("#other .legend .name").allTextContents(), ["People", "Organizations", "Places", "Other names", "Quotes", "Casualties"]);
      assert.equal(await page.locator("#own .legend .name").nth(1).textContent(), "Organizations", "what is not given stays English");
      await page.evaluate(() => Object.assign(/** @type {NewsmarkArticle} */ (document.querySelector("#own")), { labels: null, messages: null }));
      assert.deepEqual(await said(), english);
    }));

  test("its policy says what is in force, bounds what it reads and forbids it to keep anything", () =>
    withPage(`<newsmark-article persist="story">${TEXT}</newsmark-article>`, async (page) => {
      await marked(page);
      const outcome = await page.evaluate(async () => {
        const element = /** @type {NewsmarkArticle} */ (document.querySelector("newsmark-article"));
        const seen = [element.policy];
        element.policy = { maxLength: 20, storage: false };
        seen.push(element.policy);
        const code = await element.annotate("This text is longer than that.").catch((error) => error.code);
        const { length } = await element.annotate("Ruth Wanjala spoke.");
        const { mentions } = /** @type {any} */ (element.result);
        element.select(mentions[0].id);
        await element.updateComplete;
        element.edit({ layer: "mention", at: { start: 0, end: 12, words: "Ruth Wanjala", before: "", after: " spoke." }, kind: "person", change: { do: "reject" }, everywhere: false });
        const refused = [{ speed: 1 }, { requests: "no" }, { timeout: NaN }].map((policy) => {
          try {
            element.policy = /** @type {any} */ (policy);
            return null;
          } catch (error) {
            return /** @type {any} */ (error).message;
          }
        });
        return { seen, code, length, refused, corrections: element.corrections.length, stored: localStorage.length };
      });
      const usual = { requests: true, storage: true, maxLength: 20_000_000, timeout: 30_000 };
      assert.deepEqual(outcome.seen, [usual, { ...usual, maxLength: 20, storage: false }]);
      assert.deepEqual([outcome.code, outcome.length, outcome.corrections, outcome.stored], ["too-large", 19, 1, 0]);
      assert.match(outcome.refused[0], /no "speed", but requests, storage/);
      assert.match(outcome.refused[1], /"requests" of a policy is a boolean, not "no"/);
      assert.match(outcome.refused[2], /"timeout" of a policy is a number/);
    }));

  test("an engine of its own is ended with the element; two hundred elements leave nothing behind", () =>
    withPage("<main></main>", async (page) => {
      const session = await page.context().newCDPSession(page);
      const heap = async () => {
        await session.send("HeapProfiler.collectGarbage");
        return (await session.send("Runtime.getHeapUsage")).usedSize;
      };
      const rounds = () =>
        page.evaluate(async () => {
          for (let i = 0; i < 50; i++) {
            const pair = ["worker", null].map((engine) => {
              const element = document.createElement("newsmark-article");
              element.engine = /** @type {any} */ (engine);
              document.querySelector("main")?.append(element);
              return element;
            });
            await Promise.all(pair.map((element) => element.annotate(`Ruth Wanjala came ${i} times. “No,” she said.`)));
            await Promise.all(pair.map((element) => element.annotate(`Ruth Wanjala came twice. “No,” she said.`)));
            // Taken out and put in again, they read again, with an engine of their own again.
            for (const element of pair) element.remove();
            document.querySelector("main")?.append(...pair);
            await Promise.all(pair.map((element) => element.annotate(`Ruth Wanjala came back. “No,” she said.`)));
            for (const element of pair) element.remove();
          }
        });
      await rounds();
      const before = await heap();
      for (let i = 0; i < 3; i++) await rounds();
      for (let tries = 0; page.workers().length > 1 && tries < 50; tries++) await page.waitForTimeout(100);
      assert.equal(page.workers().length, 1, "the one that elements share");
      const grown = (await heap()) - before;
      assert.ok(grown < 2_000_000, `${grown} bytes more`);
    }));
});
