import { fromOsm } from '../../../domain/conversions/from-osm.js';
import { fromSchemaOrg } from '../../../domain/conversions/from-schema-org.js';
import { refused, type Issue, type Result } from '../../../domain/issue.js';
import type { Schedule } from '../../../domain/support-hours.js';

/** Hours that somebody pasted: OpenStreetMap's `opening_hours`, with or without its key, or JSON-LD, with or without its `<script>`. */
export function readWeek(text: string, timeZone: string): Result<Schedule> {
  const plain = text.replace(/^\s*<script\b[^>]*>|<\/script>\s*$/gi, '').trim();
  if (!/^[[{]/.test(plain)) {
    const rules = plain.replace(/^"?opening_hours"?\s*[=:]\s*/i, '').replace(/^"(.*)"$/s, '$1');
    return withPlaces(fromOsm(rules, timeZone), text.indexOf(rules) + 1);
  }
  try {
    return fromSchemaOrg(JSON.parse(plain), timeZone);
  } catch {
    return refused({ path: [], code: 'hours.exchange-json' });
  }
}

/** Where something stands, in the text as it was pasted and as people count. */
function withPlaces(result: Result<Schedule>, offset: number): Result<Schedule> {
  const place = (issue: Issue): Issue => (typeof issue.params?.at === 'number' ? { ...issue, params: { ...issue.params, at: issue.params.at + offset } } : issue);
  return result.ok ? { ...result, warnings: result.warnings.map(place) } : { ...result, issues: result.issues.map(place) };
}

/**
 * A schedule with the week that was read in place of its own. Exceptions that were read are added; where they have a date in
 * common with one that is there, theirs counts. Everything else stays.
 */
export function replaceWeek(schedule: Schedule, { weekly, exceptions }: Schedule): Schedule {
  const kept = schedule.exceptions.filter(({ from, to }) => !exceptions.some((one) => one.from <= to && from <= one.to));
  return {
    ...schedule,
    weekly: { ...schedule.weekly, ...weekly },
    exceptions: [...kept, ...exceptions].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  };
}
