import { html, nothing, type TemplateResult } from 'lit';
import type { ContactInfo } from '../../domain/contact-info.js';
import { valueOf } from '../../domain/contact-info.js';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import type { Issue } from '../../domain/issue.js';
import type { FieldDefinition } from '../../domain/requirements.js';
import { issueText, type Texts } from '../../internal/issue-text.js';
import { issuesAtField, type FieldIssue } from './field-issues.js';
import { fieldIds, fieldLabel } from './fields/field.js';

/** So many lines are about one field; the next one says how many more there are. */
const linesPerField = 5;

/** One thing to put right, as the summary lists it; it says the same words as the field. */
export interface Problem {
  label: string;
  text: string;
  /** The field that it is about; absent where the form shows no such field. */
  key?: string;
  /** Where in the field's value it is; empty: the field as a whole. */
  path: Issue['path'];
  /** It is about text that is no value yet. */
  isUnresolved?: true;
  /** Which entry of the field's list it is about, in words. */
  entry?: string;
  /** How many things a line stands for; 1 where absent. */
  count?: number;
}

/** Where a problem is, so that a link can lead there. */
export type ProblemPlace = Pick<Problem, 'key' | 'path' | 'isUnresolved'>;

export interface ProblemRequest {
  definitions: readonly FieldDefinition[];
  value: ContactInfo;
  evaluation: Evaluation;
  serverIssues: readonly Issue[];
  conflicts: Readonly<Record<string, unknown>>;
  /** What is wrong with text in a field that is no value yet, in words. */
  unresolved(key: string): string | undefined;
  words(definition: FieldDefinition, issue: Issue): string;
  /** What an entry of a field's list is called. */
  nameOfEntry(definition: FieldDefinition, index: number): string | undefined;
  /** A partial save is not stopped by what is missing. */
  isPartial: boolean;
  texts: Texts;
}

/** What stands in the way of saving, in the order of the fields; first, what the store refused and no field shows. */
export function findProblems(request: ProblemRequest): Problem[] {
  const { definitions, evaluation } = request;
  // What is not asked for here is not in the way.
  const shown = definitions.filter(({ key }) => (evaluation.fields[key] ?? 'unavailable') !== 'unavailable');
  return [...refusalsElsewhere(request, shown), ...shown.flatMap((definition) => problemsOf(request, definition))];
}

/** How many things there are to put right. */
export function countProblems(problems: readonly Problem[]): number {
  return problems.reduce((sum, { count = 1 }) => sum + count, 0);
}

function refusalsElsewhere({ serverIssues, definitions, texts }: ProblemRequest, shown: readonly FieldDefinition[]): Problem[] {
  return serverIssues.filter(({ path }) => !shown.some(({ key }) => key === path[0])).map((issue) => {
    const definition = definitions.find(({ key }) => key === issue.path[0]);
    const label = definition ? fieldLabel(texts, definition)
      : issue.path.length === 0 ? texts.text('summary.whole') : texts.text('summary.elsewhere', { path: issue.path.join(' › ') });
    return { label, text: issueText(texts, issue), path: [] };
  });
}

function problemsOf(request: ProblemRequest, definition: FieldDefinition): Problem[] {
  const { value, evaluation, serverIssues, conflicts, isPartial, texts } = request;
  const { key } = definition;
  const label = fieldLabel(texts, definition);
  const isMissing = evaluation.fields[key] === 'missing';
  const blocking = evaluation.issues.filter(({ params }) => !(isMissing && (isPartial || params?.graceUntil)));
  const unresolved = request.unresolved(key);
  const problems: Problem[] = unresolved === undefined ? [] : [{ key, label, text: unresolved, path: [], isUnresolved: true }];
  for (const issue of issuesAtField(definition, valueOf(value, key), blocking, serverIssues)) {
    const problem = toProblem(request, definition, label, issue);
    const isSaid = problems.some((other) => other.text === problem.text && placeOf(definition, other) === placeOf(definition, problem));
    // What is being written may be what is missing.
    if (!isSaid && !(unresolved !== undefined && issue.path.length === 0 && !issue.isRefusal)) problems.push(problem);
  }
  if (problems.length === 0 && Object.hasOwn(conflicts, key)) return [{ key, label, text: texts.text('issue.conflict'), path: [] }];
  if (problems.length <= linesPerField) return problems;
  const count = problems.length - linesPerField;
  return [...problems.slice(0, linesPerField), { key, label, text: texts.text('summary.more', { count }), path: problems[linesPerField].path, count }];
}

/** An entry of a list, or a day or exception of a schedule: what says a thing once, however many parts of it are wrong the same way. */
function placeOf({ kind }: FieldDefinition, { path }: Problem): string {
  return path.slice(0, kind === 'hours' ? 4 : 1).join('/');
}

function toProblem({ words, nameOfEntry }: ProblemRequest, definition: FieldDefinition, label: string, issue: FieldIssue): Problem {
  const { path } = issue;
  const entry = typeof path[0] === 'number' ? nameOfEntry(definition, path[0]) : undefined;
  return { key: definition.key, label, text: words(definition, issue), path, ...(entry !== undefined && { entry }) };
}

/** Lists what has to be put right. Takes the focus when it appears; each line leads to what is to be put right. */
export function renderErrorSummary(problems: readonly Problem[], texts: Texts, goTo: (problem: Problem) => void): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<div id="summary" class="summary notice danger" part="summary" role="group" aria-labelledby="summary-title" tabindex="-1">
    <h3 id="summary-title">${texts.text('summary', { count: countProblems(problems) })}</h3>
    <ul>${problems.map((problem) => html`<li>${problem.label ? html`${renderLink(problem, goTo)}: ` : nothing}${problem.text}</li>`)}</ul>
  </div>`;
}

function renderLink(problem: Problem, goTo: (problem: Problem) => void): TemplateResult {
  const { key, label, entry } = problem;
  if (key === undefined) return html`<strong>${label}</strong>`;
  const handleClick = (event: Event) => {
    event.preventDefault();
    goTo(problem);
  };
  return html`<a href="#${fieldIds(key).field}" @click=${handleClick}>${label}${entry ? html`, <bdi>${entry}</bdi>` : nothing}</a>`;
}
