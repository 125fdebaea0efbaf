import { html, nothing, type TemplateResult } from 'lit';
import type { Schedule } from '../../domain/support-hours.js';
import type { Vocabulary } from '../../domain/user.js';
import type { Texts } from '../../internal/issue-text.js';

/** The host's channels, and those that are stored without the host knowing them (any longer): these go by their key. */
export function channelsOf(schedule: Schedule, vocabulary: readonly Vocabulary[]): Vocabulary[] {
  const known = new Set(vocabulary.map(({ key }) => key));
  const unknown = (schedule.channels ?? []).filter((key) => !known.has(key));
  return [...vocabulary, ...unknown.map((key) => ({ key, label: key }))];
}

/** Through which channels a schedule's support is reached. Nothing where there are none to choose from. */
export function renderChannels(
  texts: Texts, schedule: Schedule, vocabulary: readonly Vocabulary[], handleSchedule: (schedule: Schedule) => void,
): TemplateResult | typeof nothing {
  const all = channelsOf(schedule, vocabulary);
  if (all.length === 0) return nothing;
  const chosen = schedule.channels ?? [];
  const handleChange = (key: string) => {
    const wanted = chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key];
    handleSchedule({ ...schedule, channels: wanted });
  };
  return html`<fieldset class="channels">
    <legend class="label">${texts.text('schedule.channels')}</legend>
    ${all.map(({ key, label }) => html`<label class="channel"><input type="checkbox" .checked=${chosen.includes(key)}
      @change=${() => handleChange(key)} /><bdi>${label}</bdi></label>`)}
  </fieldset>`;
}
