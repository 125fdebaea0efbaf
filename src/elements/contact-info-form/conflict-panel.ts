import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../domain/contact.js';
import { parseFieldValue } from '../../domain/field-value.js';
import type { FieldDefinition } from '../../domain/requirements.js';
import { weekdays, type Interval, type Schedule } from '../../domain/support-hours.js';
import type { Texts } from '../../internal/issue-text.js';
import type { ContactInfoEdit } from './contact-info-edit.js';
import { fieldIds, fieldLabel } from './fields/field.js';

export interface ConflictChoice {
  edit: ContactInfoEdit;
  fields: readonly FieldDefinition[];
  texts: Texts;
  nameOf(userId: string): string;
  choose(key: string, choice: 'mine' | 'theirs'): void;
}

/** Where two people changed the same field: both values, and a choice for each. Nothing is overwritten unseen. */
export function renderConflicts({ edit, fields, texts, nameOf, choose }: ConflictChoice): TemplateResult | typeof nothing {
  const conflicting = fields.filter(({ key }) => Object.hasOwn(edit.conflicts, key));
  if (conflicting.length === 0) return nothing;
  return html`<div id="conflicts" class="conflicts notice warning" part="conflicts" role="group" aria-labelledby="conflicts-title" tabindex="-1">
    <div>
      <h3 id="conflicts-title">${texts.text('conflict.title')}</h3>
      <p>${texts.text('conflict.explanation')}</p>
    </div>
    ${conflicting.map((definition) => {
      const { key } = definition;
      const { theirs, by } = edit.conflicts[key];
      const label = fieldLabel(texts, definition);
      return html`<div class="conflict" role="group" aria-labelledby="${fieldIds(key).field}-conflict">
        <h4 id="${fieldIds(key).field}-conflict">${label}</h4>
        <dl>
          <div><dt>${texts.text('conflict.mine')}</dt><dd>${summarise(definition, edit.current[key], texts, nameOf)}</dd></div>
          <div><dt>${by ? texts.text('conflict.theirs-by', { name: by }) : texts.text('conflict.theirs')}</dt>
            <dd>${summarise(definition, theirs, texts, nameOf)}</dd></div>
        </dl>
        <div class="actions">
          <button type="button" class="button small" @click=${() => choose(key, 'mine')}
            aria-label=${texts.text('conflict.keep-mine-of', { label })}>${texts.text('conflict.keep-mine')}</button>
          <button type="button" class="button small" @click=${() => choose(key, 'theirs')}
            aria-label=${texts.text('conflict.take-theirs-of', { label })}>${texts.text('conflict.take-theirs')}</button>
        </div>
      </div>`;
    })}
  </div>`;
}

function summarise({ kind }: FieldDefinition, value: unknown, texts: Texts, nameOf: (id: string) => string): TemplateResult {
  const parsed = parseFieldValue(kind, value);
  if (!parsed.ok) return html`${texts.text('issue.malformed')}`;
  const typed = parsed.value;
  const lines = typed.kind === 'hours'
    ? typed.value.schedules.flatMap((schedule) => scheduleLines(schedule, texts))
    : typed.kind === 'contacts' ? typed.value.map(contactLine) : typed.value.map(nameOf);
  return lines.length === 0 ? html`<span class="muted">${texts.text('field.empty')}</span>` : html`${lines.map((line) => html`<bdi class="line">${line}</bdi>`)}`;
}

/** All that is known of a contact: two that differ in a telephone number have to look different. */
function contactLine({ name, email, phone, language, notes }: Contact): string {
  return [name, email, phone, language, notes].filter(Boolean).join(' · ');
}

function scheduleLines({ label, timeZone, weekly, exceptions, channels = [], regions = [], languages = [] }: Schedule, texts: Texts): string[] {
  const dayName = new Intl.DateTimeFormat(texts.lang, { weekday: 'short', timeZone: 'UTC' });
  const week = weekdays.filter((day) => weekly[day].length > 0)
    // 5 January 1970 was a Monday.
    .map((day) => `${dayName.format(Date.UTC(1970, 0, 5 + weekdays.indexOf(day)))} ${timesText(weekly[day])}`);
  return [
    `${label || texts.text('conflict.schedule')} (${timeZone}): ${week.join(' · ')}`,
    ...exceptions.map((exception) => `${exception.from}–${exception.to}: ${timesText(exception.intervals) || texts.text('conflict.closed')} ${exception.label ?? ''}`),
    ...[channels, regions, languages].filter((list) => list.length > 0).map((list) => list.join(', ')),
  ];
}

function timesText(intervals: readonly Interval[]): string {
  return intervals.map(({ open, close }) => `${open}–${close}`).join(', ');
}
