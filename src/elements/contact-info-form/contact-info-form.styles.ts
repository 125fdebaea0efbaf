import { css } from 'lit';

export const contactInfoFormStyles = css`
  .base {
    --_gap: var(--contact-info-form-gap, calc(var(--_space) * 7));
    --_footer-surface: var(--contact-info-form-footer-surface, var(--_surface-raised));
    --_footer-inset: var(--contact-info-form-footer-inset, 0px);
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
    scroll-margin-block: calc(var(--_space) * 5) var(--_bar-below, calc(var(--_space) * 5));
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
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    color: var(--_text-muted);
    font-size: 0.9em;
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
    min-block-size: var(--_control-height);
    padding: calc(var(--_space) * 1.25);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  /* One ring: that of the box in which an entry is written anew is its own. */
  .entry-box:focus-within:not(:has(li input:focus)) {
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
    min-block-size: calc(var(--_control-height) - 2px - var(--_space) * 2.5);
    padding: 0 calc(var(--_space) * 1.75);
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
  .entry .icon-button {
    inline-size: 1.625rem;
    block-size: 1.625rem;
  }
  .entry:not(:has(button)) {
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2.5);
  }
  .entry:not(:has(.entry-issue)) {
    flex-wrap: nowrap;
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
  .part-failed {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    align-items: center;
  }
  .history-bar {
    display: flex;
    justify-content: end;
    margin-block-end: calc(var(--_space) * 2);
  }
  /* Dialogs whose content is loaded when it is asked for: their frame is there before it. */
  .history,
  .preview {
    inline-size: min(46rem, 100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
    margin: auto;
    padding: 0 calc(var(--_space) * 6) calc(var(--_space) * 6);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .preview {
    inline-size: min(36rem, 100vw - 2rem);
    padding-block-start: calc(var(--_space) * 5);
  }
  .preview h3 {
    font-size: 1.2em;
  }
  .history[open],
  .preview[open] {
    display: grid;
    gap: calc(var(--_space) * 4);
    align-content: start;
  }
  .history::backdrop,
  .preview::backdrop {
    background: var(--_backdrop);
  }
  .history-head {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    justify-content: space-between;
    align-items: center;
    padding-block: calc(var(--_space) * 4) calc(var(--_space) * 2);
    background: var(--_surface-raised);
  }
  .history-head h3 {
    font-size: 1.2em;
  }
  @media (max-width: 30rem) {
    .history,
    .preview {
      padding-inline: calc(var(--_space) * 3);
    }
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
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .actions .state.success {
    color: var(--_success);
  }
  .actions .state:empty {
    display: none;
  }
  .footer {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }
  .footer * {
    scroll-margin-block: 0;
  }
  /*
   * In a gate the bar is always in sight. On a page it stands at the end of the form, on whatever is there, until it has
   * something to say: then it comes into sight, as a bar of its own. In a low window it would take the room of the fields.
   */
  @media (min-height: 34.01rem) {
    :host([onboarding]) .footer,
    .footer:is(:has(.state:not(:empty)), :has(.notice)) {
      position: sticky;
      inset-block-end: var(--_footer-inset);
      z-index: 5;
      background: var(--_footer-surface);
    }
    :host(:not([onboarding])) .footer:is(:has(.state:not(:empty)), :has(.notice)) {
      inset-block-end: calc(var(--_footer-inset) + var(--_space) * 2);
      border-color: transparent;
      background: none;
    }
    :host(:not([onboarding])) .footer:is(:has(.state:not(:empty)), :has(.notice))::before {
      content: '';
      position: absolute;
      z-index: -1;
      inset: 0 calc(var(--_space) * -3);
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) * 1.5);
      background: var(--_footer-surface);
      box-shadow: var(--_shadow);
    }
    .base:has(.footer) {
      --_bar-below: calc(var(--_footer-inset) + var(--_control-height) + var(--_space) * 15);
    }
    .base:has(.footer .notice) {
      --_bar-below: calc(var(--_footer-inset) + var(--_control-height) + 12rem);
    }
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
    .footer {
      gap: calc(var(--_space) * 2);
      padding-block: calc(var(--_space) * 2);
    }
    .footer .actions {
      gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
      align-items: stretch;
    }
    .footer .actions .button {
      flex: 2 1 min-content;
      padding-inline: calc(var(--_space) * 1.5);
      font-size: 0.9em;
    }
    .footer .actions .button.primary {
      flex-grow: 1;
    }
    .actions .state {
      flex-basis: 100%;
    }
    .entry-input {
      flex-basis: 4rem;
    }
  }
  @media (forced-colors: active) {
    .history,
    .preview {
      border: 2px solid CanvasText;
    }
    .entry[data-invalid='true'],
    .entry-box[data-invalid='true'] {
      border-width: 2px;
    }
  }

  /* The summary: its sentences run in their own language's direction, and its links can be hit one by one. */
  .summary :is(h3, li),
  .legend > p,
  .entry-issue,
  .rejected-reason {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .summary a {
    padding-block: calc(var(--_space) * 0.5);
  }
`;
