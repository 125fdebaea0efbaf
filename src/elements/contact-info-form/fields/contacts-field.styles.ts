import { css } from 'lit';

export const contactsFieldStyles = css`
  .entry.contact {
    position: relative;
    display: inline-grid;
    gap: 0;
    padding: 0;
    min-inline-size: 0;
  }
  .entry-line {
    display: flex;
    align-items: center;
    min-inline-size: 0;
    padding-inline: calc(var(--_space) * 1);
  }
  .contact .icon-button {
    flex: none;
  }
  .contact .entry-text {
    flex: 1 1 auto;
    min-block-size: 1.75rem;
    padding: 0 calc(var(--_space) * 1.5);
    border: 0;
    border-radius: calc(var(--_radius) * 0.5);
    background: transparent;
    text-align: start;
    cursor: text;
  }
  .contact span.entry-text {
    cursor: auto;
  }
  button.entry-text:hover {
    background: color-mix(in oklab, currentColor 8%, transparent);
  }
  .entry-handle {
    display: none;
    flex: none;
    inline-size: 24px;
    block-size: 28px;
    padding: 5px 6px;
    background: radial-gradient(circle, currentColor 1px, transparent 1.5px) 0 0 / 6px 6px content-box content-box;
    color: var(--_text-muted);
    cursor: grab;
    /* A finger on it moves the entry, not the page. */
    touch-action: none;
    -webkit-user-select: none;
    user-select: none;
  }
  [data-movable] .entry-handle {
    display: block;
  }
  .entry-handle:active {
    cursor: grabbing;
  }
  .entry-note {
    padding: 0 calc(var(--_space) * 2.5) calc(var(--_space) * 1);
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }
  [data-movable] .entry-note {
    padding-inline-start: calc(var(--_space) * 2.5 + 24px);
  }
  .contact.editing {
    flex: 1 1 100%;
    background: transparent;
    border-color: transparent;
  }
  .entry.contact.editing .entry-note {
    padding-inline: calc(var(--_space) * 2);
  }
  .contact.editing .entry-line {
    gap: calc(var(--_space) * 1);
    padding: 0;
  }
  .contact.editing .input {
    min-block-size: 2rem;
    padding-inline: calc(var(--_space) * 2);
  }
  .entry[data-dragged] {
    opacity: 0.55;
    border-style: dashed;
  }
  .entry[data-drop]::before {
    content: '';
    position: absolute;
    inset-block: -1px;
    inset-inline-start: calc(var(--_space) * -1);
    inline-size: 3px;
    border-radius: 2px;
    background: var(--_accent);
  }
  .entry[data-drop='after']::before {
    inset-inline: auto calc(var(--_space) * -1);
  }
  .entry[data-drop='above']::before,
  .entry[data-drop='below']::before {
    inset: calc(var(--_space) * -1) -1px auto;
    inline-size: auto;
    block-size: 3px;
  }
  .entry[data-drop='below']::before {
    inset-block: auto calc(var(--_space) * -1);
  }
  .entry-box {
    position: relative;
  }
  .entry-box[data-full='true'] .entry-input {
    flex-basis: 2rem;
  }
  .entry-box[data-dropping='true'] {
    border-style: dashed;
    border-color: var(--_accent);
  }
  .drop-sign {
    position: absolute;
    inset: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    border-radius: inherit;
    background: var(--_accent-surface);
    color: var(--_accent);
    font-weight: 600;
    /* What is dragged stays over the box. */
    pointer-events: none;
  }
  .removed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
    color: var(--_text-muted);
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }
  .asked {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 3);
    /* As high as a button, whether there is one or not. */
    min-block-size: 2rem;
    margin-block: calc(var(--_space) * -1.5);
  }
  .same-as {
    margin-inline: auto calc(var(--_space) * -2.5);
  }
  .same-as .button {
    unicode-bidi: plaintext;
  }
  @media (forced-colors: active) {
    .entry[data-drop]::before {
      background: Highlight;
    }
    .entry-box[data-dropping='true'] {
      border-width: 2px;
    }
  }
`;
