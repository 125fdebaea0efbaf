import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import { errorCode } from '../../internal/error-code.js';
import type { Texts } from '../../internal/issue-text.js';
import type { ContactInfoSession } from './contact-info-session.js';
import { renderFailure } from './form-chrome.js';

export interface FailedWorkHost {
  readonly element: ReactiveElement;
  readonly session: ContactInfoSession;
  /** `isAsked`: by the person, whose focus may be moved then. */
  submit(isPartial: boolean, isAsked: boolean): Promise<boolean>;
}

/**
 * What failed, and another try: when the person asks for it, and by itself once the browser is online again where nothing
 * was wrong but the connection.
 */
export class FailedWork implements ReactiveController {
  readonly #host: FailedWorkHost;

  constructor(host: FailedWorkHost) {
    this.#host = host;
    host.element.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#handleOnline);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#handleOnline);
  }

  render(texts: Texts): TemplateResult {
    return renderFailure(texts, this.#host.session.failure, () => this.#retry(true));
  }

  readonly #handleOnline = () => {
    const { failure } = this.#host.session;
    if (failure && errorCode(failure.error) === 'unavailable') this.#retry(false);
  };

  #retry(isAsked: boolean): void {
    const { session, submit } = this.#host;
    if (session.failure?.operation === 'save') void submit(session.failure.isPartial, isAsked);
    else session.read();
  }
}
