import { expect, fixture, html } from '@open-wc/testing';
import type { ReactiveElement, TemplateResult } from 'lit';
import '../../src/define/index.js';
import { descendants, visibleText } from './deep-query.js';
import { eventually } from './eventually.js';
import './no-drafts.js';

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

/** Each story renders without an error, settles, and shows something that axe finds nothing in. */
export function testStories(module: { default: { title?: string } }): void {
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
