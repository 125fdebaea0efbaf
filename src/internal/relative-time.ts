const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600], ['month', 2_629_800], ['week', 604_800], ['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1],
];

/** Formatters are dear to make, and every cell with a date needs both: one of each for a language. */
const formatters = new Map<string, { relative: Intl.RelativeTimeFormat; absolute: Intl.DateTimeFormat; compact: Intl.DateTimeFormat }>();

function formattersOf(lang: string) {
  let found = formatters.get(lang);
  if (!found) {
    found = {
      relative: new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }),
      absolute: new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }),
      compact: new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }),
    };
    formatters.set(lang, found);
  }
  return found;
}

/** "3 days ago", in the largest unit that fits; `null` for what is no instant. */
export function relativeTime(instant: string, now: Date, lang: string): string | null {
  const seconds = (Date.parse(instant) - now.getTime()) / 1_000;
  if (Number.isNaN(seconds)) return null;
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return formattersOf(lang).relative.format(Math.trunc(seconds / length), unit);
}

/** The instant in full; shorter where it is `compact`. */
export function absoluteTime(instant: string, lang: string, style: 'absolute' | 'compact' = 'absolute'): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : formattersOf(lang)[style].format(date);
}
