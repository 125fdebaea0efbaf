import { css } from 'lit';

export const usersListStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
    align-items: end;
  }
  .toolbar .search {
    flex: 1 1 14rem;
    display: grid;
    font-size: 0.875em;
    color: var(--_text-muted);
  }
  .toolbar .input {
    color: var(--_text);
    font-size: calc(1em / 0.875);
  }
  .narrowing {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    margin-block: calc(var(--_space) * -2);
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    align-items: center;
    align-self: start;
    justify-content: end;
    min-block-size: 2rem;
    font-size: 0.9em;
  }
  .count > span,
  .filters summary > span {
    unicode-bidi: plaintext;
  }
  summary {
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .filters summary {
    display: inline-flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    max-inline-size: 100%;
    min-block-size: 2rem;
    font-size: 0.9em;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .filters[open] .icon {
    rotate: 180deg;
  }
  .filter-choices {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 8);
    padding-block: calc(var(--_space) * 1) calc(var(--_space) * 2);
  }
  .filter-choices fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
  }
  .filter-choices legend {
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .filter-choices label {
    display: inline-flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    min-block-size: 1.75rem;
    cursor: pointer;
  }
  .filter-choices input {
    inline-size: 1.15rem;
    block-size: 1.15rem;
    flex: none;
  }
  .listing {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    --_bar-below: calc(var(--_control-height) + var(--_space) * 6);
  }
  .listing > .notice {
    margin-block-end: calc(var(--_space) * 3);
  }
  .table-box {
    border: 1px solid var(--_border);
    border-block-end: 0;
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
    background: var(--_surface);
    overflow-x: auto;
  }
  /* What comes soon comes without a flicker. */
  .table-box tbody {
    transition: opacity 0.15s;
  }
  .table-box[aria-busy='true'] tbody {
    opacity: 0.55;
    transition-delay: 0.4s;
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
  thead th {
    border-block-start: 0;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: 0.9em;
    font-weight: 600;
  }
  thead {
    scroll-margin-block: calc(var(--_space) * 2);
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
  .cell-status {
    min-inline-size: 10rem;
  }
  .cell-role {
    white-space: nowrap;
  }
  .cell-role:has(bdi) {
    min-inline-size: 8rem;
    white-space: normal;
  }
  .cell-lastActiveAt {
    white-space: nowrap;
  }
  .cell-status .badge + .when {
    margin-block-start: calc(var(--_space) * 0.5);
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
  /* Marks that are piled on a letter stay in their row. */
  .name {
    display: inline-block;
    max-inline-size: 100%;
    overflow: clip;
    font-weight: 600;
  }
  mark {
    border-radius: 0.15em;
    background: color-mix(in oklab, var(--_accent) 22%, transparent);
    color: inherit;
  }
  .row-busy {
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  .long {
    display: inline-block;
    max-inline-size: 100%;
  }
  .show-all,
  .show-less {
    color: var(--_accent);
    font-weight: 500;
    text-decoration: underline;
    white-space: nowrap;
  }
  .long[open] :is(.beginning, .show-all),
  .long:not([open]) .show-less {
    display: none;
  }
  .instant {
    display: inline-grid;
    unicode-bidi: isolate;
  }
  .instant.when {
    display: grid;
    text-wrap: balance;
  }
  .absolute {
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  .head {
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
  }
  .sort {
    cursor: pointer;
  }
  .sort:hover {
    color: var(--_text);
  }
  /* Its place is kept: a column does not grow when it is sorted by. */
  .sort .icon {
    opacity: 0;
  }
  .sort:is(:hover, :focus-visible) .icon {
    opacity: 0.6;
  }
  :is([aria-sort='ascending'], [aria-sort='descending']) .sort .icon {
    opacity: 1;
  }
  [aria-sort='descending'] .icon {
    rotate: 180deg;
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
  [aria-hidden='true'] td {
    block-size: calc(1.75rem + 2 * var(--_row-padding));
  }
  td .skeleton,
  .pages .skeleton {
    inline-size: 100%;
    max-inline-size: 7rem;
  }
  .nobody {
    padding: calc(var(--_space) * 6);
    border-block-start: 1px solid var(--_border);
    text-align: center;
  }
  .pages {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    align-items: center;
    justify-content: end;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-end-start-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  .keys {
    flex: 1 1 auto;
  }
  .turns {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    color: var(--_text);
  }
  /* Whoever turns pages sees both where the list begins and what they press. */
  @media (min-height: 30rem) {
    .pages {
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
    }
  }
  @media (pointer: coarse) {
    .keys {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .table-box[aria-busy='true'] tbody {
      transition: opacity 0s 0.4s !important;
    }
  }
  @container (min-width: 49.01rem) {
    /* One of the two times, in the place of both: the other one while the row is looked at. Where nothing in a row can have the focus, or a finger cannot hover, both are there. */
    @media (hover: hover) and (not (any-pointer: coarse)) {
      .manageable .instant > * {
        grid-area: 1 / 1;
        align-self: center;
      }
      .manageable .absolute {
        color: inherit;
        font-size: inherit;
      }
      .manageable tr:not(:hover, :focus-within) .absolute,
      .manageable tr:is(:hover, :focus-within) .relative {
        opacity: 0;
      }
    }
  }
  @container (max-width: 60rem) {
    table {
      font-size: 0.9em;
    }
    .sort,
    .cell-lastActiveAt {
      white-space: normal;
    }
    .cell-lists,
    .cell-lastActiveAt {
      min-inline-size: 6.5rem;
    }
    .cell-status {
      min-inline-size: 8.5rem;
    }
    th,
    td {
      padding-inline: calc(var(--_space) * 2);
    }
    .keys {
      display: none;
    }
  }
  @container (max-width: 30rem) {
    .narrowing {
      grid-template-columns: minmax(0, 1fr);
    }
    .count {
      justify-content: start;
    }
  }
`;
