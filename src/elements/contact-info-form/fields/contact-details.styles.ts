import { css } from 'lit';

/** Adopted with the dialog. */
export const contactDetailsStyles = css`
  .details-dialog {
    inline-size: min(30rem, 100% - 2rem);
    max-block-size: calc(100% - 2rem);
    overflow: auto;
    padding: calc(var(--_space) * 6);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .details-dialog[open] {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .details-dialog::backdrop {
    background: var(--_backdrop);
  }
  .details-dialog h3 {
    font-size: 1.15em;
  }
  .details-address {
    margin-block-start: calc(var(--_space) * -3);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .details-field {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }
  .details-dialog textarea {
    padding-block: calc(var(--_space) * 2);
    resize: vertical;
  }
  .details-dialog [dir='ltr']:dir(ltr) {
    text-align: match-parent;
  }
  .details-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
  }
`;
