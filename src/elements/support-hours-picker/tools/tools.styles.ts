import { css } from 'lit';

export const toolsStyles = css`
  .tags {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }
  .copy-panel {
    position: absolute;
    z-index: 10;
    inset-inline-end: 0;
    inset-block-start: calc(100% + 4px);
    display: grid;
    gap: calc(var(--_space) * 1);
    inline-size: max-content;
    max-inline-size: min(22rem, 85cqi);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  .copy-panel:focus {
    outline: none;
  }
  .copy-title {
    font-weight: 600;
    padding-inline: calc(var(--_space) * 2.5);
  }
  .copy-days {
    display: flex;
    flex-wrap: wrap;
  }
  .copy-days + .copy-days {
    padding-block-start: calc(var(--_space) * 1);
    border-block-start: 1px solid var(--_border);
  }

  @container (max-width: 34rem) {
    .tags {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
