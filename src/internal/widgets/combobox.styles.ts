import { css } from 'lit';

export const comboboxStyles = css`
  .combobox {
    position: relative;
  }
  .combobox-popup {
    position: absolute;
    z-index: 10;
    inset-inline: 0;
    inset-block-start: calc(100% + 4px);
    display: flex;
    flex-direction: column;
    max-block-size: 17rem;
    padding: calc(var(--_space) * 1);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  .combobox-popup[hidden] {
    display: none;
  }
  /* The list scrolls, not what surrounds it: its options are reached by the keys of the box. */
  .combobox-popup > [role='listbox'] {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: auto;
  }
  .option {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
    align-items: baseline;
    min-block-size: 2.25rem;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border-radius: calc(var(--_radius) * 0.75);
    cursor: pointer;
  }
  .option:hover {
    background: var(--_surface-sunken);
  }
  .option[data-active] {
    background: var(--_accent-surface);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .option[aria-selected='true'] .option-label::before {
    content: '✓ ' / '';
    color: var(--_accent);
  }
  .option-detail {
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  .combobox-status {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  .combobox-status:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .option[data-active] {
      outline-color: Highlight;
    }
  }
`;
