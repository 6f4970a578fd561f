/** Results from elsewhere, looked over before they are shown. */

import { type Article, NewsmarkError } from "../engine/index.js";
import { messageOf } from "../engine/error.js";

const LISTS = ["blocks", "sentences", "entities", "mentions", "quotes", "figures", "ledger", "dates", "quantities", "notes"] as const;

/** A result with its text, from JSON or as it is; throws `bad-import` and says what is wrong. */
export function opened(result: string | Article): Article & { text: string } {
  const article = parsed(result) as Partial<Article> | null;
  if (typeof article !== "object" || article === null) throw bad("it is no object");
  if (article.version !== 1) throw bad(`its version is ${JSON.stringify(article.version)}, and version 1 can be read`);
  if (typeof article.text !== "string") throw bad("it was saved without its text");
  if (article.offsetUnit !== "utf16") throw bad(`it counts in ${article.offsetUnit}, and an element in utf16: annotate with those offsets`);
  if (article.length !== article.text.length) throw bad(`it is of a text of ${article.length} units, and its own has ${article.text.length}`);
  const missing = LISTS.filter((list) => !Array.isArray(article[list]));
  if (missing.length > 0) throw bad(`it has no ${missing.join(", ")}`);
  return article as Article & { text: string };
}

function parsed(result: string | Article): unknown {
  if (typeof result !== "string") return result;
  try {
    return JSON.parse(result);
  } catch (thrown) {
    throw bad(messageOf(thrown));
  }
}

function bad(why: string): NewsmarkError {
  return new NewsmarkError("bad-import", `This is no Newsmark result: ${why}.`);
}
