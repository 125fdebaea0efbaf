import { html, nothing, type TemplateResult } from 'lit';
import type { Schedule } from '../../domain/support-hours.js';
import type { Vocabulary } from '../../domain/user.js';
import { isKnownTimeZone } from '../../domain/zoned-time.js';
import type { Texts } from '../../internal/issue-text.js';
import { textsWith } from '../../internal/texts-with.js';
import { channelsOf } from './channels-field.js';
import { exceptionList } from './exceptions/exception-list.js';
import { todayOf } from './exceptions/exception-order.js';
import { dayName, intervalsText, overnightText, weekOrder } from './format-hours.js';
import { openStatus } from './open-status.js';
import { renderStatus } from './status-line.js';
import { tagNames } from './tools/tags.js';
import { tagMessages } from './tools/tags.strings.js';
import { renderSummary } from './week-summary.js';
import { zoneLabel } from './zone/zone-label.js';

export { timetableStyles as styles } from './timetable.styles.js';

export interface TimetableView {
  schedule: Schedule;
  name: string;
  index: number;
  channels: readonly Vocabulary[];
  now: Date;
  texts: Texts;
}

/** A schedule to be read. */
export function renderTimetable({ schedule, name, index, channels, now, texts: given }: TimetableView): TemplateResult {
  const texts = textsWith(given, tagMessages);
  const id = `timetable-${index}`;
  const isKnown = isKnownTimeZone(schedule.timeZone);
  const chosen = channelsOf(schedule, channels).filter(({ key }) => schedule.channels?.includes(key));
  return html`<section class="schedule timetable" part="schedule" role="group" aria-labelledby="${id}-name">
    <div class="timetable-head">
      <p id="${id}-name" class="timetable-name"><bdi>${name}</bdi></p>
      <p class="muted"><span class="visually-hidden">${texts.text('zone')}: </span><bdi>${zoneLabel(schedule.timeZone)}</bdi></p>
      ${renderStatus(openStatus(texts, schedule, now))}
    </div>
    ${isKnown ? nothing : html`<p class="help">${texts.text('zone.unknown', { zone: schedule.timeZone })}</p>`}
    ${chosen.length > 0 ? html`<ul class="timetable-channels" aria-label=${texts.text('schedule.channels')}>
      ${chosen.map(({ label }) => html`<li class="badge"><bdi>${label}</bdi></li>`)}</ul>` : nothing}
    ${renderTags(texts, schedule)}
    ${renderSummary(texts, schedule, { timeZone: false })}
    <table>
      <caption class="visually-hidden">${texts.text('schedule.week')}</caption>
      <thead class="visually-hidden"><tr><th scope="col">${texts.text('table.day')}</th><th scope="col">${texts.text('table.hours')}</th></tr></thead>
      <tbody>${weekOrder(texts.lang).map((day) => {
        const intervals = schedule.weekly[day];
        const note = overnightText(texts, intervals);
        return html`<tr>
          <th scope="row">${dayName(texts.lang, day)}</th>
          <td class=${intervals.length === 0 ? 'muted' : ''}>${intervalsText(texts, intervals)}${note ? html` <span class="muted">(${note})</span>` : nothing}</td>
        </tr>`;
      })}</tbody>
    </table>
    ${schedule.exceptions.length > 0 ? html`<p id="${id}-exceptions" class="label">${texts.text('exceptions')}</p>
      ${exceptionList({ exceptions: schedule.exceptions, today: todayOf(schedule, now), labelledBy: `${id}-exceptions`, texts })}` : nothing}
  </section>`;
}

function renderTags(texts: Texts, schedule: Schedule): TemplateResult | typeof nothing {
  const kinds = (['languages', 'regions'] as const).filter((kind) => schedule[kind]?.length);
  if (kinds.length === 0) return nothing;
  return html`<div>${kinds.map((kind) => html`<p class="timetable-tags"><span class="muted">${texts.text(`tags.${kind}`)}:</span>
    <bdi>${tagNames(kind, schedule[kind] ?? [], texts.lang)}</bdi></p>`)}</div>`;
}
