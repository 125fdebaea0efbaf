import type { Issue } from '../../domain/issue.js';
import { weekdays } from '../../domain/support-hours.js';
import { issueText, type Texts } from '../../internal/issue-text.js';
import { dayName, intervalText } from './format-hours.js';

/** An issue in words, with the hours and the day that it names written the reader's way. */
export function hoursIssueText(texts: Texts, issue: Issue): string {
  const { open, close, day } = issue.params ?? {};
  const params = { ...issue.params };
  if (typeof open === 'string' && typeof close === 'string') params.hours = intervalText(texts, { open, close });
  // The day that it stands at is not named.
  const weekday = weekdays.find((one) => one === day && !issue.path.includes(one));
  if (weekday) params.day = dayName(texts.lang, weekday);
  return issueText(texts, { ...issue, params }, weekday ? 'day' : '');
}

/** The same where it is not said beside the hours: it names the day first. */
export function hoursProblemText(texts: Texts, issue: Issue): string {
  const text = hoursIssueText(texts, issue);
  const day = weekdays.find((one) => issue.path.includes(one));
  return day ? texts.text('day.understood', { day: dayName(texts.lang, day), hours: text }) : text;
}
