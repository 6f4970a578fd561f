// Large text and close looks (WCAG 1.4.4, 1.4.10, 1.4.12): in every state all is there, nothing is cut off, every control can be used.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chromium, skip } from "./support/desk.js";
import { STATES } from "./support/states.js";

/** @typedef {import("playwright-core").Page} Page */

/** What does not fit, a line each. Runs in the page. */
function unfit() {
  /** @type {string[]} */
  const found = [];
  const told = (/** @type {Element} */ element) => `${element.localName}.${element.className} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 40)}”`;
  /** @type {Element[]} */
  const all = [];
  const walk = (/** @type {Document | ShadowRoot | Element} */ root) => {
    for (const element of root.querySelectorAll("*")) {
      all.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document.querySelector("dialog[open]") ?? document);
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push(`the page scrolls sideways by ${document.documentElement.scrollWidth - document.documentElement.clientWidth}`);
  const seen = (/** @type {Element} */ element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !element.closest(".off-screen");
  /** Whether the middle of an element, as far as it is in the window, is on top there. */
  const onTop = (/** @type {Element} */ element) => {
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const middle = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ end) => (Math.max(0, from) + Math.min(end, to)) / 2;
    const [x, y] = [middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)];
    let top = document.elementFromPoint(x, y);
    while (top?.shadowRoot) {
      const inside = top.shadowRoot.elementFromPoint(x, y);
      if (!inside || inside === top) break;
      top = inside;
    }
    return top !== null && (element.contains(top) || top.contains(element) || (top.localName === "label" && top.contains(element)));
  };
  for (const element of all.filter(seen)) {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    const text = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    // Text that its own box cuts off, and cannot be scrolled to.
    if (text && element.localName !== "textarea" && (overflowX === "hidden" || overflowX === "clip" || textOverflow === "ellipsis") && element.scrollWidth > element.clientWidth + 1) found.push(`cut at its side: ${told(element)}`);
    if (text && element.localName !== "textarea" && (overflowY === "hidden" || overflowY === "clip") && element.scrollHeight > element.clientHeight + 1) found.push(`cut below: ${told(element)}`);
    if (!element.matches("button, select, input:not([type=file]), textarea, summary, a[href]") || element.matches(":disabled")) continue;
    // Wherever the reader scrolls it to.
    const free = /** @type {const} */ (["center", "start", "end"]).some((block) => {
      element.scrollIntoView({ block, inline: "nearest" });
      return onTop(element);
    });
    if (!free) found.push(`under something: ${told(element)}`);
    const box = element.getBoundingClientRect();
    if (box.left < -1 || box.right > innerWidth + 1) found.push(`beside the window: ${told(element)} ${Math.round(box.left)} to ${Math.round(box.right)}`);
    if (element.localName === "button" && element.scrollWidth > element.clientWidth + 1) found.push(`words stick out: ${told(element)}`);
  }
  return [...new Set(found)];
}

/** Has every element, in shadow trees too, follow `css`. */
const styled = (/** @type {string} */ css) => (/** @type {Page} */ page) =>
  page.addInitScript((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      queueMicrotask(() => root.adoptedStyleSheets.push(sheet));
      return root;
    };
    document.adoptedStyleSheets.push(sheet);
  }, css);

const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

/** @type {[string, import("./support/chromium.js").Options][]} */
const VIEWS = [
  ["400 % of 1280 by 1024", { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
  ["letters twice as large", { viewport: { width: 1280, height: 900 }, before: styled("html { font-size: 200% }") }],
  ["letters twice as large on a phone", { viewport: { width: 360, height: 740 }, before: styled("html { font-size: 200% }") }],
  ["text spaced out", { viewport: { width: 1280, height: 900 }, before: styled(SPACING) }],
  ["text spaced out on a phone", { viewport: { width: 320, height: 640 }, before: styled(SPACING) }],
];

describe("seen close up", { skip }, () => {
  for (const [name, options] of VIEWS) {
    test(`${name}: everything fits, in every state`, () =>
      chromium.withPage("hosted", options, async (page) => {
        /** @type {string[]} */
        const found = [];
        for (const [state, reach] of STATES) {
          await reach(page);
          found.push(...(await page.evaluate(unfit)).map((fault) => `${state}: ${fault}`));
        }
        assert.equal(found.join("\n"), "");
      }));
  }
});
