import { css } from 'lit';

export const usersTabStyles = css`
  .base {
    --_row-padding: var(--users-tab-row-padding, calc(var(--_space) * 2.5));
  }
  .content {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
    align-items: end;
  }
  .toolbar label {
    display: grid;
    font-size: 0.875em;
    color: var(--_text-muted);
  }
  .toolbar .input,
  .toolbar .select {
    color: var(--_text);
    font-size: calc(1em / 0.875);
  }
  .toolbar .search {
    flex: 1 1 14rem;
  }
  .toolbar .button {
    margin-inline-start: auto;
  }
  .table-box {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-x: auto;
  }
  .table-box[aria-busy='true'] tbody {
    opacity: 0.55;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.95em;
  }
  th,
  td {
    padding: var(--_row-padding) calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
    text-align: start;
    vertical-align: middle;
    font-weight: 400;
    overflow-wrap: break-word;
  }
  /* As narrow as can be read well. Within that an address breaks before its @ where it can, and anywhere where it has to. */
  th[role='rowheader'],
  .cell-email,
  .cell-lists {
    min-inline-size: 8rem;
    overflow-wrap: anywhere;
  }
  .cell-email {
    min-inline-size: 10rem;
  }
  .cell-lists {
    min-inline-size: 6.5rem;
  }
  .cell-status {
    min-inline-size: 8.5rem;
  }
  .cell-role,
  .cell-lastActiveAt {
    white-space: nowrap;
  }
  .when {
    display: block;
    text-wrap: balance;
    unicode-bidi: isolate;
  }
  .cell-status .badge + .when {
    margin-block-start: calc(var(--_space) * 0.5);
  }
  thead th {
    border-block-start: 0;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: 0.9em;
    font-weight: 600;
  }
  .name {
    font-weight: 600;
  }
  .sort {
    display: inline-flex;
    gap: calc(var(--_space) * 1);
    align-items: center;
    min-block-size: 1.75rem;
    padding: 0;
    border: 0;
    background: transparent;
    color: inherit;
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
    cursor: pointer;
  }
  .sort:hover {
    color: var(--_text);
  }
  [aria-sort='ascending'] .sort::after {
    content: '↑' / '';
  }
  [aria-sort='descending'] .sort::after {
    content: '↓' / '';
  }
  /* In sight also where the rest of the table is scrolled. */
  td.actions,
  th.actions {
    position: sticky;
    inset-inline-end: 0;
    inline-size: 3rem;
    padding-inline: calc(var(--_space) * 2);
    text-align: end;
  }
  td.actions {
    background: var(--_surface);
  }
  .row-busy {
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  .badge[data-status='active'] {
    border-color: transparent;
    background: var(--_success-surface);
    color: var(--_success);
  }
  .badge[data-status='invited'] {
    border-color: transparent;
    background: var(--_warning-surface);
    color: var(--_warning);
  }
  .pages {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
    align-items: center;
    justify-content: end;
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  .empty {
    display: grid;
    gap: calc(var(--_space) * 2);
    justify-items: center;
    padding: calc(var(--_space) * 10) calc(var(--_space) * 4);
    border: 1px dashed var(--_border-control);
    border-radius: var(--_radius);
    text-align: center;
  }
  .empty h3 {
    font-size: 1.05em;
  }
  .skeleton-row {
    block-size: 2.75rem;
    margin-block-end: calc(var(--_space) * 1);
  }
  .status {
    min-block-size: 1.5em;
    color: var(--_success);
    font-size: 0.9em;
  }
  dialog .status {
    min-block-size: 0;
    margin-block-start: calc(var(--_space) * 3);
  }
  dialog .status:empty {
    margin: 0;
  }
  .status .said-problem {
    color: var(--_danger);
    overflow-wrap: anywhere;
  }
  dialog {
    inline-size: min(30rem, 100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
    margin: auto;
    padding: calc(var(--_space) * 6);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: auto;
  }
  dialog::backdrop {
    background: light-dark(rgb(16 24 40 / 0.4), rgb(0 0 0 / 0.6));
  }
  @container (max-width: 60rem) {
    table {
      font-size: 0.9em;
    }
    .sort,
    .cell-lastActiveAt {
      white-space: normal;
    }
    .cell-lastActiveAt {
      min-inline-size: 6.5rem;
    }
    th,
    td {
      padding-inline: calc(var(--_space) * 2);
    }
  }
  @container (max-width: 49rem) {
    table,
    tbody,
    tr,
    th[role='rowheader'],
    td {
      display: block;
    }
    table {
      font-size: 0.95em;
    }
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      position: relative;
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
      gap: calc(var(--_space) * 0.5) calc(var(--_space) * 4);
      align-items: baseline;
      padding: calc(var(--_space) * 3);
    }
    th[role='rowheader'],
    .cell-email {
      grid-column: 1 / -1;
    }
    tr + tr {
      border-block-start: 1px solid var(--_border);
    }
    th[role='rowheader'],
    td {
      min-inline-size: 0;
      padding: calc(var(--_space) * 0.5) 0;
      border: 0;
    }
    .when {
      display: inline;
    }
    th[role='rowheader'] {
      padding-inline-end: 2.5rem;
    }
    td[data-column]::before {
      content: attr(data-column) ': ' / '';
      color: var(--_text-muted);
      unicode-bidi: isolate;
    }
    td.actions {
      position: absolute;
      inset-block-start: calc(var(--_space) * 2);
      inset-inline-end: calc(var(--_space) * 2);
      inline-size: auto;
      background: none;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 2px solid CanvasText;
    }
  }
`;
