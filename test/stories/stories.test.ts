import { expect, fixture, html } from '@open-wc/testing';
import type { ReactiveElement, TemplateResult } from 'lit';
import '../../src/define/index.js';
import * as formErrorStories from '../../stories/contact-errors.stories.js';
import * as formStories from '../../stories/contact-info-form.stories.js';
import * as formUsersStories from '../../stories/contact-users.stories.js';
import * as gateStories from '../../stories/onboarding-gate.stories.js';
import * as hoursWeekStories from '../../stories/hours-week.stories.js';
import * as hoursStories from '../../stories/support-hours-picker.stories.js';
import * as hoursEditorStories from '../../stories/hours-editor.stories.js';
import * as hoursExceptionsStories from '../../stories/hours-exceptions.stories.js';
import * as bulkStories from '../../stories/users-bulk.stories.js';
import * as usersListStories from '../../stories/users-list.stories.js';
import * as usersChangeStories from '../../stories/users-change.stories.js';
import * as usersInviteStories from '../../stories/users-invite.stories.js';
import * as usersStories from '../../stories/users-tab.stories.js';
import { descendants, visibleText } from '../support/deep-query.js';
import { eventually } from '../support/eventually.js';
import '../support/no-drafts.js';

interface Story {
  args?: object;
  render(args: object): TemplateResult | Element;
  parameters?: { busy?: boolean; blank?: boolean };
}

const tags = 'onboarding-gate, contact-info-form, users-tab, support-hours-picker';

/** Every element has finished updating, and none is waiting for a store. */
async function settle(root: Element, { busy = false }: { busy?: boolean } = {}): Promise<void> {
  const elements = () => [root, ...descendants(root)].filter((element): element is ReactiveElement => element.matches(tags));
  const isBusy = () => [...descendants(root)].some((element) => element.getAttribute('aria-busy') === 'true');
  const isWaiting = () => elements().some((element) => element.localName === 'onboarding-gate' && (element as HTMLElementTagNameMap['onboarding-gate']).status === 'checking' && !visibleText(root));
  await eventually(async () => {
    const isSettled = busy || (!isBusy() && !isWaiting());
    await Promise.all(elements().map((element) => element.updateComplete));
    return isSettled;
  }, 'everything is shown');
}

for (const module of [formStories, formErrorStories, formUsersStories, gateStories, hoursStories, hoursEditorStories, hoursExceptionsStories, hoursWeekStories, usersStories, usersInviteStories, usersListStories, usersChangeStories, bulkStories]) {
  const { default: { title }, ...stories } = module;

  describe(`stories: ${title}`, () => {
    for (const [name, story] of Object.entries(stories as Record<string, Story>)) {
      it(name, async function () {
        this.timeout(30_000);
        const failures: unknown[] = [];
        const handleFailure = (event: ErrorEvent | PromiseRejectionEvent) => failures.push('reason' in event ? event.reason : event.error);
        window.addEventListener('error', handleFailure);
        window.addEventListener('unhandledrejection', handleFailure);
        try {
          const root = await fixture<HTMLElement>(html`<div>${story.render(story.args ?? {})}</div>`);
          await settle(root, story.parameters);
          expect(visibleText(root) === '', 'is blank').to.equal(story.parameters?.blank === true);
          await expect(root).to.be.accessible({ ignoredRules: ['region'] });
        } finally {
          window.removeEventListener('error', handleFailure);
          window.removeEventListener('unhandledrejection', handleFailure);
        }
        expect(failures).to.deep.equal([]);
      });
    }
  });
}
