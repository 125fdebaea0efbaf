import { css } from 'lit';

export const supportHoursPickerStyles = css`
  .base {
    --_gap: var(--support-hours-picker-gap, 1rem);
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
  .schedule-remove {
    margin-block-end: calc((var(--_control-height) - 2.25rem) / 2);
  }
  .schedule-head .icon-button,
  .day-actions .icon-button,
  .exception .icon-button,
  .toolbar-end {
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

  .day {
    display: grid;
    grid-template-columns: var(--_day-width) minmax(0, 1fr) auto;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    align-items: center;
  }
  .day-name {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  /* Some languages write days with a small letter, which at the start of a row is a capital. */
  .day-name::first-letter,
  tbody th::first-letter {
    text-transform: uppercase;
  }
  .day-entry {
    position: relative;
  }
  .day-entry .input[data-closed] {
    color: var(--_text-muted);
    background: var(--_surface-sunken);
  }
  .day-preview {
    position: absolute;
    inset-block: 1px;
    inset-inline-end: 1px;
    display: flex;
    align-items: center;
    max-inline-size: 60%;
    padding-inline: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text-muted);
    font-size: 0.9em;
    white-space: nowrap;
    overflow: hidden;
    pointer-events: none;
  }
  .day-preview:empty {
    display: none;
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
  .copy-panel {
    position: absolute;
    z-index: 10;
    inset-inline-end: 0;
    inset-block-start: calc(100% + 4px);
    display: grid;
    gap: calc(var(--_space) * 1);
    inline-size: max-content;
    max-inline-size: min(22rem, 85cqi);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  .copy-panel:focus {
    outline: none;
  }
  .copy-title {
    font-weight: 600;
    padding-inline: calc(var(--_space) * 2.5);
  }
  .copy-days {
    display: flex;
    flex-wrap: wrap;
  }
  .copy-days + .copy-days {
    padding-block-start: calc(var(--_space) * 1);
    border-block-start: 1px solid var(--_border);
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
  .exception-form {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }
  .exception-form > .error,
  .exception-form-actions {
    grid-column: 1 / -1;
  }
  .exception-form-actions {
    display: flex;
    gap: calc(var(--_space) * 2);
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

  .timetable {
    gap: calc(var(--_space) * 3);
  }
  .timetable-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    align-items: baseline;
  }
  .timetable-name {
    font-weight: 600;
  }
  .timetable-head .status {
    margin-inline-start: auto;
  }
  .timetable-channels {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  tbody th,
  tbody td {
    padding: calc(var(--_space) * 1.5) 0;
    text-align: start;
    vertical-align: baseline;
    font-variant-numeric: tabular-nums;
  }
  tbody th {
    inline-size: var(--_day-width);
    padding-inline-end: calc(var(--_space) * 3);
    font-weight: 500;
  }
  tbody tr + tr {
    border-block-start: 1px solid var(--_border);
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
    .day {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .day-entry,
    .day-note,
    .day-errors {
      grid-column: 1 / -1;
    }
    .day-actions {
      grid-row: 1;
      grid-column: 2;
    }
    .toggle {
      min-block-size: 2rem;
    }
  }
  @container (max-width: 24rem) {
    .exception-form {
      grid-template-columns: minmax(0, 1fr);
    }
    tbody th {
      inline-size: auto;
    }
  }
  @media (forced-colors: active) {
    .toggle[aria-pressed='true'] {
      border-color: Highlight;
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
    .status[data-open='true']::before {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
    }
  }
`;
