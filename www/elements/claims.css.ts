import { css } from "lit";

export const claimsStyles = css`
  :host {
    container-type: inline-size;
  }
  .claim {
    margin-block-end: 1.5rem;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 12rem;
    overflow-clip-margin: 0.5rem;
  }

  .chart {
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(5rem, 1fr) auto;
    margin-block-end: 0.6rem;
  }
  .bar {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    gap: 0.6rem;
    align-items: center;
    min-height: 1.75rem;
    border-block-start: 1px solid var(--line);
    font-size: 0.875rem;
    cursor: pointer;
  }
  .who {
    max-width: 14rem;
    overflow-wrap: anywhere;
  }
  .who > span {
    color: var(--quiet);
  }
  .value {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .bar svg {
    width: 100%;
    height: 1rem;
    overflow: visible;
    stroke: var(--figure);
    fill: none;
  }
  .axis {
    stroke: var(--line);
    stroke-width: 1;
  }
  .line,
  .end,
  .ring {
    stroke-width: 2;
  }
  .line.loose {
    stroke-dasharray: 4 3;
  }
  .dot {
    fill: var(--figure);
    stroke: none;
  }
  .ring {
    fill: var(--paper);
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.4rem 0.8rem;
    margin-block: 0.5rem;
    font-size: 0.875rem;
  }
  .filter {
    display: grid;
    gap: 0.1rem;
    max-width: 11rem;
    color: var(--quiet);
  }
  .shown {
    margin: 0 0 0.4rem auto;
    color: var(--quiet);
  }

  /* A figure's cells stand in columns, its sentence below them. Each row is laid out by itself, and only when it is near. */
  table,
  thead,
  tbody {
    display: block;
    font-size: 0.875rem;
  }
  tr {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) 5.6em 3.4em 3.6em minmax(0, 1.4fr) minmax(0, 0.8fr) 6.4em;
    column-gap: 0.3rem;
  }
  th,
  td {
    min-width: 0;
    padding: 0.35rem 0.3rem;
    text-align: start;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  td.kind,
  td.source {
    overflow-wrap: break-word;
  }
  tr {
    align-items: baseline;
  }
  .head {
    border-block-end: 1px solid var(--quiet);
    color: var(--quiet);
  }
  .head .words {
    display: contents;
  }
  [aria-sort] .sort {
    color: var(--ink);
    font-weight: 650;
    text-decoration: none;
  }
  [aria-sort="ascending"] .sort::after {
    content: " ▲" / "";
    font-size: 0.7em;
  }
  [aria-sort="descending"] .sort::after {
    content: " ▼" / "";
    font-size: 0.7em;
  }
  .of-low,
  .of-high,
  .of-sentence {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .head,
  .line {
    border-inline-start: 3px solid transparent;
  }
  .line {
    padding-block: 0.2rem;
    border-block-end: 1px solid var(--line);
    cursor: pointer;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 5.5rem;
  }
  .line.current {
    border-inline-start-color: var(--focus);
    background: var(--evidence);
  }
  .line .row {
    width: auto;
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 650;
  }
  .line .row:focus-visible {
    outline-offset: 2px;
  }
  .line .words {
    grid-column: 1 / -1;
    padding-block-start: 0;
  }
  .victims {
    display: block;
    color: var(--quiet);
  }
  .certainty {
    display: inline-block;
  }
  .missing {
    color: var(--figure-text);
    font-weight: 600;
  }
  .unknown {
    color: var(--quiet);
  }
  @media (hover: hover) {
    .line:hover,
    .bar:hover {
      background: var(--evidence);
    }
    .line .row:hover {
      background: none;
      text-decoration: underline;
    }
  }

  /* Where words would break for want of room the figure stands above its cells. */
  @container (max-width: 44rem) {
    tr {
      grid-template-columns: 5.6em 3.4em 3.6em minmax(0, 1.6fr) minmax(0, 1fr) 6.4em;
    }
    .figure {
      grid-column: 1 / -1;
    }
    .line .figure {
      padding-block-end: 0;
    }
  }
  /* Where there is no room for columns each row is a card. */
  @container (max-width: 29rem) {
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.9rem;
      padding-block-end: 0.3rem;
    }
    .head th {
      padding: 0;
    }
    .head .figure {
      position: absolute;
      clip-path: inset(50%);
    }
    .line {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0 0.9rem;
      padding: 0.5rem 0.4rem;
    }
    .line > * {
      padding: 0.1rem 0;
    }
    .line .figure,
    .line .words {
      grid-column: 1 / -1;
    }
    .line td {
      text-align: start;
      white-space: normal;
    }
    .line td[data-label]::before {
      content: attr(data-label) ": " / "";
      color: var(--quiet);
    }
    .who {
      max-width: 7.5rem;
    }
  }
  @media (forced-colors: active) {
    .head,
    .line {
      border-inline-start-color: Canvas;
    }
    .line.current {
      border-inline-start-color: Highlight;
    }
    .bar svg {
      stroke: CanvasText;
    }
    .dot {
      fill: CanvasText;
    }
    .ring {
      fill: Canvas;
    }
    .axis {
      stroke: GrayText;
    }
  }
  @media print {
    .filters {
      display: none;
    }
    .claim,
    .line {
      break-inside: avoid;
      content-visibility: visible;
    }
    .line.current {
      background: none;
    }
    .sort {
      text-decoration: none;
    }
    .bar svg {
      stroke: #000;
    }
    .dot {
      fill: #000;
    }
  }
`;
