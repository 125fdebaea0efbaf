import { css } from 'lit';

export const onboardingGateStyles = css`
  :host {
    display: block;
  }
  .portal {
    display: contents;
  }
  .portal[data-closed] {
    visibility: hidden;
  }
  /* What is visible by a rule of the host's own would show through: nothing inside undoes the opacity around it. */
  .portal[data-closed] ::slotted(*) {
    visibility: hidden !important;
    opacity: 0 !important;
    transition: none !important;
  }
  .base {
    --_dialog-inline-size: var(--onboarding-gate-inline-size, 54rem);
    --_padding: clamp(1rem, 3vw, 2rem);
    container-type: normal;
  }
  dialog {
    inline-size: min(var(--_dialog-inline-size), 100% - 2rem);
    max-inline-size: none;
    block-size: min(58rem, 100dvh - 2rem);
    max-block-size: none;
    margin: auto;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    /* Not hidden, which a script can still scroll: only the body scrolls. */
    overflow: clip;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog[data-unavailable] {
    block-size: fit-content;
    max-block-size: 100dvh;
    padding-block-end: calc(var(--_space) * 4);
  }
  dialog[data-unavailable] .head {
    padding-block-end: calc(var(--_space) * 4);
  }
  dialog::backdrop {
    background: light-dark(rgb(16 24 40 / 0.55), rgb(0 0 0 / 0.7));
    background: var(--portero-backdrop, light-dark(rgb(16 24 40 / 0.55), rgb(0 0 0 / 0.7)));
  }
  .head {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4) var(--_padding) 0;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-raised);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    align-items: center;
    font-size: 0.9em;
  }
  .brand {
    margin-inline-end: auto;
  }
  .link {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: 2rem;
    text-underline-offset: 0.2em;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 6);
    align-items: end;
    justify-content: space-between;
  }
  h2 {
    font-size: 1.5em;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  h2:focus {
    outline: none;
  }
  .progress {
    display: flex;
    gap: calc(var(--_space) * 3);
    align-items: center;
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  progress {
    inline-size: 8rem;
    block-size: 0.5rem;
    border: 0;
    border-radius: 1rem;
    overflow: hidden;
    background: var(--_border);
    accent-color: var(--_accent);
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--_border);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  [role='tablist'] {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
  }
  [role='tab'] {
    min-block-size: 2.75rem;
    padding: 0 calc(var(--_space) * 3);
    border: 0;
    border-block-end: 3px solid transparent;
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
    background: transparent;
    color: var(--_text-muted);
    font-weight: 600;
    cursor: pointer;
  }
  [role='tab']:hover {
    background: var(--_surface-sunken);
  }
  [role='tab'][aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_text);
  }
  [role='tab']:focus-visible {
    outline-offset: -3px;
  }
  .body {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: auto;
    /* What is focused is not left under the bar with the buttons. */
    scroll-padding-block: calc(var(--_space) * 4) 6rem;
    overscroll-behavior: contain;
    padding: calc(var(--_space) * 6) var(--_padding) 0;
  }
  .body:focus-visible {
    outline-offset: -2px;
  }
  [role='tabpanel'] {
    padding-block-end: calc(var(--_space) * 6);
  }
  #panel-contact-info {
    padding-block-end: 0;
  }
  .panel-introduction {
    margin-block-end: calc(var(--_space) * 5);
    color: var(--_text-muted);
  }
  .placeholder {
    display: grid;
    gap: calc(var(--_space) * 6);
  }
  .placeholder .skeleton {
    block-size: 4rem;
  }
  .unavailable {
    display: grid;
    gap: calc(var(--_space) * 4);
    justify-items: start;
    max-inline-size: 36rem;
    padding-block: calc(var(--_space) * 6);
  }
  .unavailable h3 {
    font-size: 1.15em;
  }
  @media (max-width: 40rem) {
    .body {
      scroll-padding-block-end: 9rem;
    }
    dialog {
      inline-size: 100%;
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }
    h2 {
      font-size: 1.25em;
    }
    .introduction {
      font-size: 0.95em;
    }
  }
  /* A low window, or a large zoom: the heading scrolls away rather than taking the room of what is to be filled in. */
  @media (max-height: 34rem) {
    dialog {
      overflow: auto;
      scroll-padding-block-end: 6rem;
    }
    dialog[open] {
      display: block;
    }
    .body {
      overflow: visible;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 2px solid CanvasText;
    }
    [role='tab'] {
      border-block-end-color: Canvas;
    }
    [role='tab'][aria-selected='true'] {
      border-block-end-color: Highlight;
    }
    progress {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
    }
    progress::-webkit-progress-bar {
      background: Canvas;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
