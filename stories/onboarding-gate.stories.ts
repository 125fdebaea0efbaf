import { html, nothing, type TemplateResult } from 'lit';
import '../src/define/index.js';
import { partnerPortalRequirements } from '../src/domain/partner-portal-requirements.js';
import type { RequirementSet } from '../src/domain/requirements.js';
import type { Viewer } from '../src/domain/user.js';
import { rememberHandover } from '../src/elements/onboarding-gate/handover-memory.js';
import { accountId, scenarioAdapter, viewers, type ScenarioName } from './support/scenario-adapter.js';

/** One at a time: each story's modal covers everything else. */
export default { title: 'Onboarding gate', component: 'onboarding-gate', parameters: { layout: 'fullscreen', docs: { story: { inline: false, iframeHeight: 720 } } } };

const inGrace: RequirementSet = {
  version: 'mesa-3',
  fields: [...partnerPortalRequirements.fields, { key: 'securityContacts', kind: 'contacts', audience: 'internal', requirement: 'required', graceUntil: '2099-12-31' }],
};

interface Options {
  environment?: string;
  viewer?: Viewer;
  whenUnavailable?: 'block' | 'allow';
  slots?: TemplateResult;
  portal?: TemplateResult | typeof nothing;
}

const portal = html`<main><h1>Mesa partners</h1><p>Bookings today: 128. <a href="#bookings">See them all</a></p></main>`;

function gate(scenario: ScenarioName, options: Options = {}): TemplateResult {
  const viewer = options.viewer ?? viewers.administrator;
  return html`<onboarding-gate account-id=${accountId} platform-name="Mesa" environment=${options.environment ?? 'production'}
    integration-type="reservations-end-to-end" support-href="mailto:partners@mesa.example" help-href="#help" exit-href="#signed-out"
    when-unavailable=${options.whenUnavailable ?? 'block'} .viewer=${viewer} .adapter=${scenarioAdapter(scenario, viewer)}>
    ${options.slots ?? nothing}${options.portal ?? portal}</onboarding-gate>`;
}

/** Every property by hand. */
export const Playground = {
  args: { accountId, platformName: 'Mesa', environment: 'production', integrationType: 'reservations-end-to-end', whenUnavailable: 'block', supportHref: 'mailto:partners@mesa.example', helpHref: '#help', exitHref: '#signed-out' },
  render: (args: object) => Object.assign(document.createElement('onboarding-gate'), args, { adapter: scenarioAdapter('partial') }),
};
export const NothingYet = { render: () => gate('empty') };
export const ContinuedByAColleague = { render: () => gate('partial') };
export const Complete = { render: () => gate('complete') };
export const Sandbox = { render: () => gate('partial', { environment: 'sandbox' }) };
/** Neither the portal nor the modal shows while the account is being checked. */
export const Checking = { parameters: { busy: true, blank: true }, render: () => gate('never') };
export const Slow = { parameters: { busy: true, blank: true }, render: () => gate('slow') };
export const Unavailable = { render: () => gate('offline') };
export const UnavailableAndAllowed = { render: () => gate('offline', { whenUnavailable: 'allow' }) };
export const SignedOut = { render: () => gate('signed-out') };
export const Corrupt = { render: () => gate('corrupt') };
export const WithoutDirectory = { render: () => gate('no-directory') };
export const ViewerMayNotEdit = { render: () => gate('partial', { viewer: viewers.reader }) };
/** As long as the grace lasts, what is new is asked for and does not block. */
export const SoonNeeded = {
  render: () => html`<onboarding-gate account-id=${accountId} platform-name="Mesa" integration-type="reservations-end-to-end" .viewer=${viewers.administrator}
    .requirements=${inGrace} .strings=${{ 'fields.securityContacts.label': 'Security contacts' }} .adapter=${scenarioAdapter('complete')}>${portal}</onboarding-gate>`,
};
/** Ana Gómez was invited by the viewer, in this browser. */
export const HandedOver = {
  render: () => {
    // A viewer of its own, so that the other stories wait for nobody.
    const viewer = { id: 'owner', role: 'administrator' };
    rememberHandover({ accountId, viewerId: viewer.id }, { userIds: ['ana'], at: new Date().toISOString() });
    return gate('partial', { viewer });
  },
};
/** The portal is not in the document before the account is complete. */
export const Template = { render: () => gate('complete', { portal: html`<template><main><h1>Mesa partners</h1><p>Stamped.</p></main></template>` }) };
export const StandingAlone = { render: () => html`${gate('partial', { portal: nothing })}${portal}` };
export const Slots = {
  render: () => gate('partial', {
    slots: html`<strong slot="brand">Mesa</strong>
      <a slot="support" href="tel:+34910000000">Call your account manager</a>
      <p slot="notice">Maintenance on Sunday from 02:00 to 04:00 UTC.</p>`,
  }),
};
export const UnknownEnvironment = { render: () => gate('empty', { environment: 'staging' }) };
export const WithoutAccount = { render: () => html`<onboarding-gate .adapter=${scenarioAdapter('empty')}>${portal}</onboarding-gate>` };
export const Spanish = { render: () => html`<div lang="es">${gate('partial')}</div>` };
export const RightToLeft = { render: () => html`<div lang="ar" dir="rtl">${gate('partial')}</div>` };
export const Dark = { render: () => html`<style>.dark { color-scheme: dark; background: #15181e; }</style><div class="dark">${gate('partial')}</div>` };
