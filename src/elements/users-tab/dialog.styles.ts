import { css } from 'lit';

/** What is inside the dialogs; loaded with the first of them. */
export const dialogStyles = css`
  .dialog-form {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .dialog-form h3 {
    font-size: 1.2em;
    overflow-wrap: anywhere;
  }
  /* Sentences run in their own language's direction, wherever the page begins its lines. */
  .dialog-form :is(h3, h4, p, li, .label) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* It takes the focus so that it is read, and does nothing when it has it. */
  #dialog-title:focus-visible {
    outline: none;
  }
  .dialog-field {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .choice {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: start;
    padding-block: calc(var(--_space) * 1);
  }
  .choice input {
    inline-size: 1.15rem;
    block-size: 1.15rem;
    margin-block-start: 0.15rem;
    accent-color: var(--_accent);
    flex: none;
  }
  .choice-help {
    display: block;
  }
  .choice:has(:disabled) {
    color: var(--_text-muted);
  }
  /* Lines as they were pasted; it grows with them. */
  .address-box {
    display: block;
    max-block-size: 12rem;
    padding-block: calc((var(--_control-height) - 1.5em) / 2 - 1px);
    resize: none;
    overflow: auto;
    overflow-wrap: anywhere;
    field-sizing: content;
  }
  .dialog-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
  }
  .dialog-progress {
    display: grid;
    gap: calc(var(--_space) * 1);
  }
  .dialog-progress progress {
    inline-size: 100%;
    block-size: 0.6rem;
    accent-color: var(--_accent);
  }
  .dialog-progress .help {
    font-variant-numeric: tabular-nums;
  }
  .about {
    overflow-wrap: anywhere;
  }
  .difference {
    display: grid;
    gap: calc(var(--_space) * 1);
  }
  /* Stays there to be heard, and takes no room while there is nothing to say. */
  .difference:empty {
    margin-block-end: calc(var(--_space) * -4);
  }
  .gains::before {
    content: '+ ' / '';
    color: var(--_success);
    font-weight: 600;
  }
  .loses::before {
    content: '− ' / '';
    color: var(--_danger);
    font-weight: 600;
  }
  .refused {
    flex: 1 1 100%;
  }
`;
