/** Colours, lines and type: custom properties that a page can set, with what stands in where it does not. */

import { css } from "lit";

export const colours = css`
  :host {
    --person: var(--newsmark-person, light-dark(#0072b2, #6fbdf0));
    --organization: var(--newsmark-organization, light-dark(#009e73, #3fcfa3));
    --place: var(--newsmark-place, light-dark(#111, #f2f2f2));
    --other: var(--newsmark-other, light-dark(#767676, #a3a3a3));
    --quote: var(--newsmark-quote, light-dark(#cc79a7, #cc79a7));
    --quote-text: var(--newsmark-quote-text, light-dark(#8c3a68, #eba6cb));
    --quote-tint: var(--newsmark-quote-tint, light-dark(#faf0f5, #35222d));
    --figure: var(--newsmark-figure, light-dark(#d55e00, #ff8c42));
    --figure-text: var(--newsmark-figure-text, light-dark(#a63f00, #ffb07a));
    --organization-text: var(--newsmark-organization-text, light-dark(#00704f, #3fcfa3));
    --person-line: var(--newsmark-person-line, solid);
    --organization-line: var(--newsmark-organization-line, dashed);
    --place-line: var(--newsmark-place-line, dotted);
    --other-line: var(--newsmark-other-line, dotted);
    --quote-line: var(--newsmark-quote-line, solid);
    --reported-line: var(--newsmark-reported-line, dotted);
    --figure-line: var(--newsmark-figure-line, double);
    --ink: var(--newsmark-ink, light-dark(#1b1b1b, #e9e6e1));
    --quiet: var(--newsmark-quiet, light-dark(#5c5c58, #aaa79f));
    --paper: var(--newsmark-paper, light-dark(#fff, #1a1a19));
    --line: var(--newsmark-line, light-dark(#deddd8, #3b3a37));
    --chosen: var(--newsmark-chosen, light-dark(#ffe9a8, #5a4a10));
    --evidence: var(--newsmark-evidence, light-dark(#fff6da, #3b3313));
    --found: var(--newsmark-found, #ffd54a);
    --found-text: var(--newsmark-found-text, #000);
    --shadow: var(--newsmark-shadow, rgb(0 0 0 / 0.16));
    --focus: var(--newsmark-focus, light-dark(#0b57d0, #8ab4f8));
    --sans: var(--newsmark-sans, -apple-system, "Segoe UI", Roboto, "Noto Sans", Cantarell, "Helvetica Neue", "Liberation Sans", Arial, sans-serif);
    --serif: var(--newsmark-serif, Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, "Liberation Serif", "Times New Roman", serif);
  }
`;
