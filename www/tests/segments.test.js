import assert from "node:assert/strict";
import { test } from "node:test";
import { segments } from "newsmark/elements";

/** Segments as `start-end:names`. @param {[string, number, number][]} spans */
function cut(/** @type {number} */ from, /** @type {number} */ to, spans) {
  const named = spans.map(([name, start, end]) => ({ name, start, end }));
  return segments(from, to, named).map(({ start, end, spans }) => `${start}-${end}:${spans.map(({ name }) => name).join("")}`);
}

for (const { name, spans, expected } of /** @type {{ name: string, spans: [string, number, number][], expected: string[] }[]} */ ([
  { name: "nothing", spans: [], expected: ["0-10:"] },
  { name: "one", spans: [["a", 2, 5]], expected: ["0-2:", "2-5:a", "5-10:"] },
  { name: "at both ends", spans: [["a", 0, 10]], expected: ["0-10:a"] },
  { name: "nested", spans: [["a", 1, 9], ["b", 3, 5]], expected: ["0-1:", "1-3:a", "3-5:ab", "5-9:a", "9-10:"] },
  { name: "crossing", spans: [["a", 1, 6], ["b", 4, 8]], expected: ["0-1:", "1-4:a", "4-6:ab", "6-8:b", "8-10:"] },
  { name: "touching", spans: [["a", 1, 4], ["b", 4, 6]], expected: ["0-1:", "1-4:a", "4-6:b", "6-10:"] },
  { name: "the same twice", spans: [["a", 2, 4], ["b", 2, 4]], expected: ["0-2:", "2-4:ab", "4-10:"] },
  { name: "three deep, in any order", spans: [["c", 4, 5], ["a", 0, 10], ["b", 3, 6]], expected: ["0-3:a", "3-4:ab", "4-5:cab", "5-6:ab", "6-10:a"] },
  { name: "sticking out", spans: [["a", -5, 3], ["b", 8, 20]], expected: ["0-3:a", "3-8:", "8-10:b"] },
  { name: "elsewhere or empty", spans: [["a", 10, 12], ["b", -3, 0], ["c", 5, 5]], expected: ["0-10:"] },
])) {
  test(`cuts ${name}`, () => assert.deepEqual(cut(0, 10, spans), expected));
}

test("covers every stretch without gap, with what covers it", () => {
  let seed = 7;
  const random = (/** @type {number} */ below) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 200; round++) {
    const spans = Array.from({ length: random(8) }, () => ({ start: random(30) - 5, end: random(30) - 5 })).map(({ start, end }) => ({ start: Math.min(start, end), end: Math.max(start, end) }));
    const cut = segments(0, 20, spans);
    for (let at = 0; at < 20; at++) {
      const here = cut.filter(({ start, end }) => start <= at && at < end);
      assert.equal(here.length, 1);
      assert.deepEqual(here[0]?.spans, spans.filter(({ start, end }) => start <= at && at < end));
    }
  }
});

test("an empty stretch has no segments", () => assert.deepEqual(cut(4, 4, [["a", 0, 9]]), []));
