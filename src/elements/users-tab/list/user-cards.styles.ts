import { css } from 'lit';

/** Where there is no room for the columns, each user is a card. Roles are said in the markup, since `display` takes them away. */
export const userCardsStyles = css`
  @container (max-width: 49rem) {
    table,
    thead,
    tbody,
    tr,
    th[role='rowheader'],
    td {
      display: block;
    }
    table {
      font-size: 0.95em;
    }
    /* The headers are what the cards are sorted by. */
    thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
      padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      background: var(--_surface-sunken);
    }
    thead th {
      padding: 0;
    }
    thead :is(.unsortable, .actions) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    [aria-sort='none'] .icon {
      display: none;
    }
    tbody tr {
      position: relative;
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
      gap: calc(var(--_space) * 0.5) calc(var(--_space) * 4);
      align-items: baseline;
      padding: calc(var(--_space) * 3);
      border-block-start: 1px solid var(--_border);
    }
    th[role='rowheader'],
    .cell-email {
      grid-column: 1 / -1;
    }
    th[role='rowheader'],
    td {
      min-inline-size: 0;
      padding: calc(var(--_space) * 0.5) 0;
      border: 0;
    }
    .instant,
    .instant.when {
      display: inline;
    }
    .absolute::before {
      content: '· ';
    }
    th[role='rowheader'] {
      padding-inline-end: 2.5rem;
    }
    td[data-column]::before {
      content: attr(data-column) ': ' / '';
      color: var(--_text-muted);
      unicode-bidi: isolate;
    }
    td[data-column]:empty {
      display: none;
    }
    td.actions {
      position: absolute;
      inset-block-start: calc(var(--_space) * 2);
      inset-inline-end: calc(var(--_space) * 2);
      inline-size: auto;
      background: none;
    }
    [aria-hidden='true'] td {
      block-size: auto;
    }
    .pages {
      justify-content: start;
    }
  }
`;
