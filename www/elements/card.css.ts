import { css } from "lit";

export const cardStyles = css`
  :host {
    display: block;
    font: 0.875rem/1.45 var(--sans);
    color: var(--ink);
  }
  :host(:not([open])) {
    display: none;
  }
  .card {
    padding: 0.7rem 0.9rem;
    border: 1px solid var(--line);
    border-radius: 0.6rem;
    background: var(--paper);
    box-shadow: 0 0.3rem 1.2rem var(--shadow);
  }
  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.3rem 0.7rem;
  }
  header > .kind,
  .about {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .about {
    flex: 1 1 min(6rem, 100%);
  }
  dl {
    margin: 0.35rem 0;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6rem;
  }
  dt {
    flex: 0 0 5.5rem;
    color: var(--quiet);
  }
  /* Beside its term, or below it where few letters would fit. */
  dd {
    flex: 1 1 6rem;
    margin: 0;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .why {
    margin: 0.35rem 0;
  }
  .rule,
  .certainty {
    color: var(--quiet);
    font-size: 0.8125rem;
  }
  .certainty.inferred {
    color: var(--figure-text);
  }
  code {
    font-family: ui-monospace, "Liberation Mono", monospace;
    font-size: 0.95em;
  }
  button {
    min-width: 1.75rem;
    min-height: 1.75rem;
    border: 0;
    border-radius: 0.3rem;
    background: none;
    color: var(--focus);
    font: inherit;
    cursor: pointer;
  }
  .close {
    margin: -0.3rem -0.4rem -0.3rem auto;
    color: var(--quiet);
    font-size: 1.25rem;
    line-height: 1;
  }
  .rule {
    flex: 1;
  }
  .find,
  .only {
    padding-inline: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
