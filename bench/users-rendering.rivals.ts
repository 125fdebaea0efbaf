import { VirtualizerController } from '@tanstack/lit-virtual';
import { css, html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { defaultRoles, type User } from '../src/domain/user.js';
import { renderUserRow } from '../src/elements/users-tab/list/user-row.js';
import { usersListStyles } from '../src/elements/users-tab/list/users-list.styles.js';
import { usersTabMessages } from '../src/elements/users-tab/users-tab.strings.js';
import { usersTabStyles } from '../src/elements/users-tab/users-tab.styles.js';
import { baseStyles } from '../src/internal/base.styles.js';
import { icon } from '../src/internal/icon.js';
import type { Texts } from '../src/internal/issue-text.js';
import { formatMessage, type Messages } from '../src/internal/messages.js';
import { sharedMessages } from '../src/internal/shared.strings.js';

/*
 * The ways that were turned down (docs/decisions/0015), with rows as those of the users tab and nothing around them: no
 * adapter, no search, no menus behind the buttons. Everybody is there at once.
 */

const messages: Messages = { ...sharedMessages, ...usersTabMessages };
const texts: Texts = { lang: 'en', has: (key) => Object.hasOwn(messages, key), text: (key, params) => formatMessage(messages[key], 'en', params) };
const now = new Date(Date.UTC(2026, 10, 25));
const rowHeight = 57;

function renderRow(user: User): TemplateResult {
  const actions = html`<button type="button" class="icon-button" aria-label="Actions for ${user.name}">${icon('more')}</button>`;
  return renderUserRow({ user, texts, now, viewer: null, roles: defaultRoles, search: '', mailingLists: [], actions });
}

abstract class UsersRival extends LitElement {
  static override properties = { users: { attribute: false } };
  static override styles: CSSResultGroup = [baseStyles, usersTabStyles, usersListStyles, css`
    .scroller {
      block-size: 640px;
      overflow: auto;
      overflow-anchor: none;
    }
    tbody tr {
      block-size: 57px;
    }
  `];
  declare users: readonly User[];

  protected renderTable(rows: unknown): TemplateResult {
    return html`<div class="base"><div class="scroller"><table role="table" aria-label="Users">
      <thead role="rowgroup"><tr role="row">${['name', 'email', 'role', 'status', 'lists', 'lastActiveAt'].map((key) => html`<th role="columnheader">${texts.text(`column.${key}`)}</th>`)}<th></th></tr></thead>
      <tbody role="rowgroup">${rows}</tbody>
    </table></div></div>`;
  }
}

/** Rows that are in sight, and five on either side, by TanStack Virtual. */
export class WindowedUsers extends UsersRival {
  readonly #rows: VirtualizerController<HTMLElement, HTMLElement> = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0, overscan: 5, estimateSize: () => rowHeight, getScrollElement: () => this.renderRoot.querySelector<HTMLElement>('.scroller'),
  });

  protected override render(): TemplateResult {
    const virtualizer = this.#rows.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: this.users.length });
    const items = virtualizer.getVirtualItems();
    const before = items[0]?.start ?? 0;
    const after = virtualizer.getTotalSize() - (items[items.length - 1]?.end ?? 0);
    const space = (height: number) => html`<tr aria-hidden="true"><td colspan="7" .height=${`${height}`}></td></tr>`;
    return this.renderTable(html`${space(before)}${repeat(items, ({ key }) => key, ({ index }) => renderRow(this.users[index]))}${space(after)}`);
  }
}

/** Every row, of which the browser skips those that are out of sight. It does so for boxes only, which rows of tables are not. */
export class SkippedUsers extends UsersRival {
  static override styles: CSSResultGroup = [UsersRival.styles, css`
    table,
    tbody {
      display: block;
    }
    tbody tr {
      display: grid;
      grid-template-columns: 2fr 3fr 1fr 1.5fr 1.5fr 1fr 3rem;
      content-visibility: auto;
      contain-intrinsic-block-size: auto 57px;
    }
  `];

  protected override render(): TemplateResult {
    return this.renderTable(this.users.map(renderRow));
  }
}

export const rivals = { 'windowed-users': WindowedUsers, 'skipped-users': SkippedUsers };
