import { css } from "lit";

/** What all that has fields has in common, elements and page alike. */
export const controls = css`
  .off-screen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, auto);
    max-width: 100%;
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-height: 2rem;
  }
  select,
  input {
    box-sizing: border-box;
    min-width: 0;
    max-width: 100%;
    min-height: 2rem;
    padding: 0.15rem 0.4rem;
    border: 1px solid var(--quiet);
    border-radius: 0.3rem;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }
  .check input {
    flex: none;
    width: 1.5rem;
    min-height: 1.5rem;
    margin: 0;
  }
  select:focus-visible,
  input:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
`;
