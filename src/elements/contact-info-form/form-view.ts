import { html, nothing, type TemplateResult } from 'lit';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import { parseFieldValue } from '../../domain/field-value.js';
import { availabilityOf, type FieldDefinition, type RequirementContext } from '../../domain/requirements.js';
import type { Vocabulary } from '../../domain/user.js';
import type { Texts } from '../../internal/issue-text.js';
import { renderConflicts } from './conflict-panel.js';
import { contactSources } from './contact-sources.js';
import type { ContactInfoSession } from './contact-info-session.js';
import { renderErrorSummary, type Problem } from './error-summary.js';
import { renderField } from './fields/field.js';
import type { FormFields } from './form-fields.js';

/** The content of the form as it is to be shown now, and what its parts ask of it. */
export interface FormView {
  session: ContactInfoSession;
  fields: FormFields;
  definitions: readonly FieldDefinition[];
  context: RequirementContext;
  evaluation: Evaluation;
  problems: readonly Problem[];
  /** Whether what is missing is said of every field, and not only of those that the person has come to. */
  blamesMissing: boolean;
  editable: boolean;
  notAllowed: boolean;
  texts: Texts;
  strings: unknown;
  channels: readonly Vocabulary[];
  choose(key: string, choice: 'mine' | 'theirs'): void;
  goTo(key: string): void;
}

/** Everything between the top of the form and its buttons. */
export function renderFields(view: FormView): TemplateResult {
  const { session, definitions, texts, problems } = view;
  return html`
    ${view.notAllowed ? html`<p class="notice">${texts.text('not-allowed')}</p>` : nothing}
    ${renderConflicts({
      edit: session.edit,
      fields: definitions,
      texts,
      nameOf: (id) => session.lookup.get(id)?.name ?? texts.text('users.unknown'),
      choose: view.choose,
    })}
    ${renderErrorSummary(problems, texts, view.goTo)}
    <div class="fields">${definitions.map((definition) => renderDefinition(view, definition))}</div>`;
}

function renderDefinition(form: FormView, definition: FieldDefinition): TemplateResult | typeof nothing {
  const { session, evaluation, texts } = form;
  const { key, kind } = definition;
  const availability = availabilityOf(definition, form.context);
  if (availability.requirement === 'unavailable' && availability.because !== 'environment') return nothing;
  // Nobody is blamed for a field that they have not come to yet.
  const own = evaluation.fields[key] === 'missing' && !form.blamesMissing ? [] : evaluation.issues;
  const issues = [...own, ...session.serverIssues].filter(({ path }) => path[0] === key).map((issue) => ({ ...issue, path: issue.path.slice(1) }));
  const status = Object.hasOwn(session.edit.conflicts, key) ? 'invalid' : evaluation.fields[key];
  const sources = kind === 'contacts' ? contactSources(key, form.definitions, form.context, session.edit.current) : undefined;
  const view = { definition, availability, status, issues, editable: form.editable, texts, sources };
  const parsed = parseFieldValue(kind, session.edit.current[key]);
  if (!parsed.ok) return renderField({ ...view, value: undefined, editable: false }, html`<p class="muted">${texts.text('issue.malformed')}</p>`);
  return form.fields.render(parsed.value, view, { strings: form.strings, channels: form.channels, lookup: session.lookup });
}
