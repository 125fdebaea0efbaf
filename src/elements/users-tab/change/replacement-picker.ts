import type { ReactiveElement, TemplateResult } from 'lit';
import { OperationController } from '../../../controllers/operation-controller.js';
import type { User } from '../../../domain/user.js';
import type { Texts } from '../../../internal/issue-text.js';
import { ComboboxController } from '../../../internal/widgets/combobox.js';
import { nameOf } from '../list/user-row.js';

export interface PickerHost {
  readonly element: ReactiveElement;
  /** Active users that match the text. */
  findActive(text: string, signal: AbortSignal): Promise<User[]>;
}

/** Who is to be replaced, and what becomes of a choice. */
export interface PickerChoice {
  texts: Texts;
  chosen: User | undefined;
  invalid: boolean;
  choose(user: User | undefined): void;
}

/**
 * Where a dialog asks who takes over. Owns the combobox, the search and what it found; does not own the choice, which is its
 * dialog's. One for an element, since controllers stay with it: dialogs come and go.
 */
export class ReplacementPicker {
  #search = '';
  /** `undefined`: not searched yet, or it failed. */
  #found: User[] | undefined;
  #choice: PickerChoice | undefined;
  /** Ids of users who cannot take over, since they leave themselves. */
  #leaving: ReadonlySet<string> | undefined;
  readonly #host: PickerHost;
  readonly #searching: OperationController;
  readonly #combobox: ComboboxController;

  constructor(host: PickerHost) {
    this.#host = host;
    this.#searching = new OperationController(host.element);
    this.#combobox = new ComboboxController(host.element, {
      // Whoever was chosen stays chosen until something is typed.
      handleOpen: () => void this.#find(''),
      handleQuery: (text) => {
        this.#choice?.choose(undefined);
        void this.#find(text);
      },
      handleChoose: (id) => this.#choice?.choose(this.#found?.find((user) => user.id === id)),
    });
  }

  /** Nobody could take over, whatever is typed. */
  get isAlone(): boolean {
    return this.#search === '' && this.#found?.length === 0;
  }

  /** Somebody has to take over: who could, is looked up before it is asked. */
  prepare(leaving: ReadonlySet<string>): void {
    if (this.#leaving && isSameSet(this.#leaving, leaving)) return;
    this.#leaving = leaving;
    void this.#find('');
  }

  focus(): void {
    this.#host.element.renderRoot.querySelector<HTMLElement>('#replacement')?.focus();
  }

  /** Another dialog opens: what was found for the one before is nothing to it. */
  reset(): void {
    this.#combobox.close();
    this.#searching.cancel();
    this.#search = '';
    this.#found = undefined;
    this.#choice = undefined;
    this.#leaving = undefined;
  }

  render(choice: PickerChoice): TemplateResult {
    this.#choice = choice;
    const { texts, chosen, invalid } = choice;
    return this.#combobox.render({
      id: 'replacement',
      labelledBy: 'replacement-label',
      describedBy: 'change-problem',
      text: chosen ? nameOf(chosen) : this.#search,
      options: (this.#found ?? []).map((user) => ({ value: user.id, label: nameOf(user), detail: user.email, selected: user.id === chosen?.id })),
      status: this.#statusText(texts),
      invalid,
    });
  }

  #statusText(texts: Texts): string {
    if (this.#searching.isRunning) return texts.text('loading');
    if (!this.#found) return texts.text('replacement.failed');
    return this.#found.length === 0 ? texts.text('replacement.nobody') : '';
  }

  async #find(text: string): Promise<void> {
    const leaving = this.#leaving;
    this.#search = text;
    const outcome = await this.#searching.run((signal) => this.#host.findActive(text, signal));
    if (outcome.status === 'superseded') return;
    this.#found = outcome.status === 'done' ? outcome.value.filter(({ id }) => !leaving?.has(id)) : undefined;
    this.#host.element.requestUpdate();
  }
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a === b || (a.size === b.size && [...a].every((id) => b.has(id)));
}
