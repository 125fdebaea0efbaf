import { css } from 'lit';

export const menuStyles = css`
  .menu {
    position: fixed;
    /* From the corner, so that it is as wide as it will be while it is measured: beside an edge it would be squeezed. */
    inset: auto;
    left: 0;
    top: 0;
    margin: 0;
    inline-size: max-content;
    min-inline-size: 12rem;
    max-inline-size: min(20rem, 100% - 1rem);
    max-block-size: calc(100% - 1rem);
    overflow: auto;
    padding: calc(var(--_space) * 1);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .menu-entry {
    border-radius: calc(var(--_radius) * 0.75);
  }
  .menu-item {
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border: 0;
    border-radius: inherit;
    background: transparent;
    text-align: start;
    cursor: pointer;
  }
  .menu-entry:hover,
  .menu-entry:focus-within {
    background: var(--_accent-surface);
  }
  .menu-item.danger {
    color: var(--_danger);
  }
  .menu-item[aria-disabled='true'] {
    color: var(--_text-muted);
    cursor: not-allowed;
  }
  /* Beside its item rather than in it: it is no part of the name. */
  .menu-reason {
    display: block;
    margin-block-start: calc(var(--_space) * -1);
    padding-block-end: calc(var(--_space) * 1.5);
    padding-inline: calc(var(--_space) * 3);
    color: var(--_text-muted);
    font-size: 0.85em;
  }
  @media (forced-colors: active) {
    .menu-item[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
