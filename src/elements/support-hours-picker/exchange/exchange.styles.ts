import { css } from 'lit';

export const exchangeStyles = css`
  .exchange {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border-control);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_schedule-surface);
  }
  .exchange-title {
    font-weight: 600;
  }
  .exchange textarea {
    inline-size: 100%;
    min-block-size: 5rem;
    padding-block: calc(var(--_space) * 2);
    resize: vertical;
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
    direction: ltr;
  }
  .exchange-outcome {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .exchange-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .exchange-actions .button,
  .copy-format .button {
    white-space: normal;
  }
  .copy-format {
    display: grid;
    gap: calc(var(--_space) * 1);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }
  .copy-format-head {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: center;
    justify-content: space-between;
    font-weight: 500;
  }

  @container (max-width: 34rem) {
    .exchange {
      padding: calc(var(--_space) * 4);
    }
  }
`;
