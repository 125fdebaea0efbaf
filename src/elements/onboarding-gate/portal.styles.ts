import { css } from '@lit/reactive-element';

/** What the gate itself needs to hold a portal back; how its modal looks comes with the modal. */
export const portalStyles = css`
  :host {
    display: block;
  }
  .portal {
    display: contents;
  }
  .portal[data-closed] {
    visibility: hidden;
  }
  /* What is visible by a rule of the host's own would show through: nothing inside undoes the opacity around it. */
  .portal[data-closed] ::slotted(*) {
    visibility: hidden !important;
    opacity: 0 !important;
    transition: none !important;
  }
`;
