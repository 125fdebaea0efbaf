import type { IntervalMinutes } from '../interval-minutes.js';
import { accepted, refused, type Issue, type Result } from '../issue.js';
import { parseLocalDate } from '../local-date.js';
import { minutesPerDay } from '../local-time.js';
import { months, osmTokens, unsupported, type Token } from './osm-tokens.js';

/*
 * The rules of an `opening_hours` text, each with its days or dates, its times and what they mean.
 */

/** Days since the epoch, both inclusive. */
export interface DateRange {
  from: number;
  to: number;
}

export interface OsmRule {
  /** After a comma: what it says is added to what the rules before it say. After a semicolon it takes their place. */
  isAdditional: boolean;
  /** Indices from Monday. `null` for a rule of dates. */
  days: number[] | null;
  dates: DateRange[];
  /** `null`: no times are given. */
  times: IntervalMinutes[] | null;
  isOff: boolean;
  comment: string | undefined;
  /** Where it begins, and the word that it begins with. */
  at: number;
  text: string;
}

class Unreadable extends Error {
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.code);
    this.issue = issue;
  }
}

/** Reads the rules, in order. */
export function parseOsmRules(text: string): Result<OsmRule[]> {
  const tokens = osmTokens(text);
  if (!tokens.ok) return tokens;
  const reader = new RuleReader(tokens.value, text.length);
  try {
    const rules = reader.readRules();
    return rules.length > 0 ? accepted(rules) : refused({ path: [], code: 'hours.osm-empty' });
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.issue);
    throw error;
  }
}

/** Goes through the words once. Owns where it is; what the rules mean together is not its business. */
class RuleReader {
  readonly #tokens: readonly Token[];
  readonly #length: number;
  #index = 0;

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens;
    this.#length = length;
  }

  readRules(): OsmRule[] {
    const rules: OsmRule[] = [];
    let isAdditional = false;
    while (this.#token) {
      rules.push(this.#readRule(isAdditional));
      const separator = this.#token;
      if (!separator) break;
      if (!this.#take(';') && !this.#take(',')) this.#refuse();
      isAdditional = separator.kind === ',';
      if (isAdditional && !this.#token) this.#refuse();
    }
    return rules;
  }

  get #token(): Token | undefined {
    return this.#tokens[this.#index];
  }

  #isNext(kind: Token['kind'], ahead = 0): boolean {
    return this.#tokens[this.#index + ahead]?.kind === kind;
  }

  #take(kind: Token['kind']): Token | undefined {
    const token = this.#token;
    if (token?.kind !== kind) return undefined;
    this.#index += 1;
    return token;
  }

  #need(kind: Token['kind']): Token {
    return this.#take(kind) ?? this.#refuse();
  }

  /** By what stands here, or by the word before where the text ends too early. */
  #refuse(code?: string, token = this.#token ?? this.#tokens[this.#index - 1]): never {
    const issue = unsupported(token?.text ?? '', token?.at ?? this.#length);
    throw new Unreadable(code ? { ...issue, code } : issue);
  }

  #readRule(isAdditional: boolean): OsmRule {
    const first = this.#token!;
    const place = { isAdditional, at: first.at, text: first.text };
    const everyDay = [0, 1, 2, 3, 4, 5, 6];
    if (this.#take('always')) {
      if (isAdditional) this.#refuse(undefined, first);
      return { ...place, days: everyDay, dates: [], times: [{ open: 0, close: minutesPerDay }], isOff: false, comment: undefined };
    }
    if (this.#isNext('month')) this.#refuse('hours.osm-yearly');
    const dates = this.#isNext('number') ? this.#readDates() : [];
    const days = dates.length > 0 ? null : this.#isNext('weekday') ? this.#readDays() : everyDay;
    const times = this.#isNext('time') ? this.#readTimes() : null;
    const modifier = this.#take('modifier');
    const comment = this.#take('comment');
    const isOff = modifier?.text === 'off';
    // Without times only "off" says when; a comment alone says that nobody knows.
    const isAlwaysOpen = first === modifier && !isOff;
    if ((!times && !isOff && !isAlwaysOpen) || (comment && (!modifier || days))) this.#refuse(undefined, comment ?? first);
    return {
      ...place, days, dates, isOff, comment: comment?.text,
      times: isAlwaysOpen ? [{ open: 0, close: minutesPerDay }] : times,
    };
  }

  #readDays(): number[] {
    const days = new Set<number>();
    do {
      const first = this.#need('weekday').value;
      const last = this.#take('-') ? this.#need('weekday').value : first;
      for (let day = first; ; day = (day + 1) % 7) {
        days.add(day);
        if (day === last) break;
      }
    } while (this.#isNext(',') && this.#isNext('weekday', 1) && this.#take(','));
    return [...days];
  }

  #readDates(): DateRange[] {
    const ranges: DateRange[] = [];
    do {
      const begin = this.#token!;
      const year = this.#need('number').value;
      const month = this.#need('month').value;
      const from = this.#dateOf(year, month, this.#need('number'));
      let to = from;
      if (this.#take('-')) {
        const next = this.#need('number');
        to = this.#isNext('month') ? this.#dateOf(next.value, this.#need('month').value, this.#need('number')) : this.#dateOf(year, month, next);
      }
      if (to < from) this.#refuse('hours.exception-order', begin);
      ranges.push({ from, to });
    } while (this.#isNext(',') && this.#isNext('number', 1) && this.#take(','));
    return ranges;
  }

  #dateOf(year: number, month: number, day: Token): number {
    const text = `${year}-${String(month + 1).padStart(2, '0')}-${day.text.padStart(2, '0')}`;
    const date = parseLocalDate(text);
    if (date === null) throw new Unreadable({ path: [], code: 'hours.exception-date', params: { text: `${year} ${months[month]} ${day.text}`, at: day.at } });
    return date;
  }

  #readTimes(): IntervalMinutes[] {
    const times: IntervalMinutes[] = [];
    do {
      const begin = this.#need('time');
      this.#need('-');
      const end = this.#need('time');
      times.push(this.#intervalOf(begin, end));
    } while (this.#isNext(',') && this.#isNext('time', 1) && this.#take(','));
    return times;
  }

  #intervalOf(begin: Token, end: Token): IntervalMinutes {
    const { value: open } = begin;
    if (open >= minutesPerDay) this.#refuse(undefined, begin);
    if (end.value > 2 * minutesPerDay) this.#refuse(undefined, end);
    const close = end.value < open ? end.value + minutesPerDay : end.value;
    // From 10:00 to 10:00 is a whole turn of the clock there, and nothing at all elsewhere.
    const isTooLong = close - open >= minutesPerDay && !(open === 0 && close === minutesPerDay);
    if (close === open || isTooLong) {
      throw new Unreadable({ path: [], code: 'hours.osm-length', params: { text: `${begin.text}-${end.text}`, at: begin.at } });
    }
    return { open, close };
  }
}
