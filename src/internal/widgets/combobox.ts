import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface ComboboxOption {
  value: string;
  label: string;
  /** A second line: an address, or an offset. */
  detail?: string;
  selected?: boolean;
}

export interface ComboboxBehaviour {
  /** The person typed; called with what is in the box. */
  handleQuery(text: string): void;
  /** The person chose an option. */
  handleChoose(value: string): void;
  /** The list opened: a good time to load options. */
  handleOpen?(): void;
  /** The list closed without a choice. */
  handleClose?(): void;
}

export interface ComboboxView {
  /** Unique in the element's shadow root; ids of the parts derive from it. */
  id: string;
  labelledBy: string;
  describedBy?: string;
  /** What is in the box. */
  text: string;
  placeholder?: string;
  options: readonly ComboboxOption[];
  /** Said in the list's place or below it: loading, nothing found, how many more there are. */
  status?: string;
  /** Below that, inside the list: a button to try again. */
  footer?: TemplateResult;
  multiple?: boolean;
  required?: boolean;
  invalid?: boolean;
  disabled?: boolean;
}

/**
 * A text box with a list to choose from, after the ARIA Authoring Practices' list autocomplete with manual selection.
 * Owns: whether the list is open, which option is active, the keys. Does not own: the options, the text, the choice.
 * Focus stays in the box all the time; the active option is pointed at.
 */
export class ComboboxController implements ReactiveController {
  #open = false;
  #active = -1;
  /** The value of the active option: options that arrive later may put it elsewhere. */
  #activeValue: string | undefined;
  /** An arrow key asked for an end of the list, whose options may still be on their way. */
  #awaited: 'first' | 'last' | undefined;
  /** The option that was scrolled to. */
  #revealed: string | undefined;
  #view: ComboboxView | undefined;
  readonly #host: ReactiveElement;
  readonly #behaviour: ComboboxBehaviour;

  constructor(host: ReactiveElement, behaviour: ComboboxBehaviour) {
    this.#host = host;
    this.#behaviour = behaviour;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  hostUpdated(): void {
    const revealed = this.#open ? this.#activeValue : undefined;
    // Once: a page that the person scrolls meanwhile is not pulled back.
    if (revealed !== undefined && revealed !== this.#revealed) {
      this.#element(`${this.#view?.id}-option-${this.#active}`)?.scrollIntoView({ block: 'nearest' });
    }
    this.#revealed = revealed;
  }

  /** Whoever made it has no use for it any more. */
  dispose(): void {
    this.close();
    this.#host.removeController(this);
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#activate(-1);
    this.#behaviour.handleClose?.();
    this.#host.requestUpdate();
  }

  render(view: ComboboxView): TemplateResult {
    this.#view = view;
    this.#followOptions(view.options);
    const { id, options } = view;
    const active = this.#open && this.#active >= 0 ? `${id}-option-${this.#active}` : nothing;
    return html`<div class="combobox" @focusout=${this.#handleFocusOut}>
      <input id=${id} class="input" part="input" type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
        aria-autocomplete="list" aria-expanded=${this.#open} aria-controls="${id}-list" aria-activedescendant=${active}
        aria-labelledby=${view.labelledBy} aria-describedby=${view.describedBy ?? nothing} aria-invalid=${view.invalid ?? false}
        aria-required=${view.required ? 'true' : nothing}
        placeholder=${view.placeholder ?? nothing} ?disabled=${view.disabled ?? false} .value=${live(view.text)}
        @input=${this.#handleInput} @click=${this.#handleOpen} @keydown=${this.#handleKeydown} />
      <div class="combobox-popup" part="popup" ?hidden=${!this.#open}>
        <ul id="${id}-list" role="listbox" aria-labelledby=${view.labelledBy} aria-multiselectable=${view.multiple ? 'true' : nothing}
          @mousedown=${this.#handleMouseDown}>
          ${this.#open ? options.map((option, index) => this.#renderOption(option, index)) : nothing}
        </ul>
        <p class="combobox-status" role="status">${this.#open ? view.status : nothing}</p>
        ${this.#open ? view.footer : nothing}
      </div>
    </div>`;
  }

  #renderOption(option: ComboboxOption, index: number): TemplateResult {
    return html`<li id="${this.#view?.id}-option-${index}" class="option" role="option" aria-selected=${option.selected ?? false}
      ?data-active=${index === this.#active} @click=${() => this.#choose(option)}>
      <span class="option-label"><bdi>${option.label}</bdi></span>
      ${option.detail ? html`<span class="option-detail"><bdi>${option.detail}</bdi></span>` : nothing}
    </li>`;
  }

  #element(id: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  }

  #activate(index: number): void {
    this.#active = index;
    this.#activeValue = this.#view?.options[index]?.value;
    this.#awaited = undefined;
  }

  /** The option that is active stays so wherever it went; one that is gone leaves none, or the end that was asked for. */
  #followOptions(options: readonly ComboboxOption[]): void {
    const followed = this.#activeValue === undefined ? -1 : options.findIndex(({ value }) => value === this.#activeValue);
    const end = this.#awaited === 'first' ? Math.min(0, options.length - 1) : this.#awaited === 'last' ? options.length - 1 : -1;
    this.#active = followed >= 0 ? followed : end;
    this.#activeValue = options[this.#active]?.value;
  }

  /** Opens the list where it is closed; `end` becomes active as soon as there are options. */
  #openAt(end: 'first' | 'last' | undefined): void {
    this.#show(-1);
    this.#awaited = end;
  }

  #move(by: 1 | -1): void {
    const count = this.#view?.options.length ?? 0;
    const end = by === 1 ? 'first' : 'last';
    const next = this.#active < 0 ? (by === 1 ? 0 : count - 1) : (this.#active + by + count) % count;
    if (!this.#open || count === 0) this.#openAt(end);
    else this.#show(next);
  }

  #show(active: number): void {
    const opening = !this.#open;
    this.#open = true;
    this.#activate(active);
    if (opening) this.#behaviour.handleOpen?.();
    this.#host.requestUpdate();
  }

  #choose(option: ComboboxOption): void {
    const keepOpen = this.#view?.multiple === true;
    this.#awaited = undefined;
    if (!keepOpen) {
      this.#open = false;
      this.#activate(-1);
    }
    this.#behaviour.handleChoose(option.value);
    this.#host.requestUpdate();
  }

  readonly #handleInput = (event: Event): void => {
    // The text in the box is no value of the element yet; `input` is announced when something was chosen.
    event.stopPropagation();
    this.#show(-1);
    this.#behaviour.handleQuery((event.target as HTMLInputElement).value);
  };

  readonly #handleOpen = (): void => this.#show(this.#active);

  // The box keeps the focus when an option is pressed.
  readonly #handleMouseDown = (event: Event): void => event.preventDefault();

  readonly #handleFocusOut = (event: FocusEvent): void => {
    const inside = event.currentTarget as HTMLElement;
    if (!(event.relatedTarget instanceof Node && inside.contains(event.relatedTarget))) this.close();
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') {
      if (!event.altKey) this.#move(1);
      else if (!this.#open) this.#openAt(undefined);
    } else if (event.key === 'ArrowUp') {
      if (event.altKey) this.close();
      else this.#move(-1);
    } else if (event.key === 'Enter' && this.#open) {
      // With an open list it is an answer to the list, and never to the form around it.
      const option = this.#view?.options[this.#active];
      if (option) this.#choose(option);
    } else if (event.key === 'Escape' && this.#open) {
      this.close();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  };
}
