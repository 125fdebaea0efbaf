import { css } from 'lit';
import { valueSummaryStyles } from './value-summary.styles.js';

export const historyPanelStyles = css`
  ${valueSummaryStyles}
  .changes {
    display: grid;
  }
  .change {
    border-block-start: 1px solid var(--_border);
  }
  .change:last-child {
    border-block-end: 1px solid var(--_border);
  }
  .change-head {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }
  summary.change-head {
    display: flex;
    gap: calc(var(--_space) * 2);
    border-radius: calc(var(--_radius) * 0.5);
    list-style: none;
    cursor: pointer;
  }
  summary.change-head::-webkit-details-marker {
    display: none;
  }
  summary.change-head:hover {
    background: var(--_surface-sunken);
  }
  summary.change-head > .icon {
    flex: none;
    margin-block-start: 0.25em;
    color: var(--_text-muted);
  }
  [open] > summary.change-head > .icon {
    rotate: 180deg;
  }
  .change-fields {
    display: block;
    font-weight: 600;
  }
  .change-source {
    display: block;
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  .change-values {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2) calc(var(--_space) * 4);
  }
  .change-value {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .change-value h4 {
    font-size: 0.95em;
  }
  .side .button {
    justify-self: start;
    margin-inline-start: calc(var(--_space) * -2.5);
  }
  .side-now {
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .more {
    justify-self: start;
  }
`;
