// Texts like the project's own articles that nobody saw before: other names and other numbers in each.
import { readFileSync, readdirSync } from "node:fs";

const FOLDER = new URL("../../tests/articles/", import.meta.url);
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith(".txt")).sort();
const ARTICLES = NAMES.map((name) => readFileSync(new URL(name, FOLDER), "utf8"));
const SYLLABLES = "ba be chi da do fa gu ha jo ka ko la li ma mo na ne o pa ri ro sa shi ta te u va wi ya ze".split(" ");
const ENDINGS = ["", "n", "r", "s", "m", "k", "tz"];

/** So many texts of `length` characters; the same ones for the same seed. */
export function freshTexts(length, count, seed) {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, i) => {
    let text = "";
    for (let at = i; text.length < length; at++) text += renewed(ARTICLES[at % ARTICLES.length], random) + "\n\n";
    return text.slice(0, length);
  });
}

/** The article with the names and numbers in the middle of sentences changed, each everywhere alike. */
function renewed(article, random) {
  const names = new Map();
  return article
    .replace(/(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/gu, (name) => {
      if (!names.has(name)) names.set(name, random() < 0.7 ? invented(random) : name);
      return names.get(name);
    })
    .replace(/\d+/g, (digits) => digits.replace(/\d/g, (digit) => (digit === "0" ? "0" : 1 + Math.floor(random() * 9))));
}

function invented(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join("") + pick(ENDINGS);
  return word[0].toUpperCase() + word.slice(1);
}

/** Numbers from 0 up to 1, from a linear congruential generator. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
