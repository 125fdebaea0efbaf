import { css } from 'lit';

export const bulkStyles = css`
  .bulk-list {
    display: grid;
    gap: calc(var(--_space) * 1);
    inline-size: 100%;
    padding-inline-start: calc(var(--_space) * 5);
    list-style: disc;
    overflow-wrap: anywhere;
  }
  .left-out,
  .failed {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    font-size: 0.95em;
  }
  .left-out {
    color: var(--_text-muted);
  }
  .left-out h4,
  .failed h4 {
    color: var(--_text);
    font-size: 1em;
  }
  .names {
    overflow-wrap: anywhere;
  }
  .list-choice {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    align-items: center;
    justify-content: space-between;
  }
  .list-choice .select {
    flex: 0 1 11rem;
    inline-size: auto;
  }
`;
