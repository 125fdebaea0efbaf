import { css } from 'lit';

/** The list of those who are to be invited. */
export const reviewStyles = css`
  dialog:has(.review) {
    inline-size: min(58rem, 100vw - 2rem);
  }
  .review {
    --_bar-below: 5.5rem;
  }
  .review h3 {
    justify-self: start;
  }
  .review h3:focus-visible {
    border-radius: 2px;
  }
  /* In sight however long the list is. */
  .review > .dialog-actions {
    position: sticky;
    /* Its offset counts from within the padding of the dialog. */
    inset-block-end: calc(var(--_space) * -6);
    margin-inline: calc(var(--_space) * -6);
    padding: calc(var(--_space) * 4) calc(var(--_space) * 6);
    border-block-start: 1px solid var(--_border);
    background: var(--_surface-raised);
  }
  .review-said {
    display: grid;
  }
  .review-said .notice {
    margin-block-end: calc(var(--_space) * 2);
  }
  .review-controls {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 6);
    align-items: end;
  }
  .review-controls > label:first-child {
    display: grid;
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .review-controls .select {
    min-inline-size: 12rem;
    color: var(--_text);
    font-size: calc(1em / 0.875);
  }
  .review-box {
    container-type: inline-size;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .review-box table {
    display: table;
    inline-size: 100%;
    table-layout: fixed;
    font-size: 0.95em;
  }
  .review-box thead {
    display: table-header-group;
    position: static;
    clip-path: none;
  }
  .review-box tbody {
    display: table-row-group;
  }
  .review-box tbody tr,
  .review-box thead tr {
    display: table-row;
    padding: 0;
  }
  .review-box th[role],
  .review-box td {
    display: table-cell;
    min-inline-size: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_border);
    vertical-align: top;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .review-box thead th[role] {
    border-block-start: 0;
    padding-inline: calc(var(--_space) * 3);
  }
  .review-box thead th:nth-child(1) {
    inline-size: 22%;
  }
  .review-box thead th:nth-child(3) {
    inline-size: 9.5rem;
  }
  .review-box thead th:nth-child(4) {
    inline-size: 12.5rem;
  }
  .review-box thead th:nth-child(5) {
    inline-size: 3rem;
    padding-inline: 0;
  }
  .review-box tbody td > .badge {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .fixed {
    display: inline-block;
    margin-block: calc(var(--_space) * 1);
  }
  .fixed,
  .review-box td > .badge {
    margin-inline-start: calc(var(--_space) * 1.5);
  }
  .review-box .input,
  .review-box .select {
    min-block-size: 2.25rem;
    padding-inline: calc(var(--_space) * 2);
  }
  .review-name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .review-box .select[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .review-reason,
  .review-note {
    display: block;
    margin-inline-start: calc(var(--_space) * 1.5);
    font-size: 0.85em;
    line-height: 1.35;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .review-reason {
    color: var(--_danger);
  }
  tr[data-state='member'] .review-reason {
    color: var(--_text-muted);
  }
  tr[data-state='sent'] .badge {
    border-color: transparent;
    background: var(--_success-surface);
    color: var(--_success);
  }
  tr:is([data-state='problem'], [data-state='refused']) .badge {
    border-color: transparent;
    background: var(--_danger-surface);
    color: var(--_danger);
  }
  tr[data-state='unheard'] .badge {
    border-color: transparent;
    background: var(--_warning-surface);
    color: var(--_warning);
  }
  .review-box td.review-action {
    text-align: end;
  }
  .review-action .icon-button {
    inline-size: 2.25rem;
    block-size: 2.25rem;
  }
  .button.danger-text {
    color: var(--_danger);
  }
  .sending {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    align-items: center;
  }
  .sending progress {
    flex: 1 1 10rem;
    accent-color: var(--_accent);
  }
  @container (max-width: 40rem) {
    .review-box table,
    .review-box tbody {
      display: block;
    }
    .review-box thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .review-box tbody tr {
      position: relative;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 1.5);
      padding: calc(var(--_space) * 3);
    }
    .review-box th[role],
    .review-box td {
      display: block;
      grid-column: auto;
      padding: 0;
      border: 0;
    }
    .review-box [data-label]::before {
      content: attr(data-label) / '';
      display: block;
      color: var(--_text-muted);
      font-size: 0.85em;
    }
    .review-box td:first-child {
      padding-inline-end: 2.75rem;
    }
    .fixed,
    .review-box td > .badge,
    .review-reason,
    .review-note {
      margin-inline-start: 0;
    }
    .review-box td.review-action {
      position: absolute;
      inset-block-start: calc(var(--_space) * 2);
      inset-inline-end: calc(var(--_space) * 2);
    }
  }
  @media (max-width: 30rem), (max-height: 30rem) {
    .review > .dialog-actions {
      position: static;
    }
  }
  @media (forced-colors: active) {
    .review-box {
      border-color: CanvasText;
    }
  }
`;
