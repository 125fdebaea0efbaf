import { css } from 'lit';

export const usersFieldStyles = css`
  .user-entry {
    padding-block: calc(var(--_space) * 0.5);
  }
  /* The reason and the way on have a line of their own below the name. */
  .user-entry[data-invalid='true'] {
    inline-size: 100%;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 2);
    padding-inline-end: calc(var(--_space) * 10);
    position: relative;
  }
  .user-entry[data-invalid='true'] .entry-text {
    flex: 1 1 100%;
  }
  .user-entry[data-invalid='true'] .entry-issue {
    flex: 1 1 16rem;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .user-entry[data-invalid='true'] .icon-button {
    position: absolute;
    inset-block-start: calc(var(--_space) * 1.5);
    inset-inline-end: calc(var(--_space) * 1.5);
  }
  .users-note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    font-size: 0.9em;
  }
  .combobox-footer {
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 3) calc(var(--_space) * 2);
  }
`;
