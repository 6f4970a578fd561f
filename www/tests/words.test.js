// Every word that the interface shows stands in words.ts, ready to be translated: none in a template.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

/** The literal parts of all `html` templates of a source, without what is put into them. @param {string} source */
function templates(source) {
  const found = [];
  for (const { index, 0: begin } of source.matchAll(/\bhtml`/g)) {
    let [text, depth] = ["", 0];
    for (let i = index + begin.length; i < source.length; i++) {
      if (depth === 0 && source[i] === "`") break;
      if (depth === 0 && source.startsWith("${", i)) depth = Number(Boolean((i += 1)));
      else if (depth > 0 && source[i] === "{") depth += 1;
      else if (depth > 0 && source[i] === "}") {
        depth -= 1;
        text += "§";
      } else if (depth === 0) text += source[i];
    }
    found.push(text);
  }
  return found;
}

for (const folder of ["page", "elements"]) {
  test(`no words in the templates of ${folder}/`, async () => {
    const at = new URL(`../${folder}/`, import.meta.url);
    /** @type {string[]} */
    const strays = [];
    for (const name of (await readdir(at)).filter((name) => name.endsWith(".ts") && !name.includes(".css."))) {
      for (const template of templates(await readFile(new URL(name, at), "utf8"))) {
        const shown = template.replace(/<[^>]*>/gs, " ");
        const told = [...template.matchAll(/\b(?:aria-label|aria-description|placeholder|title|alt)="([^"]*)"/g)].map(([, words]) => words ?? "");
        for (const words of [shown, ...told]) if (/\p{L}{2,}/u.test(words)) strays.push(`${name}: ${words.trim().slice(0, 60)}`);
      }
    }
    assert.deepEqual(strays, []);
  });
}

test("templates are found, with what is literal in them", () => {
  assert.deepEqual(templates("html`<p title=\"No\">a ${b ? html`c` : `${d}`} e</p>`").length, 2);
  assert.match(templates("html`<p>Stray ${word}</p>`")[0] ?? "", /Stray §/);
});
