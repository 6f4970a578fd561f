import { css } from "lit";

export const correctStyles = css`
  :host {
    display: block;
    font: 0.875rem/1.45 var(--sans);
    color: var(--ink);
  }
  .correct {
    padding: 0.4rem 0.9rem;
    border: 1px solid var(--line);
    border-radius: 0.6rem;
    background: var(--paper);
  }
  .actions,
  .form,
  .add {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.4rem 0.7rem;
  }
  .add {
    align-items: center;
  }
  .form {
    padding-block: 0.5rem 0.3rem;
  }
  button {
    min-height: 2rem;
    padding: 0.15rem 0.5rem;
    border: 1px solid var(--quiet);
    border-radius: 0.3rem;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }
  input[type="number"] {
    width: 6rem;
  }
  input[list],
  #victims {
    width: 11rem;
  }
  select {
    max-width: 12rem;
  }
  .edges {
    display: inline-flex;
    align-items: center;
    gap: 0.2rem;
    color: var(--quiet);
  }
  .edges button {
    min-width: 2rem;
  }
  button:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  .problem {
    margin: 0;
    color: var(--figure-text);
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
