import { html, nothing, type TemplateResult } from 'lit';
import type { Schedule } from '../../domain/support-hours.js';
import type { Vocabulary } from '../../domain/user.js';
import { isKnownTimeZone } from '../../domain/zoned-time.js';
import type { Texts } from '../../internal/issue-text.js';
import { channelsOf } from './channels-field.js';
import { renderException } from './exceptions-editor.js';
import { dayName, intervalsText, overnightText, weekOrder } from './format-hours.js';
import { openStatus } from './open-status.js';
import { renderStatus } from './status-line.js';
import { zoneLabel } from './zone-label.js';

export interface TimetableView {
  schedule: Schedule;
  name: string;
  index: number;
  channels: readonly Vocabulary[];
  now: Date;
  texts: Texts;
}

/** A schedule to be read. */
export function renderTimetable({ schedule, name, index, channels, now, texts }: TimetableView): TemplateResult {
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
      <ul class="exception-list" aria-labelledby="${id}-exceptions">${schedule.exceptions.map((exception) => html`<li class="exception" part="exception">
        <div class="exception-text">${renderException(texts, exception)}</div></li>`)}</ul>` : nothing}
  </section>`;
}
