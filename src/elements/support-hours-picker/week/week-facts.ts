import { html, nothing, type TemplateResult } from 'lit';
import type { Schedule } from '../../../domain/support-hours.js';
import type { Texts } from '../../../internal/issue-text.js';
import { datesText } from '../format-hours.js';
import { dayText, durationText, spanText, stretchText } from './week-text.js';
import type { Week, WeekDay } from './week-model.js';

/* The facts that are drawn, in words. */

interface FactsView {
  week: Week;
  schedules: readonly Schedule[];
  nameOf(index: number): string;
  texts: Texts;
}

export function renderFacts(view: FactsView): TemplateResult {
  return html`<div class="week-facts">${renderNotes(view)}${renderGaps(view)}${renderTable(view)}</div>`;
}

function renderNotes({ week, schedules, nameOf, texts }: FactsView): TemplateResult {
  const { lang } = texts;
  const exceptions = schedules.flatMap((_, schedule) => {
    const own = week.days.flatMap((day) => day.exceptions.filter((one) => one.schedule === schedule).map(({ exception }) => exception));
    return [...new Set(own)].map((exception) => ({ schedule, exception }));
  });
  return html`
    ${week.notDrawn.map((index) => html`<p class="notice warning"><span>${texts.text('week.not-drawn', { zone: schedules[index].timeZone, name: nameOf(index) })}</span></p>`)}
    ${week.days.map((day) => (day.length === 0 ? html`<p class="help">${texts.text('week.no-day', { day: dayText(lang, day) })}</p>` : day.changes.map(({ shift }) => html`<p class="help">
      ${texts.text(shift > 0 ? 'week.clock-forward' : 'week.clock-back', {
        day: dayText(lang, day), duration: durationText(lang, Math.abs(shift)), length: durationText(lang, day.length),
      })}</p>`)))}
    ${exceptions.map(({ schedule, exception }) => html`<p class="help">${texts.text('week.exception', { name: nameOf(schedule), dates: datesText(lang, exception) })}${exception.label
      ? html` · <bdi>${exception.label}</bdi>` : nothing}</p>`)}`;
}

function renderGaps({ week, texts }: FactsView): TemplateResult {
  const { lang } = texts;
  const { minutes, gaps, notDrawn } = week;
  const [open, gap, overlap] = [minutes.open, minutes.gap, minutes.overlap].map((one) => durationText(lang, one));
  return html`
    <p>${texts.text(notDrawn.length > 0 ? 'week.totals.unknown' : 'week.totals', { open, gap })}
      ${minutes.overlap > 0 ? texts.text('week.overlap', { overlap }) : nothing}</p>
    ${notDrawn.length > 0 ? nothing : gaps.length === 0 ? html`<p>${texts.text('week.gaps.none')}</p>` : html`
      <p id="week-gaps">${texts.text('week.gaps', { duration: gap })}</p>
      <ul class="week-gaps" aria-labelledby="week-gaps">${gaps.map((span) => html`<li>${texts.text('week.span', {
        when: spanText(lang, week, span), duration: durationText(lang, (span.to.getTime() - span.from.getTime()) / 60_000),
      })}</li>`)}</ul>`}`;
}

function renderTable({ week, schedules, nameOf, texts }: FactsView): TemplateResult {
  const drawn = schedules.map((_, index) => index).filter((index) => !week.notDrawn.includes(index));
  const hoursOf = (day: WeekDay, schedule: number) => day.spans.filter((span) => span.schedule === schedule)
    .map((span) => stretchText(texts, week, day, span)).join(texts.text('list-separator')) || texts.text('week.closed');
  return html`<details>
    <summary>${texts.text('week.table')}</summary>
    <table>
      <caption class="visually-hidden">${texts.text('week.table')}</caption>
      <thead class="visually-hidden"><tr><th scope="col">${texts.text('table.day')}</th><th scope="col">${texts.text('week.table.schedule')}</th></tr></thead>
      <tbody>${week.days.map((day) => html`<tr>
        <th scope="row">${dayText(texts.lang, day)}</th>
        <td>${drawn.map((index) => html`<div><bdi>${nameOf(index)}</bdi>: ${hoursOf(day, index)}</div>`)}</td>
      </tr>`)}</tbody>
    </table>
  </details>`;
}
