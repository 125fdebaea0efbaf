import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Has the browser ask before the page is left while something would be lost by it. Owns the listener, which is there only
 * while there is something unsaved: browsers do not keep a page for the way back that listens to `beforeunload`.
 */
export class UnsavedGuard implements ReactiveController {
  readonly #wouldLose: () => boolean;

  constructor(host: ReactiveControllerHost, wouldLose: () => boolean) {
    this.#wouldLose = wouldLose;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.toggle(false);
  }

  toggle(isOn: boolean): void {
    if (isOn) window.addEventListener('beforeunload', this.#handleBeforeUnload);
    else window.removeEventListener('beforeunload', this.#handleBeforeUnload);
  }

  readonly #handleBeforeUnload = (event: Event): void => {
    if (this.#wouldLose()) event.preventDefault();
  };
}
