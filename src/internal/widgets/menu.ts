import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { icon } from '../icon.js';

export interface MenuItem {
  key: string;
  label: string;
  /** Why it cannot be chosen: shown below the label, and told to assistive technology. */
  reason?: string;
  danger?: boolean;
}

export interface MenuView {
  /** Unique in the element's shadow root, without spaces. */
  id: string;
  /** What the button is called. */
  label: string;
  /** What is in it, asked for only while it is open. */
  items(): readonly MenuItem[];
  /** What is on the button, instead of three dots. */
  face?: string;
  choose(key: string): void;
  /** Something was pressed that cannot be chosen. */
  handleRefused?(item: MenuItem): void;
  /** The menu opens: a good time to find out what is possible. */
  handleOpen?(): void;
}

/**
 * Menu buttons after the ARIA Authoring Practices, of which at most one is open. Owns which one, the keys and the place;
 * does not own the items. The popup is in the top layer, so that no scrolling box around it cuts it off.
 */
export class MenuController implements ReactiveController {
  readonly #host: ReactiveElement;
  #openId: string | undefined;
  #focusOn: 'first' | 'last' | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  get openId(): string | undefined {
    return this.#openId;
  }

  /** Which item has the focus, where that menu is open. */
  focusedKey(id: string): string | undefined {
    const focused = this.#openId === id ? this.#find(`${id}-menu`)?.querySelector<HTMLElement>('[role="menuitem"]:focus') : undefined;
    return focused?.dataset.key;
  }

  hostDisconnected(): void {
    this.#forget();
  }

  hostUpdated(): void {
    const popup = this.#openId === undefined ? null : this.#find(`${this.#openId}-menu`);
    if (!popup) {
      // What the menu was for went away: it is not to open by itself when that comes back.
      this.#forget();
      return;
    }
    const isOpening = !popup.matches(':popover-open');
    if (isOpening) popup.showPopover();
    // Placed anew each time: a reason that arrives later makes the menu taller.
    this.#place(popup);
    if (!isOpening) return;
    const items = this.#items(popup);
    const focused = this.#focusOn === 'last' ? items[items.length - 1] : items[0];
    focused?.focus({ preventScroll: true });
  }

  render({ id, label, items, face, choose, handleRefused, handleOpen }: MenuView): TemplateResult {
    const isOpen = this.#openId === id;
    const open = (focusOn: 'first' | 'last') => {
      this.#open(id, focusOn);
      handleOpen?.();
    };
    const handleKeydown = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      open(event.key === 'ArrowDown' ? 'first' : 'last');
    };
    return html`
      <button type="button" id=${id} class=${face ? 'button quiet small' : 'icon-button'} aria-haspopup="menu" aria-expanded=${isOpen} aria-label=${label}
        @click=${() => (isOpen ? this.close() : open('first'))} @keydown=${handleKeydown}>${face ?? icon('more')}</button>
      ${isOpen ? html`<div id="${id}-menu" class="menu" part="popup" role="menu" popover="manual" aria-labelledby=${id}
        @keydown=${this.#handleKeydown} @focusout=${this.#handleFocusOut}>
        ${items().map((item) => html`<div class="menu-entry" role="none">
          <button type="button" class="menu-item ${item.danger ? 'danger' : ''}" role="menuitem" tabindex="-1"
            aria-disabled=${item.reason !== undefined} aria-describedby=${item.reason ? `${id}-${item.key}-reason` : nothing}
            data-key=${item.key} @click=${() => (item.reason === undefined ? this.#choose(item, choose) : handleRefused?.(item))}>${item.label}</button>
          ${item.reason ? html`<span id="${id}-${item.key}-reason" class="menu-reason">${item.reason}</span>` : nothing}
        </div>`)}
      </div>` : nothing}`;
  }

  close({ refocus = false } = {}): void {
    if (this.#openId === undefined) return;
    const button = this.#find(this.#openId);
    this.#forget();
    if (refocus) button?.focus();
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.#openId = undefined;
    window.removeEventListener('scroll', this.#handleScroll, { capture: true });
  }

  #open(id: string, focusOn: 'first' | 'last'): void {
    this.#openId = id;
    this.#focusOn = focusOn;
    window.addEventListener('scroll', this.#handleScroll, { capture: true, passive: true });
    this.#host.requestUpdate();
  }

  #choose(item: MenuItem, choose: (key: string) => void): void {
    this.close({ refocus: true });
    choose(item.key);
  }

  #find(id: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  }

  #items(popup: HTMLElement): HTMLElement[] {
    return [...popup.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }

  /** Below the button where there is room, else above; never beyond the window's edges. */
  #place(popup: HTMLElement): void {
    const button = this.#find(this.#openId ?? '')?.getBoundingClientRect();
    if (!button) return;
    const { offsetWidth: width, offsetHeight: height } = popup;
    const margin = 8;
    const isRightToLeft = this.#host.matches(':dir(rtl)');
    const left = isRightToLeft ? button.left : button.right - width;
    const below = button.bottom + 4;
    // Without the scroll bars, which `window.innerWidth` counts.
    const { clientWidth, clientHeight } = document.documentElement;
    const top = below + height + margin > clientHeight ? Math.max(margin, button.top - height - 4) : below;
    popup.style.left = `${Math.min(Math.max(margin, left), Math.max(margin, clientWidth - width - margin))}px`;
    popup.style.top = `${top}px`;
  }

  /** The menu follows its button, and closes when that is scrolled out of sight. */
  readonly #handleScroll = (): void => {
    const popup = this.#find(`${this.#openId}-menu`);
    const button = this.#find(this.#openId ?? '')?.getBoundingClientRect();
    if (!popup || !button) return;
    if (button.bottom > 0 && button.top < window.innerHeight) this.#place(popup);
    else this.close();
  };

  readonly #handleFocusOut = (event: FocusEvent): void => {
    const popup = event.currentTarget as HTMLElement;
    // A menu that makes room for another one loses the focus too.
    if (popup.id !== `${this.#openId}-menu`) return;
    if (event.relatedTarget instanceof Node && popup.contains(event.relatedTarget)) return;
    // A press on the menu's own button closes it by itself.
    if ((event.relatedTarget as Element | null)?.id !== this.#openId) this.close();
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const popup = event.currentTarget as HTMLElement;
    const items = this.#items(popup);
    const at = items.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      items[(to + items.length) % items.length]?.focus();
    } else if (event.key === 'Escape') {
      this.close({ refocus: true });
      event.stopPropagation();
    } else if (event.code === 'Tab') {
      // By its place on the keyboard: WebKitGTK has no name for it together with Shift. The focus goes back first, so that Tab leads to what follows the button.
      this.close({ refocus: true });
      return;
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const rotated = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      rotated.find((item) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    } else {
      return;
    }
    event.preventDefault();
  };
}
