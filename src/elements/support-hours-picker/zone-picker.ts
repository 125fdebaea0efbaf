import type { ReactiveElement, TemplateResult } from 'lit';
import { OperationController } from '../../controllers/operation-controller.js';
import { isSameTimeZone } from '../../domain/zoned-time.js';
import type { Texts } from '../../internal/issue-text.js';
import { ComboboxController, type ComboboxOption } from '../../internal/widgets/combobox.js';
import type { ZoneDirectory } from './zone-directory.js';
import { offsetText, zoneLabel } from './zone-label.js';
import { searchZones, type ZoneEntry } from './zone-search.js';

/** More options than this are not looked through; typing is quicker. */
const limit = 50;

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
  #directory: ZoneDirectory | undefined;
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

  #list({ viewerZone, timeZone, texts }: ZonePickerView): { options: ComboboxOption[]; status: string } {
    if (!this.#combobox.isOpen) return { options: [], status: '' };
    if (!this.#directory) return { options: [], status: texts.text(this.#failed ? 'zone.unavailable' : 'loading') };
    const { found, more } = searchZones(this.#directory.entries, this.#query ?? '', viewerZone, limit);
    const options = found.map((entry) => ({
      value: entry.id, label: zoneLabel(entry.id), detail: detailOf(entry, viewerZone, texts), selected: isSameTimeZone(entry.id, timeZone),
    }));
    if (found.length > 0) return { options, status: more > 0 ? texts.text('zone.more', { count: more }) : '' };
    return { options, status: texts.text(this.#directory.isReady ? 'zone.none-match' : 'loading') };
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
      const { zoneDirectory } = await import('./zone-directory.js');
      this.#directory = zoneDirectory(view.texts.lang, view.now);
      this.#host.requestUpdate();
      await this.#directory.ready;
    });
    if (outcome.status !== 'superseded') this.#failed = outcome.status === 'failed';
  }
}

function detailOf({ id, name, offset }: ZoneEntry, viewerZone: string, texts: Texts): string {
  const yours = id === viewerZone ? texts.text('zone.yours') : '';
  return [name, Number.isNaN(offset) ? '' : offsetText(offset), yours].filter(Boolean).join(' · ');
}
