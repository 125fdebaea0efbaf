import { css } from 'lit';

export const timetableStyles = css`
  .timetable {
    gap: calc(var(--_space) * 3);
  }
  .timetable-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    align-items: baseline;
  }
  .timetable-name {
    font-weight: 600;
  }
  .timetable-head .status {
    margin-inline-start: auto;
  }
  .timetable-channels {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  tbody th,
  tbody td {
    padding: calc(var(--_space) * 1.5) 0;
    text-align: start;
    vertical-align: baseline;
    font-variant-numeric: tabular-nums;
  }
  tbody th {
    inline-size: var(--_day-width);
    padding-inline-end: calc(var(--_space) * 3);
    font-weight: 500;
  }
  tbody tr + tr {
    border-block-start: 1px solid var(--_border);
  }
  /* Hours run in their own language's direction, wherever the page begins its lines. */
  tbody td,
  .timetable-tags {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  tbody th::first-letter {
    text-transform: uppercase;
  }
  @container (max-width: 24rem) {
    tbody th {
      inline-size: auto;
    }
  }
`;
