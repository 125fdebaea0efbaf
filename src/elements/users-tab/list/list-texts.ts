import type { Texts } from '../../../internal/issue-text.js';
import type { ShownPage } from './shown-page.js';
import { isNarrowed, type changeBetween, type UsersQuery } from './users-query.js';

/** A page as it is shown, and what was asked for to get it. */
export interface Listed {
  readonly page: ShownPage;
  readonly query: UsersQuery;
}

/** How many there are, or how many match. */
export function countText(texts: Texts, { page: { total, isAtLeast }, query }: Listed): string {
  if (isNarrowed(query)) return total === 0 ? texts.text('no-match') : texts.text(isAtLeast ? 'matching.at-least' : 'matching', { count: total });
  return texts.text(isAtLeast ? 'count.at-least' : 'count', { count: total });
}

/** Which of them are on the page. */
export function rangeText(texts: Texts, { from, to, total, isAtLeast }: ShownPage): string {
  return texts.text(isAtLeast ? 'range.at-least' : 'range', { from, to, total, count: total });
}

export function doubtTexts(texts: Texts, { doubts, total, to }: ShownPage): string[] {
  return doubts.map((doubt) => texts.text(`doubt.${doubt}`, { total, to, count: total }));
}

/** What somebody who does not see the list is told once it shows what they asked for. */
export function answerText(texts: Texts, change: NonNullable<ReturnType<typeof changeBetween>>, listed: Listed): string {
  const { page, query: { sort } } = listed;
  const said = {
    narrowing: () => countText(texts, listed),
    sort: () => texts.text(`sorted.${sort.direction}`, { column: texts.text(`column.${sort.by}`) }),
    page: () => (page.rows.length > 0 ? rangeText(texts, page) : texts.text('page.nobody')),
  };
  return [said[change](), ...doubtTexts(texts, page)].join(' ');
}
