import { css } from 'lit';

/** The modal, and what is said above an open portal. */
export const onboardingGateStyles = css`
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
    /* What the host hides or holds back around the gate is not meant for the modal, which nobody could get rid of. */
    visibility: visible;
    pointer-events: auto;
    -webkit-user-select: text;
    user-select: text;
    /* Not hidden, which a script can still scroll: only the body scrolls. */
    overflow: hidden;
    overflow: clip;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  /* Something to read, and not to fill in. */
  dialog:not([data-filled-in]) {
    block-size: fit-content;
    max-block-size: calc(100dvh - 2rem);
    padding-block-end: calc(var(--_space) * 4);
  }
  dialog::backdrop {
    background: light-dark(rgb(16 24 40 / 0.55), rgb(0 0 0 / 0.7));
    background: var(--_backdrop, light-dark(rgb(16 24 40 / 0.55), rgb(0 0 0 / 0.7)));
  }
  .head {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4) var(--_padding) 0;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-raised);
  }
  .head:not(:has([role='tablist'])) {
    padding-block-end: calc(var(--_space) * 4);
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
    min-inline-size: 1.5rem;
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
  /* Sentences of ours run in their own language's direction, wherever the page begins its lines. */
  .progress label,
  .introduction,
  .panel-introduction,
  .unavailable p {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
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
  /* The bar with the buttons reaches from side to side, as the head does. */
  contact-info-form::part(footer) {
    margin-inline: calc(var(--_padding) * -1);
    padding-inline: var(--_padding);
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
  .handover,
  .ask {
    display: grid;
    gap: calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 5);
  }
  .ask ul {
    margin: 0;
    padding-inline-start: 1.25rem;
    list-style: disc;
  }
  .handover-people {
    display: grid;
    gap: calc(var(--_space) * 1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .handover-people li,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    align-items: center;
  }
  .handover-text {
    margin-inline-end: auto;
    font-weight: 600;
  }
  .handover-said:not(:has(span:not(:empty))) {
    display: none;
  }
  /* Over the portal and not in it: nothing moves when it comes. */
  .grace {
    position: fixed;
    inset-block-end: 1rem;
    inset-inline-end: 1rem;
    z-index: 10;
    display: grid;
    gap: calc(var(--_space) * 3);
    inline-size: min(26rem, 100vw - 2rem);
    box-shadow: var(--_shadow);
  }
  @media print {
    .grace {
      display: none;
    }
  }
  /*
   * A small window, or a large zoom: everything scrolls, so that the room is for what is to be filled in. Only the bar with
   * the ways out stays.
   */
  @media (max-width: 40rem), (max-height: 34rem) {
    dialog[data-filled-in] {
      --_bar-size: 3rem;
      block-size: 100dvh;
      border-block: 0;
      border-radius: 0;
    }
    dialog {
      overflow: auto;
      overscroll-behavior: contain;
      scroll-padding-block-start: var(--_bar-size, 0);
    }
    dialog[open] {
      display: block;
    }
    .head {
      display: contents;
    }
    .bar {
      position: sticky;
      inset-block-start: 0;
      z-index: 6;
      min-block-size: var(--_bar-size);
      padding: calc(var(--_space) * 1) var(--_padding);
      border-block-end: 1px solid var(--_border);
      background: var(--_surface-raised);
      column-gap: calc(var(--_space) * 3);
    }
    /* What sticks is in sight already: the rest is not scrolled for it. */
    .link {
      scroll-margin-block-start: calc(var(--_bar-size, 0px) * -1.5);
    }
    .title {
      padding: calc(var(--_space) * 4) var(--_padding) 0;
    }
    h2 {
      font-size: 1.3em;
    }
    .introduction {
      padding: calc(var(--_space) * 1) var(--_padding) 0;
    }
    [role='tablist'] {
      padding-inline: var(--_padding);
      border-block-end: 1px solid var(--_border);
    }
    .body {
      overflow: visible;
      padding-block-start: calc(var(--_space) * 5);
    }
  }
  @media (max-width: 40rem) {
    dialog {
      inline-size: 100%;
      border-inline: 0;
      border-radius: 0;
    }
    .brand {
      flex: 1 1 0;
      min-inline-size: min-content;
      line-height: 1.2;
    }
    .bar {
      column-gap: calc(var(--_space) * 2);
    }
    /* Two of the links are their icons; their names stay for those who hear or speak them. */
    [name='help'] > .link,
    [name='exit'] > .link {
      gap: 2rem;
      inline-size: 2rem;
      padding-inline: 0.5rem;
      overflow: hidden;
      white-space: nowrap;
    }
    [name='help'] > .link .icon,
    [name='exit'] > .link .icon {
      inline-size: 1.125rem;
      block-size: 1.125rem;
    }
  }
  @media (max-width: 26rem) {
    [name='support'] > .link {
      max-inline-size: 6.75rem;
      font-size: 0.9em;
      line-height: 1.2;
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
