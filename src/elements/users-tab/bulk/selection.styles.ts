import { css } from 'lit';

export const selectionStyles = css`
  /* In a grid nothing would stick beyond its own row. */
  .listing {
    display: flex;
    flex-direction: column;
  }
  .selection-bar {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    align-items: center;
    min-block-size: 2.75rem;
    padding-block: calc(var(--_space) * 1.25);
    padding-inline: calc(var(--_space) * 3) calc(var(--_space) * 1.25);
    margin-block-end: calc(var(--_space) * 2);
    border: 1px solid transparent;
    border-radius: var(--_radius);
  }
  .selection-bar[data-chosen] {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    border-color: color-mix(in oklab, var(--_accent), transparent 65%);
    background: var(--_accent-surface);
  }
  /* Beneath the bar nothing is focused. */
  .selection-bar[data-chosen] ~ .table-box :is(button, input, a) {
    scroll-margin-block-start: 5rem;
  }
  .selection-bar p {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .selection-count {
    font-weight: 600;
  }
  /* Always there, so that what is said in it is heard. */
  .selection-count:empty {
    margin-inline-end: calc(var(--_space) * -2);
  }
  .selection-hint {
    color: var(--_text-muted);
  }
  .selection-tools {
    display: inline-flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: center;
    margin-inline-start: auto;
  }
  .selection-tools .button.quiet {
    border-color: var(--_accent);
    background: var(--_surface-raised);
  }
  .selection-tools .button.quiet::after {
    content: '▾' / '';
  }
  .selector {
    inline-size: 1px;
    user-select: none;
  }
  th.selector,
  td.selector {
    padding-block: 0;
    padding-inline-end: 0;
  }
  .selector label,
  .page-selector {
    display: inline-grid;
    place-items: center;
    min-inline-size: 1.75rem;
    min-block-size: 1.75rem;
    vertical-align: middle;
    cursor: pointer;
  }
  .selector input,
  .page-selector input {
    inline-size: 1.1rem;
    block-size: 1.1rem;
    cursor: pointer;
  }
  tr:has(> .selector :checked),
  tr:has(> .selector :checked) > td.actions {
    background: color-mix(in oklab, var(--_accent-surface) 65%, var(--_surface));
  }
  @container (max-width: 49rem) {
    .selection-count:not(:empty) {
      flex: 1 1 10rem;
    }
    th.selector {
      inline-size: auto;
    }
    tbody tr:has(> .selector) {
      padding-inline-start: 3rem;
    }
    td.selector {
      position: absolute;
      inset-block-start: calc(var(--_space) * 2.5);
      inset-inline-start: calc(var(--_space) * 2.5);
      inline-size: auto;
    }
    tr:has(> .selector :checked) > td.actions {
      background: none;
    }
  }
  @media (forced-colors: active) {
    .selection-bar[data-chosen] {
      border: 2px solid Highlight;
      background: Canvas;
    }
  }
`;
