/** Finding words in the text. */

import { type TemplateResult, html } from "lit";
import type { Stretch } from "./segments.js";
import { words } from "./words.js";

/** Where `query` stands in `text`: capitals do not matter, and a blank is any white space, a wrapped line too. */
export function findAll(text: string, query: string): Stretch[] {
  const wanted = query.trim();
  if (wanted === "") return [];
  const pattern = wanted.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s+");
  return [...text.matchAll(new RegExp(pattern, "giu"))].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** What is looked for, and which place of it the reader is at. */
export class Finding {
  query = "";
  places: readonly Stretch[] = [];
  /** Which of the places; -1: none yet. */
  at = -1;

  get here(): Stretch | null {
    return this.places[this.at] ?? null;
  }

  /** Looks for `query` in `text`, from the beginning. */
  look(text: string, query: string): void {
    this.query = query;
    this.places = findAll(text, query);
    this.at = -1;
  }

  /** Goes to the next or the previous place, round and round. */
  go(by: 1 | -1): void {
    const count = this.places.length;
    if (count > 0) this.at = this.at < 0 && by < 0 ? count - 1 : (this.at + by + count) % count;
  }
}

/** The field to find words with. `look` is told the words, `go` to go on or back, `leave` to stop. */
export function finder({ query, places, at }: Finding, look: (query: string) => void, go: (by: 1 | -1) => void, leave: () => void): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
  };
  const { find } = words;
  return html`<div class="finder" part="finder" role="search">
    <label for="find">${find.label}</label>
    <span class="field">
      <input id="find" type="search" autocomplete="off" spellcheck="false" .value=${query} @input=${(event: Event) => look((event.target as HTMLInputElement).value)} @keydown=${onKey} />
      <button type="button" aria-label=${find.previous} ?disabled=${places.length === 0} @click=${() => go(-1)}>↑</button>
      <button type="button" aria-label=${find.next} ?disabled=${places.length === 0} @click=${() => go(1)}>↓</button>
      <span class="found-count" aria-live="polite">${query.trim() === "" ? "" : find.count(at + 1, places.length)}</span>
    </span>
  </div>`;
}
