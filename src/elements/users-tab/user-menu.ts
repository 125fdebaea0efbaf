import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import { canTouchUser } from '../../domain/user-guards.js';
import type { Role, User, Viewer } from '../../domain/user.js';
import type { Texts } from '../../internal/issue-text.js';
import { relativeTime } from '../../internal/relative-time.js';
import { MenuController, type MenuItem } from '../../internal/widgets/menu.js';
import { toElementId } from './element-id.js';
import { noFacts, type GuardFacts, type UserActions } from './user-actions.js';
import { nameOf } from './list/user-row.js';

export interface UserMenuHost {
  readonly element: ReactiveElement;
  readonly actions: UserActions;
  choose(action: string, user: User): void;
}

export interface UserMenuView {
  texts: Texts;
  viewer: Viewer | null;
  roles: readonly Role[];
}

/** How often a wait is told anew, in milliseconds. */
const tick = 1_000;

/**
 * What can be done to each user, with the reason beside what a rule would refuse. Owns what is known for that, which is
 * about one user at a time: whoever's menu was opened last. What is read for somebody else comes too late. While it is open and
 * says how long something is to be waited for, one timer keeps that true.
 */
export class UserMenu implements ReactiveController {
  #known: { userId: string; facts: GuardFacts; reading: Promise<GuardFacts> } | undefined;
  #isWaiting = false;
  #timer: number | undefined;
  readonly #host: UserMenuHost;
  readonly #menu: MenuController;

  constructor(host: UserMenuHost) {
    this.#host = host;
    this.#menu = new MenuController(host.element);
    host.element.addController(this);
  }

  hostUpdate(): void {
    this.#isWaiting = false;
  }

  hostUpdated(): void {
    if (!this.#isWaiting || !this.#host.element.isConnected) this.hostDisconnected();
    else this.#timer ??= window.setTimeout(this.#handleTick, tick);
  }

  hostDisconnected(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #handleTick = (): void => {
    this.#timer = undefined;
    this.#host.element.requestUpdate();
  };

  factsOf(user: User): GuardFacts {
    return this.#known?.userId === user.id ? this.#known.facts : noFacts;
  }

  /** The same, once they were read. */
  async readFacts(user: User): Promise<GuardFacts> {
    return this.#known?.userId === user.id ? this.#known.reading : this.#host.actions.readFacts(user);
  }

  forget(): void {
    this.#menu.close();
    this.#known = undefined;
  }

  render(user: User, view: UserMenuView): TemplateResult {
    return this.#menu.render({
      id: menuId(user),
      label: view.texts.text('actions-for', { name: nameOf(user) }),
      items: this.#itemsFor(user, view),
      choose: (action) => this.#host.choose(action, user),
      handleOpen: () => void this.#learn(user),
    });
  }

  async #learn(user: User): Promise<void> {
    const known = { userId: user.id, facts: noFacts, reading: this.#host.actions.readFacts(user) };
    this.#known = known;
    known.facts = await known.reading;
    this.#host.element.requestUpdate();
  }

  #itemsFor(user: User, { texts, viewer, roles }: UserMenuView): MenuItem[] {
    const isTouchable = canTouchUser(viewer, roles, user);
    const reason = (intent: Parameters<UserActions['predict']>[1]) => {
      if (!isTouchable) return texts.text('guard.role-rank');
      const guard = this.#host.actions.predict(user, intent, this.factsOf(user));
      // A replacement can be chosen in the dialog: that guard is a question, not a refusal.
      return guard === undefined || guard === 'alert-contact' ? undefined : texts.text(`guard.${guard}`);
    };
    const item = (key: string, why?: string, danger = false): MenuItem => ({ key, label: texts.text(`action.${key}`), reason: why, danger });
    if (user.status === 'invited') {
      const link = this.#host.actions.linkOf(user.id) === undefined ? [] : [item('copy-link')];
      return [item('resend', reason({}) ?? this.#waitText(user, texts)), ...link, item('edit', reason({})), item('role', reason({})), item('revoke', reason({ remove: true }), true)];
    }
    const status = user.status === 'active' ? item('deactivate', reason({ status: 'deactivated' })) : item('reactivate', reason({}));
    return [item('edit', reason({})), item('role', reason({})), status, item('remove', reason({ remove: true }), true)];
  }

  /** Why an invitation cannot be sent again yet, as of now. */
  #waitText(user: User, texts: Texts): string | undefined {
    const now = Date.now();
    const wait = this.#host.actions.cooldown.waitFor(user, now);
    if (!wait) return undefined;
    this.#isWaiting ||= this.#menu.openId === menuId(user);
    const seconds = Math.ceil((wait.until - now) / 1_000);
    // Rounded up: when it says that it can be done, it can.
    const rounded = seconds > 60 ? Math.ceil(seconds / 60) * 60 : seconds;
    const when = relativeTime(new Date(now + rounded * 1_000).toISOString(), new Date(now), texts.lang);
    return texts.text(wait.isAsked ? 'resend.asked' : 'resend.just-sent', { when });
  }
}

function menuId(user: User): string {
  return `menu-${toElementId(user.id)}`;
}
