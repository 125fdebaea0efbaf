import { css } from 'lit';

/** What is in the dialog that invites, beside what all dialogs have. */
export const inviteStyles = css`
  /* As large as the dialog, so that no file is dropped beside it and opened by the page. */
  .dialog-form.invite {
    position: relative;
    isolation: isolate;
  }
  .dialog-form.invite::before {
    content: '';
    position: absolute;
    z-index: -1;
    inset: calc(var(--_space) * -6);
  }
  .dialog-form.dropping::before {
    outline: 2px dashed var(--_accent);
    outline-offset: calc(var(--_space) * -2);
    background: var(--_accent-surface);
  }
  .file-choice {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    align-items: center;
  }
  .file-choice .help {
    flex: 1 1 12rem;
  }
`;
