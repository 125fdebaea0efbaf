import type { TemplateResult } from 'lit';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import type { TypedFieldValue } from '../../domain/field-value.js';
import type { Issue } from '../../domain/issue.js';
import type { FieldDefinition } from '../../domain/requirements.js';
import type { Vocabulary } from '../../domain/user.js';
import { issueText, type Texts } from '../../internal/issue-text.js';
import { ContactsField } from './fields/contacts-field.js';
import { fieldIds, type FieldHost, type FieldView } from './fields/field.js';
import { renderHoursField } from './fields/hours-field.js';
import { UsersField } from './fields/users-field.js';
import type { DraftText } from './draft-store.js';
import { issueWords } from './issue-words.js';
import type { UserLookup } from './user-lookup.js';

export interface FieldOptions {
  strings: unknown;
  channels: readonly Vocabulary[];
  lookup: UserLookup;
  viewerId: string;
}

type Picker = HTMLElementTagNameMap['support-hours-picker'];

/**
 * The fields of a form, each with what its kind needs to be shown. Owns what was typed and is no value yet; does not own
 * the values, nor which fields there are.
 */
export class FormFields {
  readonly #host: FieldHost;
  readonly #contacts = new Map<string, ContactsField>();
  readonly #users = new Map<string, UsersField>();

  constructor(host: FieldHost) {
    this.#host = host;
  }

  render(typed: TypedFieldValue, view: Omit<FieldView<unknown>, 'value'>, { strings, channels, lookup, viewerId }: FieldOptions): TemplateResult {
    const { key } = view.definition;
    if (typed.kind === 'contacts') {
      return this.#contactsField(key).render({ ...view, value: typed.value });
    }
    if (typed.kind === 'users') {
      if (!this.#users.has(key)) this.#users.set(key, new UsersField(key, this.#host, lookup));
      return this.#users.get(key)!.render({ ...view, value: typed.value, viewerId });
    }
    return renderHoursField({ ...view, value: typed.value }, {
      strings, channels, handleValue: (value) => this.#host.handleValue(key, value), handleText: () => this.#host.element.requestUpdate(),
    });
  }

  /** An issue of a field in words. */
  words(definition: FieldDefinition, value: unknown, issue: Issue, { texts, lookup }: { texts: Texts; lookup: UserLookup }): string {
    return issueWords(definition, value, issue, { texts, lookup, picker: this.#picker(definition.key) });
  }

  /** What is wrong with something in a field that is no value yet, in words: it would be lost by saving. `refused`: not what is being typed. */
  unresolvedText(key: string, texts: Texts, which: 'all' | 'refused' = 'all'): string | undefined {
    const contacts = this.#contacts.get(key);
    if (contacts) {
      const issue = (which === 'all' ? contacts.unresolved : contacts.refused)[0]?.issue;
      return issue && issueText(texts, issue);
    }
    return this.#picker(key)?.unresolvedText || undefined;
  }

  /** The same verdict, but for fields with a text that was refused: those are not complete. */
  judge({ complete, fields, issues }: Evaluation, definitions: readonly FieldDefinition[], texts: Texts): Evaluation {
    const refused = definitions.map(({ key }) => key).filter((key) => fields[key] === 'complete' && this.unresolvedText(key, texts, 'refused') !== undefined);
    if (refused.length === 0) return { complete, fields, issues };
    return { complete: false, fields: { ...fields, ...Object.fromEntries(refused.map((key) => [key, 'invalid'])) }, issues };
  }

  /** Turns what is being typed into values, as leaving each box does. */
  commit(keys: readonly string[]): void {
    this.#contacts.forEach((field) => field.commit());
    for (const key of keys) this.#picker(key)?.commit();
  }

  clear(): void {
    this.#contacts.forEach((field) => field.clear());
    this.#users.forEach((field) => field.clear());
    for (const picker of this.#pickers()) picker.discardTexts();
  }

  /** What was typed and is no value yet, as far as it can be kept in a draft. */
  get texts(): DraftText[] {
    return [...this.#contacts.values()].flatMap(({ texts }) => texts ?? []);
  }

  /** Whether there is more of it than that. */
  get hasOtherTexts(): boolean {
    return this.#pickers().some(({ unresolvedText }) => unresolvedText);
  }

  restore(texts: readonly DraftText[]): void {
    for (const text of texts) this.#contactsField(text.key).restore(text);
  }

  #contactsField(key: string): ContactsField {
    let field = this.#contacts.get(key);
    if (!field) this.#contacts.set(key, (field = new ContactsField(key, this.#host)));
    return field;
  }

  #pickers(): Picker[] {
    const { element } = this.#host;
    return element.hasUpdated ? [...element.renderRoot.querySelectorAll('support-hours-picker')].filter((picker) => 'unresolvedText' in picker) : [];
  }

  #picker(key: string): Picker | undefined {
    const { element } = this.#host;
    const control = element.hasUpdated ? element.renderRoot.querySelector(`#${CSS.escape(fieldIds(key).control)}`) : null;
    // Its code may not be loaded yet.
    return control?.localName === 'support-hours-picker' && 'unresolvedText' in control ? (control as Picker) : undefined;
  }
}
