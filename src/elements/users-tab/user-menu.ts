import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import type { RequirementSet } from '../../domain/requirements.js';
import type { Role, User, Viewer } from '../../domain/user.js';
import type { Texts } from '../../internal/issue-text.js';
import { relativeTime } from '../../internal/relative-time.js';
import { MenuController, type MenuItem } from '../../internal/widgets/menu.js';
import { toElementId } from './element-id.js';
import type { UserActions } from './user-actions.js';
import { factsAbout, noFacts, refusalOf, unreadableFacts, userIntents, type AccountFacts, type GuardFacts, type UserAction } from './user-guard.js';
import { nameOf } from './list/user-row.js';

export interface UserMenuHost {
  readonly element: ReactiveElement;
  readonly actions: UserActions;
  rules(): { roles: readonly Role[]; requirements: RequirementSet };
  choose(action: string, user: User): void;
  /** Why something cannot be chosen: pressing it is not to be met with silence. */
  explain(text: string): void;
}

export interface UserMenuView {
  texts: Texts;
  viewer: Viewer | null;
  roles: readonly Role[];
}

/** How often a wait is told anew, in milliseconds. */
const tick = 1_000;

/**
 * What can be done to each user, with the reason beside what a rule would refuse. Owns what is known for that, which is read
 * when a menu opens; of two readings the later one counts. Until they are read nothing is refused here: dialogs go on asking.
 * While it is open and says how long something is to be waited for, one timer keeps that true.
 */
export class UserMenu implements ReactiveController {
  #facts: AccountFacts | undefined;
  #hasFailed = false;
  #reading: Promise<AccountFacts | undefined> | undefined;
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
    return this.#facts || this.#hasFailed ? this.#factsAbout(user, this.#facts) : noFacts;
  }

  /** The same, once they were read. `isNew`: what was read before is not enough. */
  async readFacts(user: User, { isNew = false } = {}): Promise<GuardFacts> {
    return this.#factsAbout(user, await ((!isNew && this.#reading) || this.#read()));
  }

  /** Something was changed, or is not as it was thought to be: what is known may not be true any more. */
  expire(): void {
    this.#facts = undefined;
    this.#hasFailed = false;
    this.#reading = undefined;
  }

  forget(): void {
    this.#menu.close();
    this.expire();
  }

  render(user: User, view: UserMenuView): TemplateResult {
    return this.#menu.render({
      id: menuId(user),
      label: view.texts.text('actions-for', { name: nameOf(user) }),
      items: () => this.#itemsFor(user, view),
      choose: (action) => this.#host.choose(action, user),
      handleOpen: () => void this.#learn(user, view),
      handleRefused: (item) => this.#explain(item, view),
    });
  }

  #factsAbout(user: User, facts: AccountFacts | undefined): GuardFacts {
    const { roles, requirements } = this.#host.rules();
    return facts ? factsAbout(user, facts, roles, requirements) : unreadableFacts;
  }

  #read(): Promise<AccountFacts | undefined> {
    const reading = this.#host.actions.readFacts().then((facts) => {
      if (this.#reading !== reading) return facts;
      this.#facts = facts;
      this.#hasFailed = facts === undefined;
      this.#reading = undefined;
      this.#host.element.requestUpdate();
      return facts;
    });
    return (this.#reading = reading);
  }

  /** What is refused only now may have the focus: somebody who does not see the reason come is told of it. */
  async #learn(user: User, view: UserMenuView): Promise<void> {
    const before = this.#itemsFor(user, view);
    await this.#read();
    const focused = this.#menu.focusedKey(`menu-${toElementId(user.id)}`);
    const item = this.#itemsFor(user, view).find(({ key }) => key === focused);
    if (item && !before.find(({ key }) => key === focused)?.reason) this.#explain(item, view);
  }

  #explain({ label, reason }: MenuItem, { texts }: UserMenuView): void {
    if (reason !== undefined) this.#host.explain(texts.text('problem-of', { name: label, problem: reason }));
  }

  #itemsFor(user: User, { texts, viewer, roles }: UserMenuView): MenuItem[] {
    const isLeaving = this.#host.actions.busyWith(user.id) === 'removing';
    const facts = this.factsOf(user);
    const reason = (action: UserAction) => {
      if (isLeaving) return texts.text('row.removing');
      // Somebody who has to be replaced first is a question of the dialog, not a refusal.
      const guard = refusalOf(user, userIntents[action], { viewer, roles, facts });
      return guard && texts.text(`guard.${guard}`);
    };
    const item = (key: UserAction, danger = false, why = reason(key)): MenuItem => ({ key, label: texts.text(`action.${key}`), reason: why, danger });
    if (user.status === 'invited') {
      const link: MenuItem[] = this.#host.actions.linkOf(user.id) === undefined ? [] : [{ key: 'copy-link', label: texts.text('action.copy-link') }];
      return [item('resend', false, reason('resend') ?? this.#waitText(user, texts)), ...link, item('edit'), item('role'), item('revoke', true)];
    }
    return [item('edit'), item('role'), item(user.status === 'active' ? 'deactivate' : 'reactivate'), item('remove', true)];
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
