import { css } from 'lit';

/**
 * What every element starts from: the tokens as private names, resolved on the outermost wrapper, and the controls they
 * have in common. The literals are those of `tokens.css`; a test keeps the two the same.
 */
export const baseStyles = css`
  :host {
    display: block;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .base {
    --_font: var(--portero-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif);
    --_font-size: var(--portero-font-size, 0.9375rem);
    --_space: var(--portero-space, 0.25rem);
    --_radius: var(--portero-radius, 0.5rem);
    --_control-height: var(--portero-control-height, 2.5rem);
    --_accent: var(--portero-accent, light-dark(#0f5bd7, #8ab4ff));
    --_on-accent: var(--portero-on-accent, light-dark(#ffffff, #0a1b3a));
    --_accent-surface: var(--portero-accent-surface, light-dark(#e8f0fe, #1c2a44));
    --_surface: var(--portero-surface, light-dark(#ffffff, #15181e));
    --_surface-raised: var(--portero-surface-raised, light-dark(#ffffff, #1b1f27));
    --_surface-sunken: var(--portero-surface-sunken, light-dark(#f4f6f9, #10131a));
    --_text: var(--portero-text, light-dark(#1a1f2b, #e7eaf0));
    --_text-muted: var(--portero-text-muted, light-dark(#566074, #a6b0c2));
    --_border: var(--portero-border, light-dark(#dde2ea, #2f3644));
    --_border-control: var(--portero-border-control, light-dark(#7c879b, #7b879c));
    --_danger: var(--portero-danger, light-dark(#b3261e, #ff8a80));
    --_danger-surface: var(--portero-danger-surface, light-dark(#fdecea, #3a1a1a));
    --_warning: var(--portero-warning, light-dark(#8a5300, #f5c36b));
    --_warning-surface: var(--portero-warning-surface, light-dark(#fff5e0, #33270f));
    --_success: var(--portero-success, light-dark(#136c3a, #7fd6a0));
    --_success-surface: var(--portero-success-surface, light-dark(#e7f6ec, #14301f));
    --_backdrop: var(--portero-backdrop, light-dark(rgb(16 24 40 / 0.55), rgb(0 0 0 / 0.7)));
    --_shadow: var(--portero-shadow, 0 1.5rem 3rem -0.75rem rgb(16 24 40 / 0.35));
    /* What is visually hidden stays in here, and makes nothing around the element scroll. */
    position: relative;
    container-type: inline-size;
    accent-color: var(--_accent);
    color: var(--_text);
    font: normal 400 var(--_font-size) / 1.5 var(--_font);
    letter-spacing: normal;
    text-transform: none;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
  }
  /* A bar that sticks to an edge of what scrolls says how much of it it takes: what is focused is not left beneath. */
  a,
  button,
  input,
  select,
  textarea,
  [tabindex] {
    scroll-margin-block: calc(var(--_space) * 3) var(--_bar-below, calc(var(--_space) * 3));
  }
  a {
    color: var(--_accent);
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .visually-hidden:not(:focus):not(:active) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: var(--_text-muted);
  }
  bdi {
    overflow-wrap: anywhere;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control-height);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 4);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    font-weight: 500;
    line-height: 1.25;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_surface-sunken);
  }
  .button[disabled],
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent), var(--_text) 12%);
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
  }
  .button.quiet:hover {
    background: var(--_accent-surface);
  }
  .button.small {
    min-block-size: 2rem;
    padding: 0 calc(var(--_space) * 2.5);
    font-size: 0.875em;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) * 0.75);
    background: transparent;
    color: var(--_text-muted);
    cursor: pointer;
  }
  .icon-button:hover {
    background: color-mix(in oklab, currentColor 12%, transparent);
    color: var(--_text);
  }
  .icon {
    inline-size: 1em;
    block-size: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    flex: none;
  }
  .input,
  .select {
    inline-size: 100%;
    min-block-size: var(--_control-height);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 3);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  /* Its arrow keeps 4 px of its own from the text. */
  .select {
    padding-inline-start: calc(var(--_space) * 3 - 4px);
  }
  .input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .label {
    display: block;
    font-weight: 600;
  }
  .help {
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  /* Sentences of ours run in their own language's direction, wherever the page begins its lines. */
  .help,
  .muted:is(p),
  .error > span,
  .notice > p,
  nav > span {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .error {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    align-items: baseline;
    color: var(--_danger);
    font-size: 0.9em;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    align-items: center;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }
  .notice.danger {
    border-inline-start-color: var(--_danger);
    background: var(--_danger-surface);
  }
  .notice.warning {
    border-inline-start-color: var(--_warning);
    background: var(--_warning-surface);
  }
  .notice.success {
    border-inline-start-color: var(--_success);
    background: var(--_success-surface);
  }
  .notice > :first-child {
    flex: 1 1 14rem;
  }
  .badge {
    display: inline-block;
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: 1em;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: 0.8em;
    font-weight: 500;
    line-height: 1.6;
    white-space: nowrap;
  }
  .skeleton {
    border-radius: calc(var(--_radius) * 0.75);
    background: color-mix(in oklab, var(--_text-muted) 18%, transparent);
    min-block-size: 1em;
    animation: pulse 1.6s ease-in-out infinite alternate;
  }
  @keyframes pulse {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .button,
    .badge,
    .notice {
      border-color: ButtonBorder;
    }
    .button.primary {
      border-color: Highlight;
    }
    .skeleton {
      border: 1px solid GrayText;
    }
  }
`;
