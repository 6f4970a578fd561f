// Builds the page twice from the package: the site in dist/site, and dist/newsmark.html, which is
// the same page in one file that needs no server.

import { rm } from "node:fs/promises";
import { single } from "./single.js";
import { site } from "./site.js";

const dist = new URL("../../dist/", import.meta.url);
await rm(dist, { recursive: true, force: true });
await site(new URL("site/", dist));
await single(new URL("newsmark.html", dist));
