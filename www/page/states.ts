/** What the page says while it works, where there is no article, and where it could not read one. */

import { type TemplateResult, html } from "lit";
import type { NewsmarkError } from "newsmark";
import { PAGE as words } from "newsmark/words";

/** What is under way; `done` from 0 to 1, null where nobody knows. */
export interface Work {
  doing: "reading" | "marking";
  done: number | null;
}

/** A line for work that takes its time; short work is over before it shows. */
export function working({ doing, done }: Work, stop: () => void): TemplateResult {
  return html`<p class="work">
    <label>${words[doing]} ${done === null ? html`<progress></progress>` : html`<progress .value=${done}></progress>`}</label>
    <button type="button" @click=${stop}>${words.cancel}</button>
  </p>`;
}

/** There is no article. */
export function empty(): TemplateResult {
  return html`<div class="notice">
    <h2>${words.emptyTitle}</h2>
    <p>${words.empty}</p>
  </div>`;
}

/** The article could not be read. */
export function failed({ code, message }: NewsmarkError, again: () => void): TemplateResult {
  return html`<div class="notice failed">
    <h2>${words.failedTitle}</h2>
    <p>${words.failed[code](message)}</p>
    <button type="button" @click=${again}>${words.again}</button>
  </div>`;
}

/** Not everything is shown. */
export function only(what: string, everything: () => void): TemplateResult {
  return html`<div class="only">
    <p>${what}</p>
    <button type="button" @click=${everything}>${words.everything}</button>
  </div>`;
}
