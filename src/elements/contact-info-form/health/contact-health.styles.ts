import { css } from 'lit';

/** Loaded with what it is for. */
export const contactHealthStyles = css`
  .entry:has(.entry-note) {
    flex: 1 1 100%;
    flex-wrap: wrap;
  }
  .entry:has(.entry-note) > .entry-text {
    flex: 1 1 0;
  }
  /* In sight it belongs to the address, before the button that ends the entry; it takes no focus. */
  .entry > .entry-text {
    order: -2;
  }
  .entry > .verification {
    order: -1;
  }
  .verification[data-verification='verified'] {
    border-color: transparent;
    background: var(--_success-surface);
    color: var(--_success);
  }
  .verification[data-verification='bounced'] {
    border-color: transparent;
    background: var(--_warning-surface);
    color: var(--_warning);
  }
  .entry-note {
    flex: 1 1 100%;
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding-block: calc(var(--_space) * 1) calc(var(--_space) * 2);
    padding-inline-end: calc(var(--_space) * 2);
  }
  .advice,
  .verification-request {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    min-inline-size: 0;
    font-size: 0.95em;
  }
  .advice {
    align-items: baseline;
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }
  .advice > .icon {
    align-self: start;
    margin-block-start: 0.6em;
    color: var(--_text-muted);
  }
  .advice-text {
    flex: 1 1 14rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .advice-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1);
  }
  .review.notice {
    display: grid;
    gap: calc(var(--_space) * 3);
    border-inline-start-color: var(--_accent);
  }
  .review h3,
  .review h4 {
    font-size: 1em;
  }
  .review-head,
  .review-item {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
  }
  .review-item {
    padding-block: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }
  .review-contact {
    flex: 1 1 14rem;
    min-inline-size: 0;
  }
  .review-marked {
    color: var(--_text-muted);
    font-size: 0.9em;
  }
  .review-done p {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
  }
  @media (forced-colors: active) {
    .verification[data-verification] {
      border-color: ButtonBorder;
    }
  }
`;
