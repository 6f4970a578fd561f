import { css } from "lit";

export const quotesStyles = css`
  :host {
    container-type: inline-size;
  }
  .speakers {
    width: 100%;
    margin-block-end: 1.5rem;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block: 0.2rem;
    color: var(--quiet);
    text-align: start;
  }
  th,
  td {
    padding: 0.2rem 0.3rem;
    border-block-end: 1px solid var(--line);
    text-align: end;
    font-weight: 400;
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
    overflow-wrap: break-word;
  }
  th:nth-child(2),
  th:nth-child(3) {
    width: 3rem;
  }
  td {
    white-space: nowrap;
  }
  thead th:last-child {
    width: 32%;
    text-align: start;
  }
  thead th {
    color: var(--quiet);
  }
  svg {
    display: block;
    width: 100%;
    height: 0.8rem;
    fill: var(--quote);
  }
  .pick[aria-pressed="true"] {
    font-weight: 650;
    text-decoration: underline;
  }
  /* Where there is no room for columns each row is a card. */
  @container (max-width: 14rem) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    table,
    caption,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    tr {
      padding-block: 0.3rem;
      border-block-end: 1px solid var(--line);
    }
    th,
    td {
      padding: 0.1rem 0;
      border: 0;
      text-align: start;
      white-space: normal;
    }
    td[data-label]::before {
      content: attr(data-label) ": " / "";
      color: var(--quiet);
    }
  }
  @media (forced-colors: active) {
    svg {
      fill: CanvasText;
    }
  }
  @media print {
    svg {
      fill: #555;
    }
  }
`;
