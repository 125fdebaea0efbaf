import { expect } from 'chai';
import type { ReactiveElement } from 'lit';
import { ContactInfoForm } from '../../src/elements/contact-info-form/contact-info-form.js';
import { OnboardingGate } from '../../src/elements/onboarding-gate/onboarding-gate.js';
import { SupportHoursPicker } from '../../src/elements/support-hours-picker/support-hours-picker.js';
import { UsersTab } from '../../src/elements/users-tab/users-tab.js';
import '../../src/define/index.js';
import { accountId, completeContactInfo, scenarioAdapter } from '../support/accounts.js';
import { descendants } from '../support/deep-query.js';
import { eventually } from '../support/eventually.js';
import '../support/no-drafts.js';

const classes = { 'onboarding-gate': OnboardingGate, 'contact-info-form': ContactInfoForm, 'users-tab': UsersTab, 'support-hours-picker': SupportHoursPicker };
const oddities: unknown[] = [null, undefined, 0, 7, Number.NaN, '', 'text', '{', true, [], [null], [7], [{}], [{ key: 7 }], {}, { other: 1 }, { version: 1 }, { fields: [null] }, { schedules: [null] }, () => undefined, Symbol('x'), new Date(Number.NaN)];

/** What was thrown while the task ran, wherever it was thrown. */
async function failuresOf(task: () => Promise<void>): Promise<unknown[]> {
  const failures: unknown[] = [];
  const handleFailure = (event: ErrorEvent | PromiseRejectionEvent) => {
    event.preventDefault();
    failures.push('reason' in event ? event.reason : event.error);
  };
  window.addEventListener('error', handleFailure);
  window.addEventListener('unhandledrejection', handleFailure);
  await task();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  window.removeEventListener('error', handleFailure);
  window.removeEventListener('unhandledrejection', handleFailure);
  return failures;
}

async function settled(element: ReactiveElement): Promise<void> {
  for (const one of [element, ...descendants(element.shadowRoot!)]) await (one as ReactiveElement).updateComplete;
}

for (const [tag, constructor] of Object.entries(classes)) {
  const names = [...(constructor as typeof ReactiveElement).elementProperties].filter(([, { state }]) => !state).map(([name]) => String(name));

  async function show(): Promise<ReactiveElement & Record<string, unknown>> {
    const element = document.createElement(tag) as unknown as ReactiveElement & Record<string, unknown>;
    Object.assign(element, { accountId, adapter: scenarioAdapter('complete') });
    document.body.append(element);
    await settled(element);
    await eventually(() => !element.shadowRoot!.querySelector('[aria-busy="true"]'), 'it is loaded');
    return element;
  }

  describe(`${tag}: properties`, () => {
    for (const name of names) {
      it(`${name} takes anything without an exception`, async () => {
        const element = await show();
        const failures = await failuresOf(async () => {
          for (const oddity of oddities) {
            element[name] = oddity;
            await settled(element);
          }
        });
        element.remove();
        expect(failures).to.deep.equal([]);
      });
    }

    it('has its default again where it is given nothing, or something of another kind', async () => {
      const element = await show();
      const fresh = document.createElement(tag) as unknown as Record<string, unknown>;
      for (const name of ['requirements', 'roles', 'strings', 'environment', 'accountId', 'integrationType']) {
        for (const oddity of [null, undefined, 7, [7], new Date()]) {
          element[name] = oddity;
          expect(element[name], `${name} after ${String(oddity)}`).to.deep.equal(fresh[name]);
        }
      }
      element.remove();
    });

    it('has no exception for any attribute', async () => {
      const failures = await failuresOf(async () => {
        const host = document.createElement('div');
        document.body.append(host);
        for (const value of ['', 'x', '{"a":', '🦆', ' ', 'true', '-1']) {
          const attributes = (constructor as typeof ReactiveElement).observedAttributes.map((name) => `${name}='${value}'`).join(' ');
          host.innerHTML = `<${tag} ${attributes}></${tag}>`;
          await settled(host.firstElementChild as ReactiveElement);
        }
        host.remove();
      });
      expect(failures).to.deep.equal([]);
    });

    it('takes what was set before it was defined', async () => {
      const late = `late-${tag}`;
      const element = document.createElement(late) as unknown as ReactiveElement & Record<string, unknown>;
      const roles = [{ key: 'only', canEditContactInfo: true, canManageUsers: true, rank: 1 }];
      Object.assign(element, { accountId, roles, adapter: scenarioAdapter('complete'), requirements: { version: 'late', fields: [] } });
      document.body.append(element);
      customElements.define(late, class extends (constructor as CustomElementConstructor) {});
      await settled(element);
      expect([element.accountId, element.roles, (element.requirements as { version: string }).version]).to.deep.equal([accountId, roles, 'late']);
      expect(Object.hasOwn(element, 'roles')).to.equal(false);
      element.remove();
    });

    it('can be moved, and removed and put back', async () => {
      const element = await show();
      // Advice comes beside the record, a little later perhaps.
      if (tag === 'contact-info-form') await eventually(() => element.shadowRoot!.textContent!.includes('There is new advice'), 'the advice has come');
      const text = element.shadowRoot!.textContent;
      const failures = await failuresOf(async () => {
        for (let times = 0; times < 3; times += 1) {
          const section = document.createElement('section');
          document.body.append(section);
          section.append(element);
          await settled(element);
          element.remove();
          document.body.append(element);
          await settled(element);
          section.remove();
        }
      });
      expect(failures).to.deep.equal([]);
      await eventually(() => element.shadowRoot!.textContent === text, 'it shows the same again');
      element.remove();
    });
  });
}

describe('contact-info-form: its value', () => {
  it('takes an object, and nothing for an empty one', async () => {
    const form = document.createElement('contact-info-form');
    form.value = completeContactInfo;
    expect(form.value).to.deep.equal(completeContactInfo);
    (form as { value: unknown }).value = null;
    expect(form.value).to.deep.equal({});
  });
});
