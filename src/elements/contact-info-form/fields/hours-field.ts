import { html, type TemplateResult } from 'lit';
import type { SupportHours } from '../../../domain/support-hours.js';
import type { Vocabulary } from '../../../domain/user.js';
import { fieldError, fieldIds, fieldLabel, renderField, type FieldView } from './field.js';

export interface HoursFieldOptions {
  strings: unknown;
  channels: readonly Vocabulary[];
  handleValue(value: SupportHours): void;
  /** Something was written that may not be part of the value. */
  handleText(): void;
}

/** A field of support hours. The editor is `<support-hours-picker>`, which `define` brings along. */
export function renderHoursField(view: FieldView<SupportHours>, { strings, channels, handleValue, handleText }: HoursFieldOptions): TemplateResult {
  const ids = fieldIds(view.definition.key);
  const handleChange = (event: Event) => {
    // The form tells of it itself.
    event.stopPropagation();
    handleValue((event.target as HTMLElementTagNameMap['support-hours-picker']).value);
  };
  // The picker says itself which interval is wrong; here it is said what it does not know: that something is missing, or was refused.
  const error = fieldError(view, ({ path, isRefusal }) => path.length === 0 || isRefusal === true);
  return renderField(view, html`<support-hours-picker id=${ids.control} part="hours" exportparts="base: hours__base"
    .label=${fieldLabel(view.texts, view.definition)} .value=${view.value} .strings=${strings} .channels=${channels}
    ?readonly=${!view.editable} @change=${handleChange} @keyup=${handleText} @click=${handleText} @focusout=${handleText} @input=${(event: Event) => event.stopPropagation()}></support-hours-picker>`, error);
}
