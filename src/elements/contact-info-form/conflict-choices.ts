import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { FieldDefinition } from '../../domain/requirements.js';
import type { Texts } from '../../internal/issue-text.js';
import { LazyPart, renderPending } from '../../internal/lazy-part.js';
import type { ConflictChoice } from './contact-info-edit.js';
import type { ContactInfoSession } from './contact-info-session.js';
import { fieldIds } from './fields/field.js';
import { chosenName } from './fields/user-entry.js';
import { lazyParts } from './lazy-parts.js';

export interface ConflictsHost {
  readonly element: ReactiveElement;
  readonly session: ContactInfoSession;
  announce(text: string): void;
  /** Something was chosen, or is open again: values may be others now. */
  handleChoice(): void;
  /** Moves the focus once the next rendering is done, to what the first selector that finds something finds. */
  focusAfterUpdate(...selectors: string[]): void;
  goTo(key: string): void;
}

export interface ConflictsView {
  definitions: readonly FieldDefinition[];
  editable: boolean;
  texts: Texts;
}

/**
 * Where two people changed the same field: the frame that says so at once, and the panel with the values, whose code is
 * loaded by then. Until everything is chosen nothing is saved, whether the panel can be shown or not.
 * Owns the loading and where the focus goes; does not own the values, nor what was chosen.
 */
export class ConflictChoices {
  readonly #host: ConflictsHost;
  readonly #panel;

  constructor(host: ConflictsHost) {
    this.#host = host;
    this.#panel = new LazyPart(host.element, () => lazyParts.conflicts());
  }

  render({ definitions, editable, texts }: ConflictsView): TemplateResult | typeof nothing {
    const { edit, lookup } = this.#host.session;
    const isOpen = Object.keys(edit.conflicts).length > 0;
    if (!isOpen && Object.keys(edit.chosen).length === 0) return nothing;
    return html`<div id="conflicts" class="conflicts notice ${isOpen ? 'warning' : ''}" part="conflicts" role="group" aria-labelledby="conflicts-title" tabindex="-1">
      <div>
        <h3 id="conflicts-title">${texts.text(isOpen ? 'conflict.title' : 'conflict.done-title')}</h3>
        <p>${texts.text(isOpen ? 'conflict.explanation' : 'conflict.done-explanation')}</p>
      </div>
      ${this.#panel.code ? this.#panel.code.renderConflictChoices({
        edit, definitions, editable, texts,
        nameOf: (id) => chosenName(texts, lookup, id),
        choose: (keys, choice, said) => this.#choose(keys, choice, said),
        reopen: (key, said) => this.#reopen(key, said),
      }) : renderPending(this.#panel, texts)}
    </div>`;
  }

  #choose(keys: readonly string[], choice: ConflictChoice, said: string): void {
    const { session, announce, goTo, focusAfterUpdate } = this.#host;
    session.resolve(keys, choice);
    this.#host.handleChoice();
    announce(said);
    // On to the next choice; after the last one, to the field that it was about, or to what saves them all.
    const [only, another] = keys;
    const isLast = Object.keys(session.edit.conflicts).length === 0;
    const isField = only !== undefined && another === undefined && this.#host.element.renderRoot.querySelector(`#${CSS.escape(fieldIds(only).control)}`) !== null;
    if (isLast && isField) goTo(only);
    else focusAfterUpdate(isLast ? 'button[type="submit"]' : '#conflicts [data-choices] button');
  }

  #reopen(key: string, said: string): void {
    this.#host.session.reopen(key);
    this.#host.handleChoice();
    this.#host.announce(said);
    this.#host.focusAfterUpdate(`#${CSS.escape(fieldIds(key).field)}-conflict-choices button`);
  }
}
