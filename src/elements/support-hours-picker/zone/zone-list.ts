import { isSameTimeZone } from '../../../domain/zoned-time.js';
import type { Texts } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import type { ComboboxOption } from '../../../internal/widgets/combobox.js';
import { zoneDirectory, type ZoneDirectory } from './zone-directory.js';
import { offsetText } from './zone-label.js';
import { searchZones, type ZoneEntry } from './zone-search.js';
import { zoneMessages } from './zone.strings.js';

/** More options than this are not looked through; typing is quicker. */
const limit = 50;

export interface ZoneListView {
  /** The zone in force. */
  timeZone: string;
  viewerZone: string;
  now: Date;
  texts: Texts;
}

export interface ZoneOptions {
  options: ComboboxOption[];
  /** How many more there are, or that there are none; empty while that is not known yet. */
  status: string;
}

/** The list of one opening: what it offers stays the same while it is open. Does not own what is typed or chosen. */
export class ZoneList {
  readonly #directory: ZoneDirectory;

  constructor(lang: string, now: Date) {
    this.#directory = zoneDirectory(lang, now);
  }

  /** When zones are found by name and offset too. */
  get ready(): Promise<void> {
    return this.#directory.ready;
  }

  search(query: string, view: ZoneListView): ZoneOptions {
    const texts = textsWith(view.texts, zoneMessages);
    const { found, more } = searchZones(this.#directory.entries, query, view.viewerZone, limit);
    const time = new Intl.DateTimeFormat(texts.lang, { timeZone: 'UTC', timeStyle: 'short' });
    const options = found.map((entry) => ({
      value: entry.id,
      label: entry.country ? texts.text('zone.place', { city: entry.city, country: entry.country }) : entry.city,
      detail: detailOf(entry, view, texts, time),
      selected: isSameTimeZone(entry.id, view.timeZone),
    }));
    const none = this.#directory.isReady ? texts.text('zone.none-match') : texts.text('loading');
    return { options, status: found.length === 0 ? none : more > 0 ? texts.text('zone.more', { count: more }) : '' };
  }
}

function detailOf({ id, name, offsets }: ZoneEntry, { viewerZone, now }: ZoneListView, texts: Texts, time: Intl.DateTimeFormat): string {
  const described = offsets ? [
    name, offsetsText(offsets.standard, offsets.summer, texts),
    texts.text('zone.local-time', { time: time.format(now.getTime() + offsets.now * 60_000) }),
  ] : [];
  return [...(id === viewerZone ? [texts.text('zone.yours')] : []), ...described].filter(Boolean).join(' · ');
}

function offsetsText(standard: number, summer: number, texts: Texts): string {
  return standard === summer ? offsetText(standard) : texts.text('zone.offsets', { standard: offsetText(standard), summer: offsetText(summer) });
}
