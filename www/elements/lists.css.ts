import { css } from "lit";

export const listsStyles = css`
  :host {
    display: block;
    font: 0.9375rem/1.45 var(--sans);
    color: var(--ink);
  }
  :host([hidden]) {
    display: none;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    border-block-end: 1px solid var(--line);
    margin-block-end: 1rem;
  }
  [role="tab"] {
    flex: 1 1 auto;
    min-height: 2.75rem;
    padding: 0.5rem 0.15rem;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: var(--quiet);
    font: inherit;
    cursor: pointer;
    white-space: nowrap;
  }
  [role="tab"][aria-selected="true"] {
    border-block-end-color: currentColor;
    color: var(--ink);
    font-weight: 650;
  }
  [role="tab"]:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  .count {
    color: var(--quiet);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  /* The tabs stay in one row, whatever they count. */
  @media (max-width: 28rem) {
    [role="tab"] .count {
      display: block;
    }
  }
  .panel[hidden] {
    display: none;
  }
  .print-only {
    display: none;
  }
  @media (hover: hover) {
    [role="tab"]:hover {
      color: var(--ink);
    }
  }
  @media (forced-colors: active) {
    [role="tab"] {
      border-block-end-color: Canvas;
    }
    [role="tab"][aria-selected="true"] {
      border-block-end-color: Highlight;
    }
  }
  @media print {
    .tabs {
      display: none;
    }
    .panel[hidden] {
      display: block;
    }
    .print-only {
      display: block;
      margin: 1.5rem 0 0.5rem;
      font-size: 1.1rem;
    }
  }
`;
