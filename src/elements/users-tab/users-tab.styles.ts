import { css } from 'lit';

export const usersTabStyles = css`
  .base {
    --_row-padding: var(--users-tab-row-padding, calc(var(--_space) * 2.5));
  }
  .content {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .empty {
    display: grid;
    gap: calc(var(--_space) * 2);
    justify-items: center;
    padding: calc(var(--_space) * 10) calc(var(--_space) * 4);
    border: 1px dashed var(--_border-control);
    border-radius: var(--_radius);
    text-align: center;
  }
  .empty h3 {
    font-size: 1.05em;
  }
  .status {
    min-block-size: 1.5em;
    color: var(--_success);
    font-size: 0.9em;
  }
  dialog .status {
    min-block-size: 0;
    margin-block-start: calc(var(--_space) * 3);
  }
  dialog .status:empty {
    margin: 0;
  }
  .status .said-problem {
    color: var(--_danger);
    overflow-wrap: anywhere;
  }
  dialog {
    inline-size: min(30rem, 100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
    margin: auto;
    padding: calc(var(--_space) * 6);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: auto;
  }
  dialog::backdrop {
    background: light-dark(rgb(16 24 40 / 0.4), rgb(0 0 0 / 0.6));
  }
  @media (forced-colors: active) {
    dialog {
      border: 2px solid CanvasText;
    }
  }
`;
