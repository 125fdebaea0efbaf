import { nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import type { Contact } from '../../../domain/contact.js';
import { adoptStyles } from '../../../internal/adopt-styles.js';
import type { ContactInfoSession } from '../contact-info-session.js';
import type { FieldHost } from '../fields/field.js';
import type { FormView } from '../form-view.js';
import type { ContactHealth } from './contact-health.js';

/** What the health of contacts asks of the form that they are in. */
export interface HealthHost extends FieldHost {
  readonly element: ReactiveElement & { accountId: string; reviewAfterDays: number; submitForLater(): Promise<boolean> };
}

/** What is said at a contact, by its index. */
export type EntryNote = (index: number) => TemplateResult | typeof nothing;

/**
 * What the form says of contacts that are valid: advice, whether they are still right, whether they were verified. None of
 * it is needed to fill the form in, so its code comes beside the record, and a form without it is whole.
 */
export class LazyHealth implements ReactiveController {
  readonly #host: HealthHost;
  readonly #session: ContactInfoSession;
  #health: ContactHealth | undefined;

  constructor(host: HealthHost, session: ContactInfoSession) {
    this.#host = host;
    this.#session = session;
    host.element.addController(this);
  }

  hostConnected(): void {
    if (!this.#health) void this.#load();
  }

  async #load(): Promise<void> {
    try {
      const { ContactHealth, contactHealthStyles } = await import('./contact-health.js');
      this.#health ??= new ContactHealth(this.#host, this.#session);
      adoptStyles(this.#host.element.renderRoot, contactHealthStyles);
      this.#host.element.requestUpdate();
    } catch {
      // It is tried again when the element is next put into a page.
    }
  }

  /** At the top of the form. */
  renderReview(view: FormView): TemplateResult | typeof nothing {
    return this.#health?.renderReview(view) ?? nothing;
  }

  /** `isBlamed`: an error is shown in the field, which is put right first. */
  noteFor(view: FormView, key: string, contacts: readonly Contact[], isBlamed: boolean): EntryNote | undefined {
    return this.#health?.noteFor(view, key, contacts, isBlamed);
  }

  /** After the fields: says what appeared in them. */
  renderSpeech(view: FormView): TemplateResult | typeof nothing {
    return this.#health?.renderSpeech(view) ?? nothing;
  }
}
