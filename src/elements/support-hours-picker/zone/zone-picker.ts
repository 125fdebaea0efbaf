import type { ReactiveElement, TemplateResult } from 'lit';
import { OperationController } from '../../../controllers/operation-controller.js';
import type { Texts } from '../../../internal/issue-text.js';
import { ComboboxController } from '../../../internal/widgets/combobox.js';
import { hoursParts } from '../hours-parts.js';
import { zoneLabel } from './zone-label.js';
import type { ZoneList, ZoneOptions } from './zone-list.js';

export interface ZonePickerView {
  id: string;
  labelledBy: string;
  describedBy: string;
  timeZone: string;
  viewerZone: string;
  invalid: boolean;
  now: Date;
  texts: Texts;
}

/**
 * The choice of a schedule's time zone. Owns the text in the box and the loading of the list, which begins when the list is
 * opened for the first time. Does not own the zone chosen.
 */
export class ZonePicker {
  #query: string | undefined;
  #zones: ZoneList | undefined;
  #failed = false;
  #view: ZonePickerView | undefined;
  readonly #host: ReactiveElement;
  readonly #loading: OperationController;
  readonly #combobox: ComboboxController;

  constructor(host: ReactiveElement, handleZone: (timeZone: string) => void) {
    this.#host = host;
    this.#loading = new OperationController(host);
    this.#combobox = new ComboboxController(host as ConstructorParameters<typeof ComboboxController>[0], {
      handleOpen: () => this.#handleOpen(),
      handleQuery: (text) => (this.#query = text),
      handleChoose: (timeZone) => {
        this.#query = undefined;
        handleZone(timeZone);
      },
      handleClose: () => (this.#query = undefined),
    });
  }

  /** Its schedule is gone. */
  dispose(): void {
    this.#loading.cancel();
    this.#host.removeController(this.#loading);
    this.#host.removeController(this.#combobox);
  }

  render(view: ZonePickerView): TemplateResult {
    this.#view = view;
    const { options, status } = this.#list(view);
    return this.#combobox.render({
      id: view.id, labelledBy: view.labelledBy, describedBy: view.describedBy, invalid: view.invalid,
      text: this.#query ?? zoneLabel(view.timeZone), options, status,
    });
  }

  #list(view: ZonePickerView): ZoneOptions {
    if (!this.#combobox.isOpen) return { options: [], status: '' };
    if (!this.#zones) return { options: [], status: view.texts.text(this.#failed ? 'zone.unavailable' : 'loading') };
    return this.#zones.search(this.#query ?? '', view);
  }

  #handleOpen(): void {
    // What is in the box is the zone in force, and the first key typed replaces it.
    if (this.#query === undefined) this.#host.renderRoot.querySelector<HTMLInputElement>(`#${this.#view?.id}`)?.select();
    void this.#load();
  }

  async #load(): Promise<void> {
    const view = this.#view;
    if (!view) return;
    const outcome = await this.#loading.run(async () => {
      const { ZoneList: List } = await hoursParts.zones();
      this.#zones = new List(view.texts.lang, view.now);
      this.#host.requestUpdate();
      await this.#zones.ready;
    });
    if (outcome.status !== 'superseded') this.#failed = outcome.status === 'failed';
  }
}
