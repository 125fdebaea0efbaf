import { html, nothing, type TemplateResult } from 'lit';
import { toICalendar } from '../../../domain/conversions/to-icalendar.js';
import { toOsm } from '../../../domain/conversions/to-osm.js';
import { toSchemaOrg } from '../../../domain/conversions/to-schema-org.js';
import type { Result } from '../../../domain/issue.js';
import type { Schedule, SupportHours } from '../../../domain/support-hours.js';
import { isKnownTimeZone } from '../../../domain/zoned-time.js';
import { copyText } from '../../../internal/copy-text.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { saveFile } from '../../../internal/save-file.js';
import { textsWith } from '../../../internal/texts-with.js';
import { hoursConversionMessages } from '../hours-conversion.strings.js';
import { hoursProblemText } from '../hours-issue-text.js';
import { scheduleName } from '../schedule-editor.js';
import { exchangeMessages } from './exchange.strings.js';
import type { ExchangeHost } from './paste-panel.js';

type Format = 'osm' | 'schema-org';

const formats: Readonly<Record<Format, (schedule: Schedule) => Result<string>>> = {
  osm: toOsm,
  'schema-org': (schedule) => {
    const specs = toSchemaOrg(schedule);
    return specs.ok ? { ...specs, value: JSON.stringify({ '@context': 'https://schema.org', '@type': 'Place', openingHoursSpecification: specs.value }, null, 2) } : specs;
  },
};

/**
 * Gives a schedule's hours away in other formats: what each says and leaves out, or why it cannot say them. Owns what was
 * copied last. Does not own the hours.
 */
export class CopyPanel {
  readonly firstControl = '#exchange-title';
  #outcome: { format: Format; done: boolean } | undefined;
  readonly #host: ExchangeHost;
  readonly #id: string;
  readonly #now: () => Date;

  constructor(host: ExchangeHost, id: string, now: () => Date) {
    this.#host = host;
    this.#id = id;
    this.#now = now;
  }

  render(given: Texts, { schedules }: SupportHours): TemplateResult | typeof nothing {
    const texts = textsWith(textsWith(given, exchangeMessages), hoursConversionMessages);
    const index = schedules.findIndex(({ id }) => id === this.#id);
    if (index < 0) return nothing;
    const schedule = schedules[index];
    return html`<div class="exchange" role="group" aria-labelledby="exchange-title">
      <p id="exchange-title" class="exchange-title" tabindex="-1">${texts.text('copy.title', { name: scheduleName(texts, schedule, index) })}</p>
      ${Object.keys(formats).map((format) => this.#renderFormat(texts, schedule, format as Format))}
      ${this.#renderCalendar(texts, schedule)}
      <div class="exchange-actions"><button type="button" class="button" @click=${() => this.#host.close()}>${texts.text('close')}</button></div>
    </div>`;
  }

  #renderFormat(texts: Texts, schedule: Schedule, format: Format): TemplateResult {
    const result = formats[format](schedule);
    const label = texts.text(`copy.${format}`);
    const outcome = this.#outcome?.format === format ? this.#outcome : undefined;
    return html`<div class="copy-format">
      <div class="copy-format-head"><label for="exchange-${format}">${label}</label>
        ${result.ok ? html`<button type="button" class="button small" aria-label="${texts.text('copy.copy')}: ${label}"
          @click=${() => this.#copy(format, result.value)}>${icon('copy')}${texts.text('copy.copy')}</button>` : nothing}</div>
      ${result.ok ? html`<textarea id="exchange-${format}" class="input" readonly rows="2" .value=${result.value}></textarea>
        ${[...new Set(result.warnings.map((issue) => hoursProblemText(texts, issue)))].map((text) => html`<p class="help">${text}</p>`)}`
        : result.issues.map((issue) => html`<p class="error">${icon('alert')}<span>${hoursProblemText(texts, issue)}</span></p>`)}
      <p class="help" role="status">${outcome ? texts.text(outcome.done ? 'copy.copied' : 'copy.failed') : nothing}</p>
    </div>`;
  }

  #renderCalendar(texts: Texts, schedule: Schedule): TemplateResult {
    const label = texts.text('copy.icalendar');
    const handleDownload = () => {
      const now = this.#now();
      const text = toICalendar({ version: 1, schedules: [schedule] }, { from: now.toISOString().slice(0, 10), stamp: now, summary: texts.text('label'), closedSummary: texts.text('copy.closed') });
      saveFile(texts.text('copy.file'), [text], 'text/calendar;charset=utf-8');
    };
    return html`<div class="copy-format">
      <div class="copy-format-head"><span>${label}</span>
        ${isKnownTimeZone(schedule.timeZone) ? html`<button type="button" class="button small" aria-label="${texts.text('copy.download')}: ${label}"
          @click=${handleDownload}>${icon('download')}${texts.text('copy.download')}</button>` : nothing}</div>
      ${isKnownTimeZone(schedule.timeZone) ? nothing : html`<p class="help">${texts.text('copy.zone-unknown', { zone: schedule.timeZone })}</p>`}
    </div>`;
  }

  async #copy(format: Format, text: string): Promise<void> {
    this.#outcome = { format, done: await copyText(text) };
    this.#host.requestUpdate();
  }
}
