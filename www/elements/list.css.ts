import { css } from "lit";

export const listStyles = css`
  :host {
    display: block;
    color: var(--ink);
    font: 0.9375rem/1.45 var(--sans);
  }
  :host([hidden]) {
    display: none;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  section + section {
    margin-block-start: 1.75rem;
  }
  h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.6rem;
    margin: 0 0 0.4rem;
    font-size: 1rem;
    font-weight: 650;
  }
  .range {
    font-variant-numeric: tabular-nums;
  }
  .harm {
    color: var(--figure-text);
  }
  .about {
    color: var(--quiet);
    font-size: 0.875rem;
    font-weight: 400;
  }
  .none {
    margin: 1rem 0;
    color: var(--quiet);
  }

  .row {
    display: block;
    width: 100%;
    padding: 0.55rem 0.75rem;
    border: 0;
    border-inline-start: 3px solid transparent;
    border-block-start: 1px solid var(--line);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .row > span {
    display: block;
  }
  .row > span + span {
    margin-block-start: 0.25rem;
  }
  .row[aria-current="true"] {
    border-inline-start-color: var(--focus);
    background: var(--evidence);
  }
  .row:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  @media (hover: hover) {
    .row:hover {
      background: var(--evidence);
    }
  }
  .row > .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.6rem;
  }
  .top > .count {
    margin-inline-start: auto;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }
  .claim .top > .count {
    color: var(--figure-text);
    font-weight: 650;
  }
  .written {
    font-weight: 650;
  }
  .row > .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1rem 0.6rem;
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .meta b {
    color: var(--ink);
    font-weight: 600;
  }
  .meta > .missing,
  h3 > .missing {
    color: var(--figure-text);
    font-weight: 600;
  }
  .certainty {
    font-size: 0.8125rem;
  }
  .certainty::before {
    content: "✓ " / "";
  }
  .certainty.inferred {
    padding-inline: 0.35em;
    border: 1px dotted currentColor;
    border-radius: 0.25rem;
    color: var(--figure-text);
  }
  .certainty.inferred::before {
    content: "~ " / "";
  }
  .sentence,
  .said {
    font: 0.9375rem/1.5 var(--serif);
  }
  .sentence {
    color: var(--quiet);
  }
  .sentence b {
    color: var(--ink);
  }
  .said {
    font-size: 1rem;
  }
  .message::first-letter {
    text-transform: uppercase;
  }
  .names .row {
    padding-block: 0.4rem;
  }
  .entity-name,
  .note-title {
    font-weight: 600;
  }
  .names h3 .name {
    text-decoration: underline 2px;
    text-underline-offset: 0.25em;
  }
  .names.person .name {
    text-decoration-color: var(--person);
  }
  .names.organization .name {
    text-decoration-color: var(--organization);
    text-decoration-style: dashed;
  }
  .names.place .name {
    text-decoration-color: var(--place);
    text-decoration-style: dotted;
  }
  .names.other .name {
    text-decoration-color: var(--other);
    text-decoration-style: dotted;
    text-decoration-thickness: 1px;
  }

  /* Words that are buttons: a column's head, a speaker. */
  .sort,
  .pick {
    min-height: 1.75rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: underline dotted;
    text-underline-offset: 0.25em;
    cursor: pointer;
  }
  .sort:focus-visible,
  .pick:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }

  .more {
    display: block;
    width: 100%;
    min-height: 2.75rem;
    margin-block: 0.75rem;
    border: 1px solid var(--line);
    border-radius: 0.4rem;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .more:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  .relations {
    margin-block-end: 0.5rem;
  }
  .relation {
    padding: 0.4rem 0.75rem;
    border-inline-start: 3px solid var(--line);
    font-size: 0.875rem;
  }
  .relation b {
    margin-inline-end: 0.5rem;
    font-weight: 650;
  }
  .relation.agrees,
  .relation.adds-up {
    border-color: var(--organization);
  }
  .relation.conflicts,
  .relation.exceeds {
    border-color: var(--figure);
    border-inline-start-style: double;
    border-inline-start-width: 5px;
  }
  .relation.agrees b::before,
  .relation.adds-up b::before {
    content: "= " / "";
  }
  .relation.conflicts b::before,
  .relation.exceeds b::before {
    content: "≠ " / "";
  }

  @media (forced-colors: active) {
    /* Borders that are there for their room only would all be drawn. */
    .row {
      border-inline-start-color: Canvas;
    }
    .row[aria-current="true"] {
      border-inline-start-color: Highlight;
    }
  }
  @media print {
    .more {
      display: none;
    }
    .row {
      break-inside: avoid;
      padding-inline: 0;
    }
    .row[aria-current="true"] {
      background: none;
    }
  }
`;
