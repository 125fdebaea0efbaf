import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { canGrantRole, isOwnLoss, type UserGuard } from '../../../domain/user-guards.js';
import { findRole, type Role, type User } from '../../../domain/user.js';
import type { Texts } from '../../../internal/issue-text.js';
import { roleLabel } from '../list/user-row.js';
import { refusalOf, type GuardView } from '../user-guard.js';
import { roleDifference } from './role-difference.js';

export interface RoleChoiceView extends GuardView {
  texts: Texts;
  user: User;
  chosen: string;
  choose(role: string): void;
}

/** All roles with what each can do, why some cannot be given, and what the chosen one takes and gives, before it is confirmed. */
export function renderRoleChoice(view: RoleChoiceView): TemplateResult {
  const { texts, user, roles, viewer } = view;
  const choices = roles.map((role) => ({ role, guard: guardOf(view, role) }));
  // What refuses several roles is said once; each keeps what it can do.
  const guards = [...new Set(choices.flatMap(({ guard }) => guard ?? []))];
  return html`${guards.map((guard) => html`<p id="role-guard-${guard}" class="notice warning">${texts.text(guard === 'role-rank' ? 'role.rank' : `guard.${guard}`)}</p>`)}
    ${findRole(roles, user.role) ? nothing : html`<p class="notice warning">${texts.text('role.undefined', { role: user.role })}</p>`}
    <fieldset class="dialog-field" aria-labelledby="dialog-title">
      ${choices.map(({ role, guard }, index) => renderRole(view, role, guard, `role-can-${index}`))}
    </fieldset>
    <div class="difference" role="status">${renderDifference(view)}</div>
    ${isOwnLoss({ target: user, intent: { role: view.chosen }, viewer, roles }) ? html`<p class="notice warning">${texts.text('role.own')}</p>` : nothing}`;
}

function guardOf({ user, viewer, roles, facts }: RoleChoiceView, role: Role): UserGuard | undefined {
  // What somebody has is left to them, whatever it is.
  if (role.key === user.role) return undefined;
  return canGrantRole(viewer, roles, role.key) ? refusalOf(user, { role: role.key }, { viewer, roles, facts }) : 'role-rank';
}

function renderRole({ texts, user, chosen, choose }: RoleChoiceView, role: Role, guard: string | undefined, helpId: string): TemplateResult {
  const can = texts.has(`role.${role.key}.can`) ? texts.text(`role.${role.key}.can`) : '';
  return html`<label class="choice">
    <input type="radio" name="role" .checked=${live(role.key === chosen)} ?disabled=${guard !== undefined}
      aria-describedby="${helpId} ${guard ? `role-guard-${guard}` : ''}" @change=${() => choose(role.key)} />
    <span>${roleLabel(texts, role.key)}${role.key === user.role ? html` <span class="muted">(${texts.text('role.current')})</span>` : nothing}
      <span id=${helpId} class="help choice-help">${can}</span></span>
  </label>`;
}

function renderDifference({ texts, user, roles, chosen }: RoleChoiceView): TemplateResult | typeof nothing {
  if (chosen === user.role) return nothing;
  const { gains, loses } = roleDifference(findRole(roles, user.role), findRole(roles, chosen), (ability) => texts.has(`ability.${ability}`));
  if (gains.length + loses.length === 0) {
    const areDescribed = [user.role, chosen].every((key) => texts.has(`role.${key}.can`));
    return html`<p class="muted">${texts.text(areDescribed ? 'difference.described' : 'difference.same')}</p>`;
  }
  const list = (abilities: string[]) => new Intl.ListFormat(texts.lang).format(abilities.map((ability) => texts.text(`ability.${ability}`)));
  return html`${gains.length > 0 ? html`<p class="gains">${texts.text('difference.gains', { abilities: list(gains) })}</p>` : nothing}
    ${loses.length > 0 ? html`<p class="loses">${texts.text('difference.loses', { abilities: list(loses) })}</p>` : nothing}`;
}
