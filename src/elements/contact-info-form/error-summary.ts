import { html, nothing, type TemplateResult } from 'lit';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import type { Issue } from '../../domain/issue.js';
import type { FieldDefinition } from '../../domain/requirements.js';
import { issueText, type Texts } from '../../internal/issue-text.js';
import { fieldIds, fieldLabel } from './fields/field.js';

/** One thing to put right, as the summary lists it; it says the same words as the field. */
export interface Problem {
  /** Empty: it is about no field, but the whole. */
  key: string;
  label: string;
  text: string;
}

export interface ProblemRequest {
  fields: readonly FieldDefinition[];
  evaluation: Evaluation;
  serverIssues: readonly Issue[];
  conflicts: Readonly<Record<string, unknown>>;
  /** What is wrong with text in a field that is no value yet, in words. */
  unresolved(key: string): string | undefined;
  /** A partial save is not stopped by what is missing. */
  isPartial: boolean;
  texts: Texts;
}

/** What stands in the way of saving, one line for each field, in the order of the fields. */
export function findProblems(request: ProblemRequest): Problem[] {
  const { fields, evaluation, serverIssues, conflicts, unresolved, isPartial, texts } = request;
  return fields.flatMap((definition) => {
    const { key } = definition;
    const isMissing = evaluation.fields[key] === 'missing';
    const blocking = evaluation.issues.filter(({ path, params }) => path[0] === key && !(isMissing && (isPartial || params?.graceUntil)));
    const issue = serverIssues.find(({ path }) => path[0] === key) ?? blocking[0];
    const text = unresolved(key) ?? (issue ? issueText(texts, issue, definition.kind)
      : Object.hasOwn(conflicts, key) ? texts.text('issue.conflict') : undefined);
    return text === undefined ? [] : [{ key, label: fieldLabel(texts, definition), text }];
  });
}

/** Lists what has to be put right. Takes the focus when it appears; each line leads to its field. */
export function renderErrorSummary(problems: readonly Problem[], texts: Texts, goTo: (key: string) => void): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const handleClick = (event: Event, key: string) => {
    event.preventDefault();
    goTo(key);
  };
  return html`<div id="summary" class="summary notice danger" part="summary" role="group" aria-labelledby="summary-title" tabindex="-1">
    <h3 id="summary-title">${texts.text('summary', { count: problems.length })}</h3>
    <ul>
      ${problems.map(({ key, label, text }) => html`<li>${key
        ? html`<a href="#${fieldIds(key).field}" @click=${(event: Event) => handleClick(event, key)}>${label}</a>: ${text}` : text}</li>`)}
    </ul>
  </div>`;
}
