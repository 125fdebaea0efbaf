import type { ReactiveController, ReactiveElement } from 'lit';

/** A row, and the rows around it when it was looked at. */
export interface RowPlace {
  userId: string;
  order: string[];
}

/**
 * Keeps the focus in the element when what has it goes away. From a row it moves to the next row's button, else to the one before,
 * else to the first there is, on another page for example; from anything else, and where there is no row, to the search box. Owns
 * nothing but where the focus was; rows say by `data-user` whose they are.
 */
export class RowFocus implements ReactiveController {
  #focused: { element: Element; place: RowPlace | undefined } | undefined;
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const element = this.#active;
    const userId = element?.closest<HTMLElement>('[data-user]')?.dataset.user;
    this.#focused = element ? { element, place: userId === undefined ? undefined : this.placeOf(userId) } : undefined;
  }

  hostUpdated(): void {
    const before = this.#focused;
    this.#focused = undefined;
    if (!before) return;
    const { element, place } = before;
    if (place && !this.#rows().some((row) => row.dataset.user === place.userId)) this.focus(place);
    else if (!place && !element.isConnected && !this.#active && this.#host.isConnected) this.focusSearch();
  }

  placeOf(userId: string): RowPlace {
    return { userId, order: this.#rows().map((row) => row.dataset.user ?? '') };
  }

  /** To that row's button, or to what takes its place. */
  focus({ userId, order }: RowPlace): void {
    const at = order.indexOf(userId);
    const wanted = [userId, ...order.slice(at + 1), ...order.slice(0, Math.max(at, 0)).reverse()];
    const rows = this.#rows();
    const byUser = new Map(rows.map((row) => [row.dataset.user, row]));
    const row = wanted.map((id) => byUser.get(id)).find((found) => found !== undefined) ?? rows[0];
    const button = row?.querySelector<HTMLElement>('button');
    if (button) button.focus();
    else this.focusSearch();
  }

  /** To what had it before a dialog, if that is still there. */
  focusOn(element: HTMLElement | null): void {
    if (element?.isConnected) element.focus();
    else this.focusSearch();
  }

  focusSearch(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('input[type="search"]')?.focus();
  }

  get #active(): Element | null {
    return (this.#host.renderRoot as ShadowRoot | undefined)?.activeElement ?? null;
  }

  #rows(): HTMLElement[] {
    return [...(this.#host.renderRoot as ShadowRoot | undefined)?.querySelectorAll<HTMLElement>('[data-user]') ?? []];
  }
}
