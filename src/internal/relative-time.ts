const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600], ['month', 2_629_800], ['week', 604_800], ['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1],
];

const kinds = {
  relative: (lang: string) => new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }),
  absolute: (lang: string) => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }),
  compact: (lang: string) => new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }),
  date: (lang: string) => new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }),
};
type Formatters = { [K in keyof typeof kinds]?: ReturnType<(typeof kinds)[K]> };

/** Formatters are dear to make, and every cell with a date needs them: one of each kind for a language. */
const formatters = new Map<string, Formatters>();

function formatterOf<K extends keyof Formatters>(kind: K, lang: string): NonNullable<Formatters[K]> {
  let made = formatters.get(lang);
  if (!made) formatters.set(lang, (made = {}));
  return (made[kind] ??= kinds[kind](lang) as Formatters[K])!;
}

/** "3 days ago", in the largest unit that fits; `null` for what is no instant. */
export function relativeTime(instant: string, now: Date, lang: string): string | null {
  const seconds = (Date.parse(instant) - now.getTime()) / 1_000;
  if (Number.isNaN(seconds)) return null;
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return formatterOf('relative', lang).format(Math.trunc(seconds / length), unit);
}

/** The instant in full; shorter where it is `compact`, and its day alone as a `date`. */
export function absoluteTime(instant: string, lang: string, style: 'absolute' | 'compact' | 'date' = 'absolute'): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : formatterOf(style, lang).format(date);
}
