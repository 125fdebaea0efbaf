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
  /* An address breaks before its @, if it has to, and not in the middle of a word. */
  td bdi,
  th bdi {
    overflow-wrap: inherit;
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
  td.actions,
  th.actions {
    inline-size: 3.5rem;
    min-inline-size: 0;
    text-align: end;
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
  .dialog-form {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .dialog-form h3 {
    font-size: 1.2em;
    overflow-wrap: anywhere;
  }
  .dialog-field {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .choice {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: start;
    padding-block: calc(var(--_space) * 1);
  }
  .choice input {
    inline-size: 1.15rem;
    block-size: 1.15rem;
    margin-block-start: 0.15rem;
    accent-color: var(--_accent);
    flex: none;
  }
  .choice-help {
    display: block;
  }
  .dialog-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
  }
  .refused {
    flex: 1 1 100%;
  }
  @container (max-width: 48rem) {
    table,
    tbody,
    tr,
    th[role='rowheader'],
    td {
      display: block;
    }
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      position: relative;
      padding: calc(var(--_space) * 3);
    }
    tr + tr {
      border-block-start: 1px solid var(--_border);
    }
    th[role='rowheader'],
    td {
      padding: calc(var(--_space) * 0.5) 0;
      border: 0;
    }
    th[role='rowheader'] {
      padding-inline-end: 2.5rem;
    }
    td[data-column]::before {
      content: attr(data-column) ': ' / '';
      color: var(--_text-muted);
    }
    td.actions {
      position: absolute;
      inset-block-start: calc(var(--_space) * 2);
      inset-inline-end: calc(var(--_space) * 2);
      inline-size: auto;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 2px solid CanvasText;
    }
  }
`;
