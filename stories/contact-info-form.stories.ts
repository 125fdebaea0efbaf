import { html, type TemplateResult } from 'lit';
import '../src/define/contact-info-form.js';
import { partnerPortalRequirements } from '../src/domain/partner-portal-requirements.js';
import { writeDraft } from '../src/elements/contact-info-form/draft-store.js';
import type { RequirementSet } from '../src/domain/requirements.js';
import type { Viewer } from '../src/domain/user.js';
import { mine } from './support/past-and-present.js';
import type { ContactVerifyDetail } from '../src/elements/contact-info-form/contact-info-form.events.js';
import { accountId, completeContactInfo, scenarioAdapter, viewers, type ScenarioName } from './support/scenario-adapter.js';

export default { title: 'Contact info form', component: 'contact-info-form' };

const integrationType = 'reservations-end-to-end';

interface Options {
  environment?: string;
  integrationType?: string;
  viewer?: Viewer;
  readonly?: boolean;
  disabled?: boolean;
  onboarding?: boolean;
  drafts?: string;
}

function form(scenario: ScenarioName, options: Options = {}): TemplateResult {
  const viewer = options.viewer ?? viewers.administrator;
  return html`<contact-info-form account-id=${accountId} platform-name="Mesa" environment=${options.environment ?? 'production'}
    integration-type=${options.integrationType ?? integrationType} .viewer=${viewer} .adapter=${scenarioAdapter(scenario, viewer)}
    ?readonly=${options.readonly} ?disabled=${options.disabled} ?onboarding=${options.onboarding}
    drafts=${options.drafts ?? 'off'}></contact-info-form>`;
}

/** Changes of one's own, in the fields that a colleague is about to change too. */
function conflicting(): HTMLElement {
  const value = { ...mine };
  return Object.assign(document.createElement('contact-info-form'), {
    accountId, platformName: 'Mesa', integrationType, viewer: viewers.administrator, adapter: scenarioAdapter('conflict-several'), value,
  });
}

/** Opens the history as soon as there is one to open. */
function withHistory(scenario: ScenarioName): HTMLElement {
  const form = Object.assign(document.createElement('contact-info-form'), {
    accountId, platformName: 'Mesa', integrationType, viewer: viewers.administrator, adapter: scenarioAdapter(scenario),
  });
  let isOpened = false;
  form.addController({
    hostUpdated() {
      if (isOpened || !form.renderRoot.querySelector('[aria-haspopup="dialog"]')) return;
      isOpened = true;
      form.showHistory();
    },
  });
  return form;
}

const securityContacts: RequirementSet = {
  version: 'mesa-2',
  fields: [{ key: 'securityContacts', kind: 'contacts', audience: 'internal', requirement: 'required', max: 3 }, ...partnerPortalRequirements.fields.slice(1, 3)],
};
const securityStrings = {
  'fields.securityContacts.label': 'Security contacts',
  'fields.securityContacts.help': 'Told first when a vulnerability is found in your integration.',
};

const someContacts: RequirementSet = {
  version: 'mesa-3',
  fields: [
    { key: 'technicalEmergencyContacts', kind: 'contacts', audience: 'internal', requirement: 'required', min: 2, max: 3 },
    { key: 'operationalContactPublic', kind: 'contacts', audience: 'public', requirement: 'required', max: 1 },
    { key: 'technicalNonEmergencyContacts', kind: 'contacts', audience: 'internal', requirement: 'optional', max: 5 },
  ],
};

/** Contacts with details, as many as there may be; `act` is what a person does next. */
function contacts(act?: (root: ShadowRoot) => unknown): HTMLElement {
  const form = Object.assign(document.createElement('contact-info-form'), { accountId, platformName: 'Mesa', requirements: someContacts, adapter: scenarioAdapter('with-details') });
  const actWhenLoaded = async () => {
    while (!form.shadowRoot?.querySelector('li button')) await new Promise(requestAnimationFrame);
    act?.(form.shadowRoot);
  };
  if (act) void actWhenLoaded();
  return form;
}

const editFirst = (root: ShadowRoot) => root.querySelector<HTMLElement>('li button')?.click();

/** Every property by hand. */
export const Playground = {
  args: { accountId, platformName: 'Mesa', environment: 'production', integrationType, onboarding: false, readonly: false, disabled: false },
  render: (args: object) => Object.assign(document.createElement('contact-info-form'), args, { adapter: scenarioAdapter('partial') }),
};
export const Empty = { render: () => form('empty') };
export const Partial = { render: () => form('partial') };
export const Complete = { render: () => form('complete') };
export const Onboarding = { render: () => form('partial', { onboarding: true }) };
export const Loading = { parameters: { busy: true }, render: () => form('never') };
export const Slow = { parameters: { busy: true }, render: () => form('slow') };
export const Offline = { render: () => form('offline') };
export const SignedOut = { render: () => form('signed-out') };
export const Corrupt = { render: () => form('corrupt') };
/** Change the emergency contacts and save: a colleague was faster. */
export const Conflict = { render: () => form('conflict') };
/** Three fields were changed here and elsewhere. */
export const ConflictInSeveralFields = { render: () => conflicting() };
export const ConflictNarrow = { render: () => html`<style>.narrow { inline-size: 288px; }</style><div class="narrow">${conflicting()}</div>` };
export const ConflictRightToLeft = { render: () => html`<div lang="ar" dir="rtl">${conflicting()}</div>` };
export const ConflictDark = {
  render: () => html`<style>.dark { color-scheme: dark; background: #15181e; padding: 1rem; }</style><div class="dark">${conflicting()}</div>`,
};
export const History = { render: () => withHistory('history') };
export const HistoryEmpty = { render: () => withHistory('complete') };
export const HistoryFails = { render: () => withHistory('history-fails') };
export const HistorySpanish = { render: () => html`<div lang="es">${withHistory('history')}</div>` };
export const WithoutHistory = { render: () => html`<contact-info-form account-id=${accountId} no-history .adapter=${scenarioAdapter('history')}></contact-info-form>` };
/** Change anything and save. */
export const SavingFails = { render: () => form('save-fails') };
/** Change anything and save. */
export const StorageFull = { render: () => form('full') };
/** Advice never blocks; dismissed, it stays away in this browser for that address. */
export const WithAdvice = { render: () => form('advised') };
export const ReviewDue = { render: () => form('review-due') };
/** Sending is held for a moment, then allowed. The state stays as it is: it comes with the record, which is the host’s to change. */
export const VerificationStates = {
  render: () => html`<div @contact-verify=${(event: CustomEvent<ContactVerifyDetail>) => event.detail.waitUntil(new Promise((resolve) => setTimeout(resolve, 1_500)))}>${form('verified')}</div>`,
};
export const VerificationRefused = { render: () => html`<div @contact-verify=${(event: Event) => event.preventDefault()}>${form('verified')}</div>` };
/** Press "What users will see". */
export const PublicPreview = { render: () => form('complete') };
export const Sandbox = { render: () => form('partial', { environment: 'sandbox' }) };
export const WithoutMerchants = { render: () => form('partial', { integrationType: 'feeds-only' }) };
export const WithoutDirectory = { render: () => form('no-directory') };
export const ViewerMayNotEdit = { render: () => form('partial', { viewer: viewers.reader }) };
export const Readonly = { render: () => form('complete', { readonly: true }) };
export const Disabled = { render: () => form('partial', { disabled: true }) };
export const HostsOwnField = {
  render: () => html`<contact-info-form account-id=${accountId} .requirements=${securityContacts} .strings=${securityStrings}
    .adapter=${scenarioAdapter('empty')}></contact-info-form>`,
};
export const InAForm = {
  render: () => html`<form @submit=${(event: Event) => event.preventDefault()}>
    <contact-info-form name="contact-info" .value=${completeContactInfo} .requirements=${securityContacts} .strings=${securityStrings}></contact-info-form>
    <p><button type="submit">Submit</button> <button type="reset">Reset</button></p>
  </form>`,
};
const draftedText = JSON.stringify({
  revision: 'seed', texts: [{ key: 'technicalEmergencyContacts', box: 'night-shift@', refused: true, rejected: [] }],
  changes: [{ key: 'technicalNonEmergencyContacts', value: [{ email: 'integrations@mesa.example', name: 'Integrations' }] }],
});
/** A form that somebody left without saving. Each has a viewer of its own, so that no other story finds the draft. */
function drafted(scenario: ScenarioName, viewerId: string, ago: number): TemplateResult {
  writeDraft({ mode: 'session', accountId, viewerId, requirementsVersion: partnerPortalRequirements.version }, draftedText, new Date(Date.now() - ago));
  return form(scenario, { drafts: 'session', viewer: { id: viewerId, role: 'administrator' } });
}
/** Left yesterday. Discard it, and think again. */
export const DraftRestored = { render: () => drafted('partial', 'left-yesterday', 86_400_000) };
/** A colleague has saved another value of the same field since. */
export const DraftInConflict = { render: () => drafted('complete', 'left-before-others-saved', 60_000) };
export const ContactsWithDetails = { render: () => form('with-details') };
/** Write or paste one more: it stays in sight, with the reason. */
export const ContactsAtMaximum = { render: () => contacts() };
export const ContactsReadonly = { render: () => form('with-details', { readonly: true }) };
export const ContactBeingChanged = { render: () => contacts(editFirst) };
export const ContactChangeRefused = {
  render: () => contacts(async (root) => {
    editFirst(root);
    await (root.host as HTMLElementTagNameMap['contact-info-form']).updateComplete;
    const box = root.querySelector<HTMLInputElement>('li input');
    if (!box) return;
    box.value = 'laura.mendez@mesa.example';
    box.dispatchEvent(new Event('input'));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  }),
};
export const WithoutAccount = { render: () => html`<contact-info-form .adapter=${scenarioAdapter('empty')}></contact-info-form>` };
export const UnknownEnvironment = { render: () => form('empty', { environment: 'staging' }) };
export const WithoutAdapter = { render: () => html`<contact-info-form account-id=${accountId}></contact-info-form>` };
export const Spanish = { render: () => html`<div lang="es">${form('partial')}</div>` };
export const RightToLeft = { render: () => html`<div lang="ar" dir="rtl">${form('partial')}</div>` };
export const Narrow = { render: () => html`<style>.narrow { inline-size: 288px; }</style><div class="narrow">${form('partial', { onboarding: true })}</div>` };
export const Dark = {
  render: () => html`<style>.dark { color-scheme: dark; background: #15181e; padding: 1rem; }</style><div class="dark">${form('partial')}</div>`,
};
