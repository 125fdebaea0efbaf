import { css } from 'lit';

/** The days of a schedule, and its exceptions. */
export const scheduleRowsStyles = css`
  .day {
    display: grid;
    grid-template-columns: var(--_day-width) minmax(0, 1fr) auto;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    align-items: center;
  }
  .day-name {
    font-weight: 500;
    overflow-wrap: break-word;
  }
  /* Some languages write days with a small letter, which at the start of a row is a capital. */
  .day-name::first-letter {
    text-transform: uppercase;
  }
  .day-entry {
    position: relative;
  }
  /* Hours run in their own language's direction, wherever the page begins its lines. */
  .day-entry .input,
  .day-preview,
  .toggle {
    unicode-bidi: plaintext;
  }
  .day-entry .input,
  .day-preview {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .day-entry .input[data-closed] {
    border-style: dashed;
    color: var(--_text-muted);
    background: color-mix(in oklab, var(--_text-muted) 9%, var(--_schedule-surface));
  }
  /* Above the next row, so that nothing moves while somebody types. */
  .day-preview {
    position: absolute;
    z-index: 5;
    inset-block-start: calc(100% + 2px);
    inset-inline-start: 0;
    max-inline-size: 100%;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 3);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    font-size: 0.9em;
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }
  .day-preview:empty {
    display: none;
  }
  .day-note[data-stale] {
    visibility: hidden;
  }
  .day-note,
  .day-errors {
    grid-column: 2 / -1;
  }
  .day-actions {
    display: flex;
    align-items: center;
  }
  .toggle {
    min-block-size: var(--_control-height);
    padding: 0 calc(var(--_space) * 3);
    border: 1px solid var(--_border-control);
    background: var(--_surface);
    font-size: 0.9em;
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }
  .toggle:first-child {
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .toggle:nth-child(2) {
    margin-inline-start: -1px;
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .toggle:hover {
    background: var(--_surface-sunken);
  }
  .toggle[aria-pressed='true'] {
    position: relative;
    border-color: var(--_accent);
    background: var(--_accent-surface);
    color: var(--_accent);
  }
  .toggle:focus-visible {
    position: relative;
    z-index: 1;
  }
  .copy {
    position: relative;
    margin-inline-start: calc(var(--_space) * 1);
  }
  .exceptions {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }
  .exceptions-head {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    align-items: center;
    justify-content: space-between;
  }
  .exception {
    display: flex;
    gap: calc(var(--_space) * 3);
    align-items: center;
    justify-content: space-between;
    min-block-size: 2.25rem;
  }
  .exception + .exception {
    border-block-start: 1px solid var(--_border);
  }
  .exception-text {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    align-items: baseline;
    padding-block: calc(var(--_space) * 1.5);
  }
  .exception-dates {
    font-weight: 500;
  }
  .exception-text .error {
    flex-basis: 100%;
  }
  .exception-actions {
    display: flex;
    gap: calc(var(--_space) * 1);
  }
  .exceptions-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .exceptions-past > summary {
    min-block-size: 1.5rem;
    color: var(--_text-muted);
    cursor: pointer;
  }
  .exceptions-more {
    justify-self: start;
  }

  @container (max-width: 34rem) {
    /* A name that leaves no room for the buttons has a line to itself: it is not broken. */
    .day {
      display: flex;
      flex-wrap: wrap;
      column-gap: calc(var(--_space) * 2);
    }
    .day-name {
      flex: 1 0 auto;
      max-inline-size: 100%;
    }
    .day-entry,
    .day-note,
    .day-errors {
      flex: 1 0 100%;
      order: 1;
    }
    .toggle {
      min-block-size: 2rem;
      padding-inline: calc(var(--_space) * 2);
    }
  }
  @container (max-width: 20rem) {
    .toggle {
      padding-inline: calc(var(--_space) * 1.5);
      font-size: 0.85em;
    }
    .day-actions .icon-button {
      inline-size: 1.75rem;
    }
  }
  @container (max-width: 24rem) {
  }
  @media (forced-colors: active) {
    .toggle[aria-pressed='true'] {
      border-color: Highlight;
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }
`;
