import type { ReactiveController, ReactiveElement } from 'lit';
import type { ContactDetails, DetailsRequest } from './contact-details.js';

/**
 * Opens the dialog for a contact's details, whose code is loaded when it is asked for the first time. Owns that at most one
 * is open, and that none outlives the element's place in the document. Does not own what is in it.
 */
export class DetailsOpener implements ReactiveController {
  #open: ContactDetails | undefined;
  /** The latest request: one that arrives late, after another or after a reset, opens nothing. */
  #wanted: object | undefined;
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#open?.update();
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Resolves to whether it could be loaded. */
  async show(request: Omit<DetailsRequest, 'root'>): Promise<boolean> {
    this.close();
    const wanted = (this.#wanted = {});
    try {
      const { ContactDetails } = await import('./contact-details.js');
      if (this.#wanted === wanted && this.#host.isConnected) this.#open = new ContactDetails({ ...request, root: this.#host.renderRoot as ShadowRoot });
      return true;
    } catch {
      return this.#wanted !== wanted;
    }
  }

  close(): void {
    this.#wanted = undefined;
    this.#open?.close();
    this.#open = undefined;
  }
}
