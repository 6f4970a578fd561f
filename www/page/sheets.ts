/** An open article, and a pile of them with one on top. */

import { type TemplateResult, html } from "lit";
import { type History, NO_HISTORY } from "newsmark/corrections";
import { PAGE as words } from "newsmark/words";
import { isCorrection } from "./saved.js";

/** An open article as the reader gave it. */
export interface Sheet {
  /** The file's name; null for what was pasted. */
  name: string | null;
  text: string;
  published: string | null;
  /** What was corrected in it. */
  history: History;
}

/** All that is open. */
export interface Pile {
  readonly sheets: readonly Sheet[];
  /** Which is on top. */
  readonly at: number;
}

/** A sheet of a text that nobody has corrected yet. */
export function sheetOf(text: string, published: string | null = null, name: string | null = null): Sheet {
  return { name, text, published, history: NO_HISTORY };
}

/** The pile with sheets more, the first of them on top. */
export function added({ sheets }: Pile, more: readonly Sheet[]): Pile {
  return { sheets: [...sheets, ...more], at: sheets.length };
}

/** The pile with a sheet in the place of the one on top; on top of it where that has been corrected. */
export function put(pile: Pile, sheet: Sheet): Pile {
  const { sheets, at } = pile;
  return sheets[at]!.history.log.length > 0 ? added(pile, [sheet]) : { sheets: sheets.with(at, sheet), at };
}

/** The pile without a sheet. */
export function closed({ sheets, at }: Pile, which: number): Pile {
  const left = sheets.filter((_, i) => i !== which);
  return { sheets: left, at: Math.min(at > which ? at - 1 : at, left.length - 1) };
}

/** What a sheet is called: its file, else its first words. */
export function titleOf({ name, text }: Sheet): string {
  const [first = ""] = text.trim().split("\n", 1);
  const title = name ?? first;
  return title === "" ? words.sheets.untitled : title.length > 40 ? `${title.slice(0, 36).trimEnd()} …` : title;
}

/** The open articles as a row of buttons; nothing to choose from where there is one. */
export function sheetRow({ sheets, at }: Pile, turn: (to: number) => void, close: (which: number) => void): TemplateResult {
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

/** Whether a value that was kept is a sheet. */
export function isSheet(value: unknown): value is Sheet {
  const { name, text, published, history } = (value ?? {}) as Partial<Sheet>;
  const told = (words: unknown) => words === null || typeof words === "string";
  const isLog = (log: unknown) => Array.isArray(log) && log.every(isCorrection);
  const { log, past, future } = (history ?? {}) as Partial<History>;
  return told(name) && typeof text === "string" && told(published) && isLog(log) && [past, future].every((logs) => Array.isArray(logs) && logs.every(isLog));
}
