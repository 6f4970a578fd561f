// How fast the page is, in Chromium, as medians: `node benches/page.js [runs]` once the page has been built.
// Ten thousand words, pasted by a reader who has looked at the page for two seconds: the time to the first marks that
// are on the screen and to all of them, then typing in them, scrolling through them.
// Tasks of the page's main thread are told by the clock and by the processor's time, which other work on the
// machine does not lengthen.

import { tenThousandWords } from "../www/tests/support/ten-thousand.js";
import { executablePath, launch } from "../www/tests/support/chromium.js";

const runs = Number(process.argv[2] ?? 7);
const text = tenThousandWords();
if (!executablePath) {
  console.log("page    not measured: no Chromium here");
  process.exit();
}
const chromium = await launch();

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
/** @type {Map<string, number[]>} */
const measured = new Map();
const note = (/** @type {string} */ name, /** @type {number} */ value) => measured.set(name, [...(measured.get(name) ?? []), value]);

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: any }} Event */

/**
 * The tasks of the page's threads while `work` goes on, and the page's own marks of time.
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<unknown>} work
 */
async function traced(page, work) {
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ["toplevel", "devtools.timeline", "blink.user_timing"] });
  await page.evaluate(() => void performance.mark("traced"));
  await work();
  /** @type {{ traceEvents: Event[] }} */
  const { traceEvents } = JSON.parse(String(await browser?.stopTracing()));
  const own = traceEvents.filter(({ pid }) => pid === traceEvents.find(({ name }) => name === "traced")?.pid);
  const main = own.find(({ name }) => name === "traced")?.tid;
  const tasks = own.filter(({ ph, name }) => ph === "X" && name === "ThreadControllerImpl::RunTask");
  return { tasks, main: tasks.filter(({ tid }) => tid === main), at: (/** @type {string} */ mark) => own.find(({ name }) => name === mark)?.ts ?? 0 };
}

/**
 * Notes the longest task of the main thread while `work` goes on.
 * @param {import("playwright-core").Page} page
 * @param {string} name
 * @param {() => Promise<unknown>} work
 */
async function longestTask(page, name, work) {
  const { main } = await traced(page, work);
  const longest = (/** @type {"dur" | "tdur"} */ kind) => Math.max(0, ...main.map((task) => (task[kind] ?? 0) / 1000));
  note(`${name}: longest task, processor ms`, longest("tdur"));
  note(`${name}: longest task, clock ms`, longest("dur"));
}

/** Pastes in the page, and waits for the first marks and for all of them. @param {string} text */
async function paste(text) {
  const article = /** @type {HTMLElement} */ (document.querySelector("newsmark-article"));
  const root = /** @type {ShadowRoot} */ (article.shadowRoot);
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const marked = () => /** @type {any} */ (article).result?.length === text.length && root.querySelector("mark") !== null;
  const whole = () => !root.querySelector(".plain") && !document.querySelector(".work");
  // What is there when a frame begins is on the screen when it has ended.
  const seen = (/** @type {() => boolean} */ there) => new Promise((resolve) => requestAnimationFrame(() => {
    const is = there();
    setTimeout(() => resolve(is));
  }));
  const began = performance.now();
  performance.mark("pasted");
  document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
  while (!(await seen(marked)));
  performance.mark("marked");
  const first = performance.now() - began;
  while (!(await seen(whole)));
  return { first, all: performance.now() - began };
}

/** @param {import("playwright-core").Page} page */
async function run(page) {
  await page.waitForTimeout(2000);
  let [first, all] = [0, 0];
  const pasted = await traced(page, async () => ({ first, all } = await page.evaluate(paste, text)));
  note("first marks after paste, clock ms", first);
  const until = pasted.tasks.filter(({ ts }) => ts >= pasted.at("pasted") && ts < pasted.at("marked"));
  note("first marks, processor ms of page and engine", until.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0));
  note("all marks, clock ms", all);

  /** @type {number[]} */
  let frames = [];
  await longestTask(page, "scrolling", async () => {
    frames = await page.evaluate(async () => {
      const lengths = [];
      let last = await new Promise(requestAnimationFrame);
      for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
        scrollTo(0, y);
        const now = await new Promise(requestAnimationFrame);
        lengths.push(now - last);
        last = now;
      }
      scrollTo(0, 0);
      return lengths;
    });
  });
  note("scrolling: a frame, clock ms", median(frames));

  await longestTask(page, "opening the editor", async () => {
    await page.evaluate((edit) => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".tools button"))].find(({ textContent }) => textContent === edit)?.click(), "Edit");
    await page.locator("#editor").waitFor();
  });
  await page.evaluate(() => {
    const editor = /** @type {HTMLTextAreaElement} */ (document.querySelector("#editor"));
    editor.setSelectionRange(editor.value.length >> 1, editor.value.length >> 1);
  });
  // At a quick writer's pace, with rests in which the text is read again.
  await longestTask(page, "typing", async () => {
    for (const words of ["Another 12 people died in Nantes, ", "police said on Tuesday. "]) {
      await page.keyboard.type(words, { delay: 60 });
      await page.waitForTimeout(900);
    }
  });
}

for (let i = 0; i < runs; i++) await chromium.withPage("hosted", {}, run);
await chromium.close();

console.log(`page    ${text.split(/\s+/).length} words, ${runs} runs, medians`);
for (const [name, values] of measured) console.log(`page    ${name.padEnd(52)} ${median(values).toFixed(0).padStart(6)}   (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`);
