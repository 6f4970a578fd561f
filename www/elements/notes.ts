import { type TemplateResult, html, nothing } from "lit";
import type { Note } from "../engine/index.js";
import { NewsmarkList, type Section } from "./list.js";
import type { Lookup } from "../engine/lookup.js";
import { noteTitle, words } from "./words.js";

/** What the copy desk should look at. */
export class NewsmarkNotes extends NewsmarkList {
  protected readonly none = words.empty.notes;

  protected sections(lookup: Lookup): Section[] {
    const { notes } = lookup.article;
    return [{ name: "notes", heading: () => nothing, rows: notes.map((note) => ({ id: note.id, content: () => content(lookup, note) })) }];
  }
}

function content(lookup: Lookup, note: Note): TemplateResult {
  return html`<span class="note-title">${noteTitle(note.kind)}</span>
    <span class="message">${note.message}</span>
    <span class="sentence" dir="auto">${excerpt(lookup.words(note))}</span>`;
}

/** Enough words to know the place by. */
function excerpt(words: string): string {
  return words.length > 160 ? `${words.slice(0, 150).replace(/\s+\S*$/, "")} …` : words;
}
