import { css } from "lit";

/** What elements with fields have in common. */
export const controls = css`
  .off-screen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
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
  select:focus-visible,
  input:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
`;
