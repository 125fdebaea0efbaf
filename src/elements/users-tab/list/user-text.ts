import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Texts } from '../../../internal/issue-text.js';
import { absoluteTime, relativeTime } from '../../../internal/relative-time.js';
import { partsOf, type TextPart } from './matches.js';
import { shorten, unturned } from './user-name.js';

/** Longer than that, a text is shown by its beginning; the rest of it on demand. */
const longest = 160;

function renderParts(parts: readonly TextPart[]): unknown {
  return parts.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : text));
}

/** What a person or another system wrote, in its own direction, with what was searched for marked. */
export function renderText(texts: Texts, written: string, search = ''): TemplateResult {
  const text = unturned(written);
  if (text.length <= longest) return html`<bdi>${search === '' ? text : renderParts(partsOf(text, search))}</bdi>`;
  // Another text in its place begins closed.
  return html`${keyed(text, html`<details class="long">
    <summary><bdi class="beginning">${renderParts(partsOf(shorten(text, longest / 2), search))}</bdi>
      <span class="show-all">${texts.text('text.all')}</span><span class="show-less">${texts.text('text.less')}</span></summary>
    <bdi>${renderParts(partsOf(text, search))}</bdi>
  </details>`)}`;
}

/** The same of an address, which breaks before its @ where it can. */
export function renderAddress(texts: Texts, written: string, search = ''): TemplateResult {
  const address = unturned(written);
  if (address.length > longest) return renderText(texts, address, search);
  const [local, domain, ...rest] = address.split('@');
  // Nearly all, and there are many: the least that has to be made for them.
  if (search === '' && domain !== undefined && rest.length === 0) return html`<bdi>${local}<wbr>@${domain}</bdi>`;
  const breakable = (text: string) => text.split('@').map((part, index) => (index === 0 ? part : html`<wbr>@${part}`));
  return html`<bdi>${partsOf(address, search).map(({ text, isMatch }) => (isMatch ? html`<mark>${breakable(text)}</mark>` : breakable(text)))}</bdi>`;
}

/**
 * An instant as people say it, and in full: which of the two is seen is up to the styles, both are there to be read aloud.
 * `null` for what is no instant.
 */
export function renderInstant(texts: Texts, instant: string, now: Date): TemplateResult | null {
  const relative = relativeTime(instant, now, texts.lang);
  return relative === null ? null : renderTimes('instant', instant, relative, absoluteTime(instant, texts.lang, 'compact'));
}

/** Until when an invitation can be accepted, or that it cannot any more, in the same way. */
export function renderExpiry(texts: Texts, instant: string, now: Date): TemplateResult | null {
  const relative = relativeTime(instant, now, texts.lang);
  if (relative === null) return null;
  const word = (when: string) => texts.text(Date.parse(instant) < now.getTime() ? 'invitation.expired' : 'invitation.expires', { when });
  return renderTimes('instant help when', instant, word(relative), word(absoluteTime(instant, texts.lang, 'date')));
}

function renderTimes(classes: string, instant: string, relative: string, absolute: string): TemplateResult {
  return html`<time class=${classes} datetime=${instant}><span class="relative">${relative}</span> <span class="absolute">${absolute}</span></time>`;
}
