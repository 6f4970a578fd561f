/** The row of buttons at the top of the page. */

import { type TemplateResult, html, nothing } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { History } from "newsmark/corrections";
import { PAGE as words } from "newsmark/words";

/** What the buttons do. */
export interface Actions {
  paste(): void;
  open(files: readonly File[]): void;
  edit(): void;
  sample(): void;
  publish(day: string | null): void;
  names(): void;
  compare(): void;
  undo(): void;
  redo(): void;
  copyClaims(): void;
  save(): void;
  saveAs(): void;
  help(): void;
}

const FILES = ".txt,.text,.md,.markdown,.html,.htm,.docx,.odt,.json,text/plain,text/html,text/markdown";
const picker = createRef<HTMLInputElement>();

/** The buttons; undo and redo come with the first correction. */
export function tools(published: string | null, history: History, actions: Actions): TemplateResult {
  const onPick = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = "";
    actions.open(files);
  };
  return html`<div class="tools">
    <button type="button" class="first" @click=${actions.paste}>${words.paste}</button>
    <button type="button" @click=${() => picker.value?.click()}>${words.open}</button>
    <input ${ref(picker)} type="file" accept=${FILES} multiple hidden @change=${onPick} />
    <button type="button" @click=${actions.edit}>${words.edit}</button>
    <button type="button" class="more-tools" aria-expanded="false" @click=${showAll}>${words.moreTools}</button>
    <button type="button" class="second" @click=${actions.sample}>${words.sample}</button>
    <label class="published second">${words.published} <input type="date" .value=${published ?? ""} @change=${(event: Event) => actions.publish((event.target as HTMLInputElement).value || null)} /></label>
    <button type="button" class="second" @click=${actions.names}>${words.names}</button>
    <button type="button" class="second" @click=${actions.compare}>${words.compare.button}</button>
    <span class="gap"></span>
    ${history.log.length + history.past.length + history.future.length === 0
      ? nothing
      : html`<button type="button" ?disabled=${history.past.length === 0} @click=${actions.undo}>${words.undo}</button>
          <button type="button" ?disabled=${history.future.length === 0} @click=${actions.redo}>${words.redo}</button>`}
    <button type="button" class="second" @click=${actions.copyClaims}>${words.copyClaims}</button>
    <button type="button" class="second" @click=${actions.save}>${words.save}</button>
    <button type="button" class="second" @click=${actions.saveAs}>${words.saveAs.button}</button>
    <button type="button" class="second" @click=${actions.help}>${words.helpButton}</button>
  </div>`;
}

/** Shows on a phone what stands behind one button there. */
function showAll(event: Event): void {
  const button = event.currentTarget as HTMLElement;
  const all = button.parentElement?.classList.toggle("all") ?? true;
  button.setAttribute("aria-expanded", String(all));
}
