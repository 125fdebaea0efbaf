import { css } from 'lit';

export const supportHoursPickerStyles = css`
  .base {
    --_gap: var(--support-hours-picker-gap, calc(var(--_space) * 4));
    --_schedule-surface: var(--support-hours-picker-schedule-surface, var(--_surface-raised));
    --_day-width: var(--support-hours-picker-day-width, 7.5rem);
  }
  .base,
  .editors {
    display: grid;
    gap: var(--_gap);
  }
  .base > .visually-hidden {
    inset-block-start: 0;
  }
  .schedule {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_schedule-surface);
  }
  .field {
    display: grid;
    gap: calc(var(--_space) * 1);
    align-content: start;
    min-inline-size: 0;
  }
  .field > .label,
  .channels > .label {
    font-size: 0.9em;
  }
  .schedule-head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.25fr) auto;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    align-items: end;
  }
  .schedule-head .icon-button,
  .day-actions .icon-button,
  .toolbar .icon-button {
    inline-size: 2.25rem;
    block-size: 2.25rem;
  }
  /* As wide as it will be with what comes later. */
  .schedule-actions {
    display: flex;
    justify-content: end;
    min-inline-size: 4.5rem;
    margin-block-end: calc((var(--_control-height) - 2.25rem) / 2);
    margin-inline-end: calc(var(--_space) * -2);
  }
  .day-actions .icon-button,
  .exception .icon-button {
    margin-inline-end: calc(var(--_space) * -2);
  }
  .schedule .combobox::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 0.4rem);
    inset-inline-end: calc(var(--_space) * 4);
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border: solid var(--_text-muted);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    pointer-events: none;
  }
  .schedule .combobox .input {
    padding-inline-end: calc(var(--_space) * 9);
    text-overflow: ellipsis;
  }
  .schedule-remove:hover {
    color: var(--_danger);
  }
  .channels {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 5);
  }
  .channel {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 2rem;
    cursor: pointer;
  }
  .channel input {
    inline-size: 1.1em;
    block-size: 1.1em;
    accent-color: var(--_accent);
  }

  .schedule-week {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .week-head {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    align-items: center;
    justify-content: space-between;
  }
  .week-status {
    flex: 1 1 14rem;
  }
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .schedule-week > .help {
    margin-block-end: calc(var(--_space) * 1);
  }
  .status {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: baseline;
    font-weight: 500;
    color: var(--_text-muted);
  }
  .status::before {
    content: '';
    flex: none;
    inline-size: 0.6em;
    block-size: 0.6em;
    border: 2px solid currentColor;
    border-radius: 50%;
  }
  .status[data-open='true'] {
    color: var(--_success);
  }
  .status[data-open='true']::before {
    background: currentColor;
  }

  .start {
    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 7) calc(var(--_space) * 5);
    border: 1px dashed var(--_border-control);
    border-radius: calc(var(--_radius) * 1.5);
    text-align: center;
  }
  .start[data-invalid='true'] {
    border-color: var(--_danger);
  }
  .start-title {
    font-weight: 600;
  }
  .start-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    margin-block: calc(var(--_space) * 3) calc(var(--_space) * 1);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: center;
  }
  .toolbar-end {
    display: flex;
    margin-inline-start: auto;
  }
  .toolbar .icon-button[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
    background: none;
  }
  .flips:dir(rtl) .icon {
    transform: scaleX(-1);
  }
  .editors[disabled] {
    opacity: 0.65;
  }
  .editors[disabled] :is(button, input) {
    cursor: not-allowed;
  }

  @container (max-width: 34rem) {
    .schedule {
      padding: calc(var(--_space) * 4);
    }
    .schedule-head {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .schedule-head > :nth-child(2) {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .schedule-week {
      gap: calc(var(--_space) * 3);
    }
  }
  @media (forced-colors: active) {
    .status[data-open='true']::before {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
    }
  }
`;
