// The copy desk's checks on the page: every kind, each at its place and with what to do.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createAnnotator } from "newsmark";
import { MESSAGES } from "newsmark/words";
import { chromium, mark, paste, skip } from "./support/desk.js";

/** An article in which nothing was checked: each kind of note, and words of what is to be done. @type {Record<string, RegExp>} */
const NOTES = {
  "Figure without a source": /Say who gives it/,
  "Figures differ": /killed: 3 \(police\) against 5 \(fire service\)\. Say which is later/,
  "Headline differs": /the headline says nine, the text five\. Make them agree/,
  "Quote without a speaker": /Say who/,
  "Mismatched marks": /\./,
  "Name spelled two ways": /Petrosyan.*Petrosian|Petrosian.*Petrosyan/,
  "Surname before full name": /Give the full name first/,
  "Weekday differs": /2026-03-05 is a Thursday, not a Monday\. Check/,
  "Acronym never spelled out": /AFRC/,
  "Hidden characters": /zero-width space.*Delete it/,
  "Look-alike letters": /Cyrillic.*Type it again/,
  "Left over from a web page": /Take it out/,
};

const TEXT = `Fire in Lyon kills nine

Three people died in a fire in Lyon on Monday, 5 March 2026, the police said. The fire service said five people were killed.

Laurent saw it from the street. Anne Laurent, a nurse, said the doors were locked. Prime Minister Arman Petrosyan met his guest. Mr. Petrosian later left for the capital.

Ana Reyes, the mayor, said: "We will repair the bridge before winter.' She left.

Two children were injured in the yard. The AFRC said that its members would vote. On Tuesday the AFRC voted. Ann\u200bette Moreau lives next door. The talks in P\u0430ris went on.

The film "The Road" was shown in its day.

The rain fell for days.

It was cold. "It is far too dangerous for anyone to cross the bridge today." Trees stood in the water.

Share on Facebook
`;

test("an article can have them all", async () => {
  const annotator = createAnnotator({ worker: false });
  const { notes } = await annotator.annotate(TEXT);
  annotator.dispose();
  const kinds = new Set(notes.map(({ kind }) => kind));
  assert.equal(kinds.size, Object.keys(NOTES).length);
  assert.deepEqual(Object.keys(MESSAGES.note).toSorted(), [...kinds].toSorted());
});

describe("notes", { skip }, () => {
  test("say what to do, of every kind, and lead to their place", () =>
    chromium.withPage("hosted", {}, async (page) => {
      await paste(page, TEXT);
      await mark(page, "person", "Anne Laurent").first().waitFor();
      await page.getByRole("tab", { name: /^Notes \d/ }).click();
      const rows = page.locator("newsmark-notes .row");
      for (const [title, advice] of Object.entries(NOTES)) {
        const row = rows.filter({ has: page.locator(".note-title", { hasText: new RegExp(`^${title}$`) }) }).first();
        assert.match((await row.locator(".message").textContent()) ?? "", advice, title);
        assert.match((await row.locator(".message").textContent()) ?? "", /\. [A-Z]|\.$/, `${title} says what to do`);
      }
      await rows.filter({ hasText: "Give the full name first" }).click();
      await page.locator("newsmark-article .chosen", { hasText: "Laurent" }).first().waitFor();
    }));
});
