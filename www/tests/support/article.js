// Results made by hand, for tests of what is done with them.

/** @typedef {import("newsmark").Article} Article */

/**
 * A result of `text`: nothing in it but what is given.
 * @param {string} text
 * @param {Partial<Article>} [parts]
 * @returns {Article}
 */
export function articleOf(text, parts = {}) {
  return {
    version: 1, engine: "test", offsetUnit: "utf16", id: null, title: null, published: null, text, length: text.length,
    blocks: [], sentences: [], entities: [], mentions: [], quotes: [], figures: [], ledger: [], dates: [], quantities: [], notes: [],
    ...parts,
  };
}

/**
 * Where `words` stand in `text`.
 * @param {string} text
 * @param {string} words
 */
export function at(text, words) {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start, end: start + words.length };
}

/**
 * A figure of `words`, whose number is `number`.
 * @param {string} text
 * @param {string} words
 * @param {string} number
 * @param {Partial<import("newsmark").Figure>} [more]
 * @returns {import("newsmark").Figure}
 */
export function figureOf(text, words, number, more = {}) {
  const place = at(text, words);
  const within = place.start + words.indexOf(number);
  return {
    id: "f1", kind: "killed", ...place, number: { start: within, end: within + number.length }, cue: [], low: null, high: null, bound: "exact",
    victims: null, side: null, source: null, hedged: false, date: null, place: null, origin: "automatic", rule: "test/test",
    ...more,
  };
}
