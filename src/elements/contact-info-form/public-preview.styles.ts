import { css } from 'lit';

/** Loaded with what it is for. */
export const publicPreviewStyles = css`
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
