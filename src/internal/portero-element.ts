import { LitElement, type CSSResultGroup, type PropertyValues } from 'lit';
import { baseStyles } from './base.styles.js';
import type { Texts } from './issue-text.js';
import { LocalizeController } from './localize-controller.js';
import type { Messages } from './messages.js';
import { sharedMessages } from './shared.strings.js';
import { WithAccount } from './with-account.js';

/**
 * An element that has something to say, in the language of the page. Rendering waits for the language's texts, so that
 * nothing is shown in English first.
 */
export abstract class PorteroElement extends WithAccount(LitElement) {
  static override styles: CSSResultGroup = [baseStyles];

  /** The element's texts, for templates and helpers beside it. */
  protected readonly texts: Texts;
  readonly #localize: LocalizeController;

  /** `tag` and `messages` are the element's own: texts are looked up there first. */
  constructor(tag: string, messages: Messages) {
    super();
    this.#localize = new LocalizeController(this, { [tag]: messages, shared: sharedMessages });
    this.texts = this.#localize;
  }

  protected text(key: string, params?: Readonly<Record<string, unknown>>): string {
    return this.texts.text(key, params);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    super.scheduleUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const base = this.renderRoot.querySelector<HTMLElement>('.base');
    if (base) this.#localize.nameLanguage(base);
  }
}
