import { css } from 'lit';

/** The import of holidays, loaded with it. */
export const holidayImportStyles = css`
  .holidays {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }
  .holidays.dropping {
    border-color: var(--_accent);
    outline: 2px solid var(--_accent);
  }
  .holidays-file,
  .holidays-window,
  .holidays-choice,
  .holidays .exception-form-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    align-items: center;
  }
  .holidays-status:has(bdi:empty) {
    display: none;
  }
  .holidays-warnings {
    display: grid;
    gap: calc(var(--_space) * 1);
    max-block-size: 9rem;
    overflow: auto;
  }
  .holiday {
    display: flex;
    flex: 1;
    gap: calc(var(--_space) * 3);
    align-items: baseline;
    min-block-size: 1.5rem;
    cursor: pointer;
  }
  .holiday:has(:disabled) {
    color: var(--_text-muted);
    cursor: default;
  }
`;
