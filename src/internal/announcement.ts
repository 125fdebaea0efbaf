import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/** Something said in a live region. Each is an object of its own, so that the same words twice are said twice. */
export interface Announcement {
  readonly text: string;
  readonly isProblem?: boolean;
}

export const silence: Announcement = { text: '' };

export function announce(text: string): Announcement {
  return { text };
}

/** The content of a live region: a node of its own for each announcement, since text that stays the same is not read out again. */
export function renderAnnouncement(announcement: Announcement | undefined, decoration: TemplateResult | typeof nothing = nothing): unknown {
  if (!announcement) return nothing;
  const { text, isProblem } = announcement;
  return keyed(announcement, html`${decoration}<span class=${isProblem ? 'said-problem' : nothing}>${text}</span>`);
}
