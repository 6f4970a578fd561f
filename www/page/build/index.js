// Builds the page twice from the package: the site in dist/site, and dist/newsmark.html, which is
// the same page in one file that needs no server. A file of words, if one is given, makes it speak another language.

import { rm } from "node:fs/promises";
import { single } from "./single.js";
import { site } from "./site.js";
import { wordsOf } from "./words.js";

const dist = new URL("../../dist/", import.meta.url);
const words = await wordsOf(process.argv[2]);
await rm(dist, { recursive: true, force: true });
await site(new URL("site/", dist), words);
await single(new URL("newsmark.html", dist), words);
