import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/** What a live region says, as one utterance: the same text said again is another object. */
export interface Said {
  readonly text: string;
  readonly isProblem?: boolean;
}

/** A live region speaks only when it changes, so each utterance gets a node of its own. */
export function renderSaid(said: Said | undefined, decoration: TemplateResult | typeof nothing = nothing): unknown {
  return said ? keyed(said, html`${decoration}<span class=${said.isProblem ? 'said-problem' : nothing}>${said.text}</span>`) : nothing;
}
