import { fixture, html, nextFrame } from '@open-wc/testing';
import { nothing, type TemplateResult } from 'lit';
import '../../../src/define/index.js';
import type { OnboardingGate } from '../../../src/elements/onboarding-gate/onboarding-gate.js';
import type { RequirementSet } from '../../../src/domain/requirements.js';
import type { Messages } from '../../../src/internal/messages.js';
import type { PersistenceAdapter } from '../../../src/ports/persistence-adapter.js';
import { accountId } from '../../support/accounts.js';
import { visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import '../../support/no-drafts.js';
import { Recorder } from '../../support/recorder.js';

export const gateEvents = ['onboarding-status', 'onboarding-completed', 'onboarding-ask', 'onboarding-exit', 'onboarding-support', 'onboarding-error'];

export interface GateOptions {
  adapter?: PersistenceAdapter;
  account?: string;
  environment?: string;
  whenUnavailable?: 'block' | 'allow';
  exitHref?: string;
  supportHref?: string;
  slotted?: TemplateResult;
  viewer?: { id: string; role: string };
  requirements?: RequirementSet;
  strings?: Messages;
}

/** A gate around a small portal, as people and the host's script see it. */
export class GateHarness {
  readonly recorder: Recorder;

  private constructor(readonly page: HTMLElement, readonly gate: OnboardingGate) {
    this.recorder = new Recorder(page, ...gateEvents);
  }

  static async show(options: GateOptions = {}): Promise<GateHarness> {
    const page = document.createElement('div');
    await fixture(html`${page}`);
    const gate = document.createElement('onboarding-gate');
    const harness = new GateHarness(page, gate);
    Object.assign(gate, {
      accountId: options.account ?? accountId, platformName: 'Mesa', environment: options.environment ?? 'production', integrationType: 'reservations-end-to-end',
      exitHref: options.exitHref ?? '', supportHref: options.supportHref ?? '', whenUnavailable: options.whenUnavailable ?? 'block', adapter: options.adapter, viewer: options.viewer,
      requirements: options.requirements, strings: options.strings,
    });
    gate.innerHTML = '<main><h1>Portal</h1><a href="#inside">Inside</a><button>Act</button></main>';
    page.append(gate);
    if (options.slotted) await fixture(html`${options.slotted ?? nothing}`, { parentNode: gate });
    await gate.updateComplete;
    return harness;
  }

  get root(): ShadowRoot {
    return this.gate.shadowRoot!;
  }

  get dialog(): HTMLDialogElement {
    return this.root.querySelector('dialog')!;
  }

  get isHeld(): boolean {
    return this.root.querySelector('dialog')?.matches(':modal') ?? false;
  }

  get text(): string {
    return visibleText(this.gate);
  }

  get link(): HTMLAnchorElement {
    return this.gate.querySelector('a[href="#inside"]')!;
  }

  /** Whether the portal can be seen and used. */
  get isPortalUsable(): boolean {
    const isVisible = this.link.checkVisibility({ visibilityProperty: true } as CheckVisibilityOptions);
    return isVisible && this.link.closest('[inert]') === null && this.root.querySelector('.portal')?.hasAttribute('inert') === false;
  }

  /** The page comes back online: the store is asked again, and what it said is considered. */
  async readAgain(): Promise<void> {
    const adapter = this.gate.adapter!;
    const load = adapter.loadContactInfo.bind(adapter);
    const answered = new Promise<void>((resolve) => {
      adapter.loadContactInfo = (request) => load(request).finally(resolve);
    });
    window.dispatchEvent(new Event('online'));
    await answered;
    adapter.loadContactInfo = load;
    await nextFrame();
    await this.gate.updateComplete;
  }

  async becomes(status: OnboardingGate['status']): Promise<this> {
    await eventually(() => this.gate.status === status, `the gate becomes ${status}`);
    await this.gate.updateComplete;
    return this;
  }

  /** The form and the users table in the modal are there and loaded. */
  async filled(): Promise<this> {
    await this.becomes('incomplete');
    await eventually(() => this.root.querySelector('contact-info-form')?.shadowRoot?.querySelector('.field'), 'the form is loaded');
    return this;
  }
}
