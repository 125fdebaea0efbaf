import { html, type TemplateResult } from 'lit';
import '../src/define/contact-info-form.js';
import { partnerPortalRequirements } from '../src/domain/partner-portal-requirements.js';
import type { RequirementSet } from '../src/domain/requirements.js';
import type { Viewer } from '../src/domain/user.js';
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
}

function form(scenario: ScenarioName, options: Options = {}): TemplateResult {
  const viewer = options.viewer ?? viewers.administrator;
  return html`<contact-info-form account-id=${accountId} platform-name="Mesa" environment=${options.environment ?? 'production'}
    integration-type=${options.integrationType ?? integrationType} .viewer=${viewer} .adapter=${scenarioAdapter(scenario, viewer)}
    ?readonly=${options.readonly} ?disabled=${options.disabled} ?onboarding=${options.onboarding}></contact-info-form>`;
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
/** Change anything and save. */
export const SavingFails = { render: () => form('save-fails') };
/** Change anything and save. */
export const StorageFull = { render: () => form('full') };
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
