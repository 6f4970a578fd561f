import { type TemplateResult, html, nothing } from "lit";
import type { Note } from "../engine/index.js";
import { direction } from "./direction.js";
import { NewsmarkList, type Section } from "./list.js";
import type { Lookup } from "../engine/lookup.js";
import { sentence } from "./sentence.js";
import { noteTitle, words } from "./words.js";

/** Up to how many characters words are short; from how many they are long. */
const [SHORT, LONG] = [40, 150];

/** What the copy desk should look at. */
export class NewsmarkNotes extends NewsmarkList {
  protected override get none(): string {
    return words.empty.notes;
  }


  protected sections(lookup: Lookup): Section[] {
    const { notes } = lookup.article;
    return [{ name: "notes", heading: () => nothing, rows: notes.map((note) => ({ id: note.id, content: () => content(lookup, note) })) }];
  }
}

function content(lookup: Lookup, note: Note): TemplateResult {
  return html`<span class="note-title">${noteTitle(note.kind)}</span>
    <span class="message">${words.noted(note)}</span>
    ${place(lookup, note)}`;
}

/** Enough words to know the place by: of a short one the sentence around it, of a long one its beginning. */
function place(lookup: Lookup, note: Note): TemplateResult | typeof nothing {
  const words = lookup.words(note);
  if (words.length < SHORT) return sentence(lookup, note);
  const shown = words.length > LONG ? `${words.slice(0, LONG).replace(/\s+\S*$/, "")} …` : words;
  return html`<span class="sentence" dir=${direction(shown)}>${shown}</span>`;
}
