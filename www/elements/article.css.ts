import { css } from "lit";

export const articleStyles = css`
  :host {
    display: block;
    color: var(--ink);
    font: 1.125rem/1.75 var(--serif);
  }
  :host([hidden]) {
    display: none;
  }
  .article {
    overflow-wrap: break-word;
    hanging-punctuation: first;
  }
  .plain {
    white-space: pre-wrap;
  }
  /* Of a long article only what is near is laid out; nothing may be cut off at its sides. */
  .long > .leaf,
  .leaf.plain + .leaf.plain {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 150rem;
    overflow-clip-margin: 2rem;
  }
  p.cut {
    margin: 0;
  }

  p,
  h2 {
    margin: 0 0 1.1em;
    text-wrap: pretty;
  }
  .headline {
    margin-bottom: 0.5em;
    font-size: 1.8em;
    font-weight: 700;
    line-height: 1.3;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .byline,
  .credit,
  .link,
  .related {
    color: var(--quiet);
    font: 0.8em/1.7 var(--sans);
  }
  .caption {
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--line);
    color: var(--quiet);
    font: 0.83em/1.65 var(--sans);
  }
  .related {
    padding: 0.5em 0.9em;
    border-block: 1px solid var(--line);
  }
  .link {
    overflow-wrap: anywhere;
  }
  .dateline {
    color: var(--quiet);
    font-weight: 600;
    letter-spacing: 0.02em;
  }
  p.dateline {
    font: 0.8em/1.7 var(--sans);
    letter-spacing: normal;
  }
  /* What a page was left with stands close: menus are long. */
  .link:has(+ .link),
  .related:has(+ .related),
  .byline:has(+ .dateline),
  .dateline:has(+ .dateline) {
    margin-block-end: 0.2em;
  }
  .wrap {
    display: none;
  }

  /* A quote is a ground with bars at its ends, a name an underline, a figure a double line below. */
  mark {
    background: none;
    color: inherit;
    border-radius: 1px;
    cursor: pointer;
  }
  .entity {
    text-decoration: underline 2px;
    text-underline-offset: 0.2em;
    text-decoration-skip-ink: none;
  }
  .person {
    text-decoration-color: var(--person);
    text-decoration-style: var(--person-line);
  }
  .organization {
    text-decoration-color: var(--organization);
    text-decoration-style: var(--organization-line);
  }
  .place {
    text-decoration-color: var(--place);
    text-decoration-style: var(--place-line);
  }
  .other {
    text-decoration-color: var(--other);
    text-decoration-style: var(--other-line);
    text-decoration-thickness: 1px;
  }
  .faint.entity {
    text-decoration-thickness: 1px;
  }
  .quote,
  .quoted {
    background: var(--quote-tint);
  }
  .quote.opens {
    border-inline-start: 3px var(--quote-line) var(--quote);
    padding-inline-start: 1px;
  }
  .quote.closes {
    border-inline-end: 3px var(--quote-line) var(--quote);
    padding-inline-end: 1px;
  }
  .quote.indirect.opens {
    border-inline-start-style: var(--reported-line);
  }
  .quote.indirect.closes {
    border-inline-end-style: var(--reported-line);
  }
  .figure {
    padding-block-end: 0.16em;
    border-block-end: 4px var(--figure-line) var(--figure);
  }
  .number {
    color: var(--figure-text);
    font-weight: 700;
  }

  .below {
    display: grid;
    gap: 1rem;
    margin-top: 1.5rem;
  }
  .tag::after {
    content: attr(data-tag);
    content: attr(data-tag) / "";
    margin-inline-start: 0.2em;
    color: var(--quiet);
    font: 600 0.5625rem/1 var(--sans);
    white-space: nowrap;
    letter-spacing: 0.05em;
    vertical-align: super;
  }
  .tag.of-person::after {
    color: var(--person);
  }
  .tag.of-organization::after {
    color: var(--organization-text);
  }
  .tag.of-quote::after {
    color: var(--quote-text);
  }
  .tag.of-figure::after {
    color: var(--figure-text);
  }
  :host([tags="off"]) .tag {
    display: none;
  }

  .evidence {
    background: var(--evidence);
  }
  .found {
    background: var(--found);
    color: var(--found-text);
  }
  .here {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }

  .sheet {
    position: relative;
  }
  svg.line {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: visible;
    pointer-events: none;
  }
  .line path {
    fill: none;
    stroke: var(--focus);
    stroke-width: 2;
    stroke-linecap: round;
  }
  .chosen {
    background: var(--chosen);
  }
  .piece {
    /* Room for the card that says why. */
    scroll-margin-block: 5rem calc(var(--newsmark-covered, 12rem) + 6rem);
  }
  .piece:focus {
    outline: none;
  }
  .piece:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  .controls,
  .finder,
  .finder .field {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem;
  }
  .controls {
    margin-block-end: 1.5rem;
    font: 0.875rem/1.3 var(--sans);
  }
  .legend {
    display: contents;
  }
  .switch {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.45rem;
    min-height: 2rem;
    padding: 0.25rem 0.7rem;
    border: 1px solid var(--line);
    border-radius: 1rem;
    background: var(--paper);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .switch[aria-pressed="false"] {
    border-style: dashed;
    color: var(--quiet);
  }
  .switch[aria-pressed="false"] .name {
    text-decoration: line-through;
  }
  .switch[aria-pressed="false"] .sample {
    visibility: hidden;
  }
  .finder {
    flex: 1 1 19rem;
    justify-content: end;
    min-width: 0;
    color: var(--quiet);
  }
  @media (max-width: 40rem) {
    .finder {
      justify-content: start;
    }
  }
  /* Beside its label, or below it as one. */
  .finder .field {
    flex: 1 1 14rem;
    min-width: 0;
    max-width: 18rem;
  }
  .found-count:not(:empty) {
    flex: none;
  }
  .finder input {
    flex: 1 1 6rem;
    min-width: 3rem;
  }
  .finder button {
    min-width: 2rem;
    min-height: 2rem;
    border: 1px solid var(--line);
    border-radius: 0.3rem;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }
  .finder button:disabled {
    color: var(--quiet);
    cursor: default;
  }
  .finder :focus-visible,
  .switch:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .count {
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }
  .sample {
    width: 1.1rem;
    height: 0.9rem;
    box-sizing: border-box;
  }
  .sample.person {
    border-block-end: 2px var(--person-line) var(--person);
  }
  .sample.organization {
    border-block-end: 2px var(--organization-line) var(--organization);
  }
  .sample.place {
    border-block-end: 2px var(--place-line) var(--place);
  }
  .sample.other {
    border-block-end: 1px var(--other-line) var(--other);
  }
  .sample.quote {
    border-inline: 3px var(--quote-line) var(--quote);
    background: var(--quote-tint);
  }
  .sample.figure {
    border-block-end: 4px var(--figure-line) var(--figure);
  }

  @media (hover: hover) {
    .switch:hover {
      border-color: var(--quiet);
    }
  }
  @media (forced-colors: active) {
    mark {
      color: CanvasText;
    }
    .chosen {
      outline: 2px solid Highlight;
    }
    .evidence {
      outline: 1px dashed Highlight;
    }
    .found {
      background: Mark;
      color: MarkText;
    }
    .line path {
      stroke: Highlight;
    }
    .tag::after {
      color: CanvasText;
    }
  }
  @media print {
    :host {
      color: #000;
      font-size: 11pt;
      line-height: 1.65;
    }
    .legend,
    .tag {
      break-inside: avoid;
    }
    .finder,
    svg.line {
      display: none;
    }
    .switch {
      border: 0;
    }
    .switch[aria-pressed="false"] {
      display: none;
    }
    p,
    h2 {
      orphans: 3;
      widows: 3;
    }
    .headline {
      break-after: avoid;
    }
    .chosen,
    .evidence,
    .found {
      background: none;
    }
    .quote {
      print-color-adjust: exact;
      background: #f2f2f2;
    }
  }
`;
