import { css } from 'lit';

export const contactInfoFormStyles = css`
  .base {
    --_gap: var(--contact-info-form-gap, calc(var(--_space) * 7));
  }
  .content,
  form {
    display: grid;
    gap: var(--_gap);
  }
  .fields {
    display: grid;
    gap: var(--_gap);
  }
  .field {
    display: grid;
    gap: calc(var(--_space) * 2);
    scroll-margin-block: 5rem;
  }
  .field-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
  }
  .field-label {
    font-size: 1em;
  }
  .field-mark {
    color: var(--_success);
    line-height: 1;
    margin-inline-start: auto;
  }
  .badge[data-audience='public'] {
    border-color: transparent;
    background: var(--_accent-surface);
    color: var(--_accent);
  }
  .unavailable {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    padding: calc(var(--_space) * 3);
    border: 1px dashed var(--_border-control);
    border-radius: var(--_radius);
    color: var(--_text-muted);
  }
  .entry-box {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.25);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .entry-box:focus-within {
    border-color: var(--_accent);
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .entry-box[data-invalid='true'] {
    border-color: var(--_danger);
  }
  .entry-box .entries {
    display: contents;
  }
  .entry-input {
    flex: 1 1 12rem;
    min-inline-size: 0;
    min-block-size: 1.875rem;
    padding: 0 calc(var(--_space) * 1.5);
    border: 0;
    background: transparent;
  }
  .entry-input:focus-visible {
    outline: none;
  }
  .entry-input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .entries {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }
  .entry {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 1.5);
    max-inline-size: 100%;
    padding-inline: calc(var(--_space) * 2.5) calc(var(--_space) * 0.5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_surface-sunken);
    font-size: 0.95em;
  }
  .entry:not(:has(button)) {
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2.5);
  }
  .entry-text {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .entry-name {
    font-weight: 600;
  }
  .entry[data-invalid='true'] {
    border-color: var(--_danger);
    background: var(--_danger-surface);
  }
  .entry-issue {
    color: var(--_danger);
    font-size: 0.9em;
  }
  .entries-more {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    color: var(--_text-muted);
  }
  .rejected ul {
    flex: 1 1 100%;
    display: grid;
    gap: calc(var(--_space) * 1);
  }
  .rejected li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
    align-items: center;
    padding-block: calc(var(--_space) * 1);
    border-block-start: 1px solid color-mix(in oklab, var(--_danger) 30%, transparent);
  }
  .rejected-text {
    font-weight: 600;
  }
  .rejected-reason {
    flex: 1 1 12rem;
    color: var(--_danger);
    font-size: 0.9em;
  }
  .summary {
    display: block;
  }
  .summary h3,
  .conflicts h3 {
    margin-block-end: calc(var(--_space) * 1);
    font-size: 1em;
  }
  .summary li {
    padding-block: calc(var(--_space) * 0.75);
  }
  .conflicts {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .conflict {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .conflict h4 {
    font-size: 1em;
  }
  .conflict dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: calc(var(--_space) * 3);
  }
  .conflict dt {
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  .line {
    display: block;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    align-items: center;
  }
  .actions .state {
    flex: 1 1 12rem;
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  .actions .state.success {
    color: var(--_success);
  }
  .footer {
    position: sticky;
    inset-block-end: var(--contact-info-form-footer-inset, 0);
    z-index: 5;
    display: grid;
    gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
    background: var(--contact-info-form-footer-surface, var(--_surface-raised));
  }
  .skeleton-field {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .skeleton.title {
    inline-size: 14rem;
    max-inline-size: 60%;
  }
  .skeleton.line {
    inline-size: 26rem;
    max-inline-size: 90%;
    block-size: 0.8em;
    min-block-size: 0;
  }
  .skeleton.box {
    block-size: var(--_control-height);
  }
  @container (max-width: 30rem) {
    .footer .button {
      inline-size: 100%;
    }
  }
  @media (forced-colors: active) {
    .entry[data-invalid='true'],
    .entry-box[data-invalid='true'] {
      border-width: 2px;
    }
  }
`;
