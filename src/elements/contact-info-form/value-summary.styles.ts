import { css } from 'lit';

/** Values side by side: for the conflict panel and for the history. */
export const valueSummaryStyles = css`
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }
  .side {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
  }
  .side dt {
    color: var(--_text-muted);
    font-size: 0.9em;
    font-weight: 600;
  }
  .side-note {
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .lines {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    align-content: start;
  }
  .line {
    position: relative;
    border-radius: calc(var(--_radius) * 0.5);
    overflow-wrap: anywhere;
  }
  [data-compared='true'] > .line {
    padding-inline: calc(var(--_space) * 5.5) calc(var(--_space) * 1);
  }
  .line[data-mark='added'] {
    background: var(--_success-surface);
  }
  .line[data-mark='removed'] {
    background: var(--_danger-surface);
  }
  .line ins {
    text-decoration: none;
  }
  .line del {
    color: var(--_text-muted);
  }
  .sign {
    position: absolute;
    inset-inline-start: calc(var(--_space) * 1.25);
    font-weight: 700;
  }
  .line[data-mark='added'] .sign {
    color: var(--_success);
  }
  .line[data-mark='removed'] .sign {
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    .line:not([data-mark='same']) {
      outline: 1px solid;
      outline-offset: -1px;
    }
  }
`;
