import { type TemplateResult, html, nothing } from "lit";
import type { WireRange } from "../engine/index.js";
import { direction } from "./direction.js";
import { type Lookup, oneLine } from "../engine/lookup.js";

/** The sentence that holds `words`, with them picked out where it has others too. */
export function sentence(lookup: Lookup, words: WireRange): TemplateResult | typeof nothing {
  const found = lookup.sentenceAt(words.start);
  if (!found) return nothing;
  if (found.start >= words.start && found.end <= words.end) return html`<span class="sentence" dir=${direction(lookup.words(words))}>${lookup.words(words)}</span>`;
  const before = lookup.text.slice(found.start, words.start);
  const after = lookup.text.slice(words.end, found.end);
  return html`<span class="sentence" dir=${direction(lookup.words(found))}>${joined(before)}<b>${lookup.words(words)}</b>${joined(after)}</span>`;
}

/** As `oneLine`, with the blanks at the ends that part the words around. */
function joined(text: string): string {
  return `${/^\s/.test(text) ? " " : ""}${oneLine(text)}${/\S\s+$/.test(text) ? " " : ""}`;
}
