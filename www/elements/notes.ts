import { type TemplateResult, html } from "lit";
import { NewsmarkList } from "./list.js";
import type { Lookup } from "../engine/lookup.js";
import { noteTitle, words } from "./words.js";

/** What the copy desk should look at. */
export class NewsmarkNotes extends NewsmarkList {
  protected readonly none = words.empty.notes;

  protected rows(lookup: Lookup): TemplateResult | null {
    const { notes } = lookup.article;
    if (notes.length === 0) return null;
    return html`<ul class="rows">
      ${notes.map((note) =>
        this.row(
          note.id,
          html`<span class="note-title">${noteTitle(note.kind)}</span>
            <span class="message">${note.message}</span>
            <span class="sentence" dir="auto">${excerpt(lookup.words(note))}</span>`,
        ),
      )}
    </ul>`;
  }
}

/** Enough words to know the place by. */
function excerpt(words: string): string {
  return words.length > 160 ? `${words.slice(0, 150).replace(/\s+\S*$/, "")} …` : words;
}
