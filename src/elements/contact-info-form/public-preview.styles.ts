import { css } from 'lit';

/** Loaded with what it is for. */
export const publicPreviewStyles = css`
  .preview {
    inline-size: min(36rem, calc(100vw - var(--_space) * 8));
    max-block-size: calc(100dvb - var(--_space) * 8);
    overflow: auto;
    overscroll-behavior: contain;
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .preview[open] {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .preview::backdrop {
    background: var(--portero-backdrop, light-dark(rgb(16 24 40 / 0.55), rgb(0 0 0 / 0.7)));
  }
  .preview h3 {
    font-size: 1.15em;
  }
  .preview h4 {
    margin-block-end: calc(var(--_space) * 1);
    font-size: 1em;
  }
  .preview-field {
    min-inline-size: 0;
  }
  .preview-contact {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 0.5);
  }
`;
