import { css } from 'lit';

export const weekStyles = css`
  .week {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_schedule-surface);
    --_series-0: var(--_accent);
    --_series-1: light-dark(#b3500c, #f0a35e);
    --_series-2: light-dark(#6b3fb5, #c3a6f7);
    --_series-3: light-dark(#0b7285, #66c9d9);
    --_series-4: light-dark(#9c2c6b, #f29ac5);
    --_series-5: light-dark(#4d5a1e, #bccb7a);
  }
  .week-patterns {
    position: absolute;
  }
  .week-bar,
  .week-steps,
  .week-legend,
  .week-legend li,
  .week-zone {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: center;
  }
  .week-bar {
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }
  .week-title {
    flex: 1 1 14rem;
    font-weight: 600;
  }
  .week-zone .select {
    inline-size: auto;
    max-inline-size: 100%;
    min-block-size: 2rem;
    font-size: 0.9em;
  }
  .week-legend {
    gap: 0 calc(var(--_space) * 5);
    font-size: 0.9em;
  }
  .week-legend li {
    min-block-size: 2rem;
  }
  .week-arrow {
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border: solid currentColor;
    border-width: 2px 2px 0 0;
    rotate: 45deg;
  }
  .week-arrow.back,
  .week-arrow:not(.back):dir(rtl) {
    rotate: 225deg;
  }
  .week-arrow.back:dir(rtl) {
    rotate: 45deg;
  }
  .week-board {
    --_axis: 3.25em;
    position: relative;
    display: grid;
    grid-template-columns: var(--_axis) repeat(7, minmax(0, 1fr));
    column-gap: 2px;
    line-height: 1.3;
  }
  .week-board.painting {
    column-gap: 0;
  }
  .week-day {
    padding-block-end: calc(var(--_space) * 1);
    text-align: center;
    font-size: 0.85em;
    font-weight: 500;
  }
  .week-day[data-today='true'] {
    color: var(--_accent);
    font-weight: 700;
  }
  .week-day[data-marked='true'] {
    border-block-end: 3px solid var(--_warning);
    margin-block-end: -3px;
  }
  .week-axis text,
  .week-column text {
    fill: var(--_text-muted);
    font-size: 0.75em;
  }
  .week-board > svg {
    display: block;
    overflow: visible;
  }
  .week-column text {
    paint-order: stroke;
    stroke: var(--_schedule-surface);
    stroke-width: 3px;
  }
  .week-column .day {
    fill: var(--_surface);
    stroke: var(--_border);
  }
  .week-column .hour {
    stroke: var(--_border);
    stroke-width: 0.5;
  }
  .gap-ink {
    stroke: var(--_text-muted);
    stroke-opacity: 0.4;
    fill: none;
  }
  .week-column .exception-mark {
    fill: none;
    stroke: var(--_warning);
    stroke-width: 2;
    stroke-dasharray: 4 3;
  }
  .week-column .clock-change {
    stroke: var(--_warning);
    stroke-width: 3;
    stroke-dasharray: 2 2;
  }
  .week-column .now {
    stroke: var(--_danger);
    stroke-width: 2;
  }
  .series-0 {
    --_ink: var(--_series-0);
  }
  .series-1 {
    --_ink: var(--_series-1);
  }
  .series-2 {
    --_ink: var(--_series-2);
  }
  .series-3 {
    --_ink: var(--_series-3);
  }
  .series-4 {
    --_ink: var(--_series-4);
  }
  .series-5 {
    --_ink: var(--_series-5);
  }
  .series-gap {
    --_ink: var(--_border-control);
  }
  .span {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .tint {
    fill: var(--_schedule-surface);
  }
  .ink {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.2;
  }
  .solid {
    fill: var(--_ink);
    fill-opacity: 0.35;
  }
  .ink circle {
    fill: var(--_ink);
    stroke: none;
  }
  .week-cells {
    position: absolute;
    inset-block-end: 0;
    inset-inline: var(--_axis) 0;
    /* 24 hours of 1.6em, as they are drawn. */
    block-size: 38.4em;
    display: grid;
    grid-template-rows: repeat(48, minmax(0, 1fr));
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
    cursor: crosshair;
  }
  .week-cells > [role='row'] {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
  }
  .week-cell {
    min-inline-size: 0;
  }
  .week-cell:hover {
    background: color-mix(in oklab, var(--_accent) 12%, transparent);
  }
  .week-cells:focus-within .week-cell[aria-selected='true'] {
    background: color-mix(in oklab, var(--_accent) 28%, transparent);
  }
  .week-cell:focus-visible {
    outline-offset: -1px;
    z-index: 1;
  }
  .week-facts {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .week-title,
  .week-facts p {
    unicode-bidi: plaintext;
    text-align: match-parent;
  }
  .week-gaps {
    columns: 15em;
    font-variant-numeric: tabular-nums;
  }
  .week summary {
    min-block-size: 2rem;
    align-content: center;
    cursor: pointer;
  }
  @container (max-width: 34rem) {
    .week {
      padding: calc(var(--_space) * 3);
    }
    .week-board {
      --_axis: 2.6em;
      font-size: 0.85em;
    }
  }
  @media (forced-colors: active) {
    .week {
      --_series-0: CanvasText;
      --_series-1: CanvasText;
      --_series-2: CanvasText;
      --_series-3: CanvasText;
      --_series-4: CanvasText;
      --_series-5: CanvasText;
    }
    .week-column .day,
    .tint {
      fill: Canvas;
    }
    .week-axis text,
    .week-column text {
      fill: CanvasText;
      stroke: Canvas;
    }
    .week-axis text {
      stroke: none;
    }
    .week-column .now {
      stroke: Highlight;
    }
    .gap-ink {
      stroke: GrayText;
    }
    .week-cells:focus-within .week-cell[aria-selected='true'] {
      forced-color-adjust: none;
      background: color-mix(in srgb, Highlight 40%, transparent);
    }
    .week-arrow {
      border-color: ButtonText;
    }
  }
`;
