/** The articles that are open, one on top. */

import { type TemplateResult, html } from "lit";
import type { History } from "newsmark/corrections";
import { words } from "./words.js";

/** An open article as the reader gave it. */
export interface Sheet {
  /** The file's name; null for what was pasted. */
  name: string | null;
  text: string;
  published: string | null;
  /** What was corrected in it. */
  history: History;
}

/** What a sheet is called: its file, else its first words. */
export function titleOf({ name, text }: Sheet): string {
  const [first = ""] = text.trim().split("\n", 1);
  const title = name ?? first;
  return title === "" ? words.sheets.untitled : title.length > 40 ? `${title.slice(0, 36).trimEnd()} …` : title;
}

/** The open articles as a row of buttons; nothing to choose from where there is one. */
export function sheetRow(sheets: readonly Sheet[], at: number, turn: (to: number) => void, close: (which: number) => void): TemplateResult {
  return html`<nav class="sheets" aria-label=${words.sheets.label}>
    <ul>
      ${sheets.map((sheet, i) => {
        const title = titleOf(sheet);
        return html`<li class=${i === at ? "current" : ""}>
          <button type="button" class="turn" aria-current=${i === at ? "true" : "false"} dir="auto" @click=${() => turn(i)}>${title}</button>
          <button type="button" class="close" aria-label=${words.sheets.close(title)} @click=${() => close(i)}>×</button>
        </li>`;
      })}
    </ul>
  </nav>`;
}
