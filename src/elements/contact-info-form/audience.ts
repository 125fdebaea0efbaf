import { html, nothing, type TemplateResult } from 'lit';
import { availabilityOf, type FieldDefinition } from '../../domain/requirements.js';
import type { Texts } from '../../internal/issue-text.js';
import type { FormView } from './form-view.js';

type Audience = FieldDefinition['audience'];

/** Who sees a field, in a word or two, and for those who do not see the legend, in a sentence. */
export function renderAudienceBadge(audience: Audience, texts: Texts): TemplateResult {
  return html`<span class="badge" data-audience=${audience}>${texts.text(`audience.${audience}`)}<span class="visually-hidden">: ${texts.text(`audience.${audience}.help`)}</span></span>`;
}

/** What the badges mean, once for all fields, and a way to see what users see. */
export function renderAudienceLegend({ definitions, context, texts, parts: { preview } }: FormView): TemplateResult | typeof nothing {
  const shown = definitions.filter((definition) => availabilityOf(definition, context).requirement !== 'unavailable').map(({ audience }) => audience);
  const audiences = (['internal', 'public'] as const).filter((audience) => shown.includes(audience));
  if (audiences.length === 0) return nothing;
  return html`<div class="legend">
    ${audiences.map((audience) => html`<p><span class="badge" data-audience=${audience}>${texts.text(`audience.${audience}`)}</span> ${texts.text(`audience.${audience}.help`)}</p>`)}
    ${audiences.includes('public') ? preview.renderButton(texts) : nothing}
  </div>`;
}
