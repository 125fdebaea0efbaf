import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import type { User } from '../../../domain/user.js';
import type { Texts } from '../../../internal/issue-text.js';
import { MenuController } from '../../../internal/widgets/menu.js';
import type { UserPage } from '../../../ports/persistence-adapter.js';
import type { UsersQuery } from '../list/users-query.js';
import { renderPageSelector, renderSelectionBar, renderUserSelector } from './selection-bar.js';
import {
  allMatching, choose, chosenOf, countAgain, countChosen, countElsewhere, isAbout, isChosen, nobodyChosen, rangeOf, withoutUser, type UserSelection,
} from './user-selection.js';

export interface SelectionHost {
  readonly element: ReactiveElement;
  readonly texts: Texts;
  mayManage(): boolean;
  listed(): { page: UserPage | undefined; query: UsersQuery };
  say(text: string): void;
  /** Something is to happen to the chosen users: one of `bulkKinds`. */
  choose(kind: string): void;
  /** A file of the chosen users is wanted; of all that match, where nobody is chosen. */
  export(): void;
}

/**
 * Who is chosen in the table. Owns the selection, from where a range begins, and the keys; does not own what is done to the
 * chosen users. What was chosen stays so over pages and searches, until it is cleared or another account is shown.
 */
export class SelectionController implements ReactiveController {
  #selection: UserSelection = nobodyChosen;
  /** The user who was chosen last: from there a range begins. */
  #anchor: string | undefined;
  /** When Space was pressed: the click that Firefox makes of it does not say. */
  #isShiftDown = false;
  readonly #host: SelectionHost;
  readonly #menu: MenuController;

  constructor(host: SelectionHost) {
    this.#host = host;
    this.#menu = new MenuController(host.element);
    host.element.addController(this);
  }

  get selection(): UserSelection {
    return this.#selection;
  }

  get isEmpty(): boolean {
    return countChosen(this.#selection) === 0;
  }

  /** Another account's users are nobody here. */
  forget(): void {
    this.#selection = nobodyChosen;
    this.#anchor = undefined;
  }

  /** Somebody was removed: nobody is counted who is not there. Shown with the list, which is read again. */
  drop(userId: string): void {
    this.#selection = withoutUser(this.#selection, userId);
  }

  replace(selection: UserSelection): void {
    this.#selection = selection;
    this.#host.element.requestUpdate();
  }

  hostUpdate(): void {
    const { page, query } = this.#host.listed();
    if (!this.#host.mayManage()) this.forget();
    if (!isAbout(this.#selection, query)) {
      this.forget();
      // Said after this update: it changes what is rendered.
      queueMicrotask(() => this.#host.say(this.#host.texts.text('selection.ended')));
    }
    if (page) this.#selection = countAgain(this.#selection, page.total, page.users.length);
  }

  /** The focus goes to what is done with the chosen users, or to where others are chosen. */
  focus(): void {
    const root = this.#host.element.renderRoot;
    const found = ['#selection-actions', '.page-selector input', 'input[type="search"]'].flatMap((selector) => [...root.querySelectorAll<HTMLElement>(selector)]);
    found.find((element) => element.checkVisibility())?.focus();
  }

  renderHeader(): TemplateResult {
    return renderPageSelector({
      texts: this.#host.texts,
      chosen: chosenOf(this.#selection, this.#ids),
      handleChange: (chosen) => {
        this.#anchor = undefined;
        this.replace(choose(this.#selection, this.#ids, chosen));
      },
    });
  }

  renderSelector(user: User): TemplateResult {
    return renderUserSelector({
      user, texts: this.#host.texts,
      isChosen: isChosen(this.#selection, user.id),
      handleClick: (event) => this.#handleClick(event, user.id),
      handleKeydown: (event) => {
        if (event.key === ' ') this.#isShiftDown = event.shiftKey;
      },
    });
  }

  /** `isRunning`: something is happening to chosen users already. Nothing where there is nobody, and nothing to be done. */
  renderBar({ isRunning, mayExport }: { isRunning: boolean; mayExport: boolean }): TemplateResult | undefined {
    const { texts } = this.#host;
    const { page, query } = this.#host.listed();
    const count = countChosen(this.#selection);
    const total = Math.max(page?.total ?? 0, this.#ids.length);
    if ((total === 0 && count === 0 && !isRunning) || (!mayExport && !this.#host.mayManage())) return undefined;
    return renderSelectionBar({
      texts, count, query, total, isRunning,
      selection: this.#selection,
      elsewhere: countElsewhere(this.#selection, this.#ids),
      isPageChosen: chosenOf(this.#selection, this.#ids) === 'all',
      mayManage: this.#host.mayManage(),
      menu: count > 0 ? this.#renderMenu(texts) : undefined,
      chooseMatching: () => this.#chooseMatching(query, total),
      clear: () => this.#clear(),
      show: () => this.#host.choose('show'),
      export: mayExport && (total > 0 || count > 0) ? () => this.#host.export() : undefined,
    });
  }

  /** Escape, where nothing inside the list took it. */
  readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.isEmpty || this.#menu.openId !== undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#clear({ keepsFocus: !(event.target as Element).closest('.selection-bar') });
  };

  get #ids(): string[] {
    return this.#host.listed().page?.users.map(({ id }) => id) ?? [];
  }

  #renderMenu(texts: Texts): TemplateResult {
    const item = (key: string, textKey: string, danger = false) => ({ key, label: texts.text(textKey), danger });
    return this.#menu.render({
      id: 'selection-actions',
      label: texts.text('bulk.actions.label'),
      face: texts.text('bulk.actions'),
      items: () => [
        item('role', 'action.role'), item('lists', 'bulk.lists'), item('resend', 'bulk.resend'),
        item('deactivate', 'action.deactivate'), item('reactivate', 'action.reactivate'), item('remove', 'action.remove', true),
      ],
      choose: (kind) => this.#host.choose(kind),
    });
  }

  #handleClick(event: MouseEvent, id: string): void {
    const { checked } = event.target as HTMLInputElement;
    const isByKey = event.detail === 0;
    const ids = event.shiftKey || (isByKey && this.#isShiftDown) ? rangeOf(this.#ids, this.#anchor, id) : [id];
    this.#anchor = id;
    this.#isShiftDown = false;
    this.replace(choose(this.#selection, ids, checked));
  }

  #chooseMatching(query: UsersQuery, total: number): void {
    this.replace(allMatching(query, total));
    // The button that was pressed goes away.
    this.#host.element.updateComplete.then(() => this.focus(), () => undefined);
  }

  #clear({ keepsFocus = false } = {}): void {
    this.forget();
    this.#host.say(this.#host.texts.text('selection.cleared'));
    if (!keepsFocus) this.#host.element.updateComplete.then(() => this.focus(), () => undefined);
  }
}
