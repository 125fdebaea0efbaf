import { css } from 'lit';
import { valueSummaryStyles } from './value-summary.styles.js';

export const conflictPanelStyles = css`
  ${valueSummaryStyles}
  .conflict {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .conflict .side {
    grid-template-rows: none;
    align-content: start;
  }
  .conflict h4 {
    font-size: 1em;
  }
  .conflict-chosen {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    align-items: center;
  }
  .conflict-chosen h4 {
    flex: 1 1 12rem;
  }
  .conflict-chosen p {
    display: inline-flex;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
  }
  .conflict-chosen .icon {
    color: var(--_success);
  }
`;
