import { html, nothing, type TemplateResult } from 'lit';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import { parseFieldValue } from '../../domain/field-value.js';
import type { Issue } from '../../domain/issue.js';
import { availabilityOf, type FieldDefinition, type RequirementContext } from '../../domain/requirements.js';
import type { Vocabulary } from '../../domain/user.js';
import type { Texts } from '../../internal/issue-text.js';
import { renderAudienceLegend } from './audience.js';
import { contactSources } from './contact-sources.js';
import type { ContactInfoSession } from './contact-info-session.js';
import { wordsOf } from './form-problems.js';
import { renderErrorSummary, type Problem, type ProblemPlace } from './error-summary.js';
import { issuesAtField } from './field-issues.js';
import { renderField } from './fields/field.js';
import type { FormParts } from './form-parts.js';

/** The content of the form as it is to be shown now, and what its parts ask of it. */
export interface FormView {
  session: ContactInfoSession;
  parts: FormParts;
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
  viewerId: string;
  goTo(problem: ProblemPlace): void;
}

/** Everything between the top of the form and its buttons. */
export function renderFields(view: FormView): TemplateResult {
  const { definitions, texts, problems } = view;
  return html`
    ${view.notAllowed ? html`<p class="notice">${texts.text('not-allowed')}</p>` : nothing}
    ${view.parts.conflicts.render({ definitions, editable: view.editable, texts })}
    ${renderErrorSummary(problems, texts, view.goTo)}
    ${view.parts.health.renderReview(view)}
    ${renderAudienceLegend(view)}
    <div class="fields">${definitions.map((definition) => renderDefinition(view, definition))}</div>
    ${view.parts.health.renderSpeech(view)}
    ${view.parts.preview.render(view)}`;
}

function renderDefinition(form: FormView, definition: FieldDefinition): TemplateResult | typeof nothing {
  const { session, evaluation, texts } = form;
  const { key, kind } = definition;
  const availability = availabilityOf(definition, form.context);
  if (availability.requirement === 'unavailable' && availability.because !== 'environment') return nothing;
  // Nobody is blamed for a field that they have not come to yet.
  const own = evaluation.fields[key] === 'missing' && !form.blamesMissing ? [] : evaluation.issues;
  const issues = issuesAtField(definition, session.edit.current[key], own, session.serverIssues);
  const words = (issue: Issue) => wordsOf({ ...form, fields: form.parts.fields }, definition, issue);
  const status = Object.hasOwn(session.edit.conflicts, key) || issues.some(({ isRefusal }) => isRefusal) ? 'invalid' : evaluation.fields[key];
  const isBlamed = issues.length > 0 || status === 'invalid' || form.parts.fields.unresolvedText(key, texts, 'refused') !== undefined;
  const sources = kind === 'contacts' ? contactSources(key, form.definitions, form.context, session.edit.current) : undefined;
  const parsed = parseFieldValue(kind, session.edit.current[key]);
  const entryNote = parsed.ok && parsed.value.kind === 'contacts' ? form.parts.health.noteFor(form, key, parsed.value.value, isBlamed) : undefined;
  const view = { definition, availability, status, issues, words, editable: form.editable, texts, entryNote, sources };
  if (!parsed.ok) return renderField({ ...view, value: undefined, editable: false }, html`<p class="muted">${texts.text('issue.malformed')}</p>`);
  return form.parts.fields.render(parsed.value, view, { strings: form.strings, channels: form.channels, lookup: session.lookup, viewerId: form.viewerId });
}
