import { html, nothing, type TemplateResult } from 'lit';
import type { OpenStatus } from './open-status.js';

/** Open or closed, now. Colour and shape of the mark repeat what the words say. */
export function renderStatus(status: OpenStatus | undefined): TemplateResult | typeof nothing {
  return status ? html`<p class="status" part="status" data-open=${status.open}>${status.text}</p>` : nothing;
}
