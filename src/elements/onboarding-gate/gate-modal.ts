import { adoptStyles, html, nothing, render, type TemplateResult } from 'lit';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import { availabilityOf } from '../../domain/requirements.js';
import { baseStyles } from '../../internal/base.styles.js';
import { emitFact, emitRequest } from '../../internal/emit.js';
import { LocalizeController } from '../../internal/localize-controller.js';
import { sharedMessages } from '../../internal/shared.strings.js';
import { warnOnce } from '../../internal/warn.js';
import type { PersistenceAdapter } from '../../ports/persistence-adapter.js';
import type { GateScene } from './gate-scene.js';
import { gateTabs, renderContentPlaceholder, renderDialogHead, renderFailureNotice, renderTabs, renderUnavailable, type GateTab } from './gate-view.js';
import { ModalKeeper } from './modal-keeper.js';
import type { GateLoaders, OnboardingGate } from './onboarding-gate.js';
import { onboardingGateMessages } from './onboarding-gate.strings.js';
import { onboardingGateStyles } from './onboarding-gate.styles.js';
import { portalStyles } from './portal.styles.js';
import { safeHref } from './safe-href.js';

export interface GateModalHost {
  readonly gate: OnboardingGate;
  store(): PersistenceAdapter | undefined;
  loaders(): GateLoaders | undefined;
  /** Asks the store: something was saved. */
  read(): void;
  /** Asks the store again, giving up an answer that does not come. */
  retry(): void;
}

/**
 * All that the gate says: the modal while it holds the portal, and the lines above an open one. Owns the tab, what is loaded
 * of its content, and the progress while somebody types. Does not own whether the portal is held: it shows the scene it is given.
 */
export class GateModal {
  readonly #host: GateModalHost;
  readonly #texts: LocalizeController;
  readonly #keeper: ModalKeeper;
  readonly #base: HTMLElement;
  #scene: GateScene = { kind: 'checking' };
  #tab: GateTab = 'contact-info';
  readonly #content: Record<GateTab, 'waiting' | 'loading' | 'loaded' | 'failed'> = { 'contact-info': 'waiting', users: 'waiting' };
  /** What the form shows, saved or not, so that the progress follows the person. */
  #liveEvaluation: Evaluation | undefined;
  #hasOpened = false;

  constructor(host: GateModalHost) {
    this.#host = host;
    const { gate } = host;
    this.#texts = new LocalizeController(gate, { 'onboarding-gate': onboardingGateMessages, shared: sharedMessages });
    this.#keeper = new ModalKeeper(gate, () => this.#base.querySelector('dialog'));
    this.#base = document.createElement('div');
    this.#base.className = 'base';
    this.#base.part.add('base');
    adoptStyles(gate.renderRoot as ShadowRoot, [portalStyles, baseStyles, onboardingGateStyles]);
    gate.renderRoot.prepend(this.#base);
  }

  /** Settles when the language's texts are there; `undefined` where they already are. */
  get pending(): Promise<void> | undefined {
    return this.#texts.pending;
  }

  /** Whether the modal is over the portal. */
  get isHolding(): boolean {
    return this.#keeper.isOpen;
  }

  show(scene: GateScene): void {
    const isHeld = scene.kind !== 'open' && scene.kind !== 'checking';
    if (this.#scene.kind === 'incomplete' && scene.kind === 'open') this.#hasOpened = true;
    if (scene.kind === 'checking') {
      this.#hasOpened = false;
      this.#liveEvaluation = undefined;
    }
    this.#scene = scene;
    if (scene.kind === 'incomplete' && this.#content['contact-info'] === 'waiting') void this.#loadForm();
    render(this.#render(), this.#base, { host: this.#host.gate });
    this.#texts.nameLanguage(this.#base);
    if (isHeld && this.#host.gate.isConnected) this.#keeper.open();
    else if (!isHeld) this.#keeper.close();
    if (scene.kind === 'incomplete') void this.#followForm();
  }

  async #loadForm(): Promise<void> {
    await this.#load('contact-info', this.#host.loaders()?.contactInfo());
    // Next, what may be wanted next: while nothing else is to be done.
    const idle = window.requestIdleCallback ?? ((task: () => void) => setTimeout(task));
    if (this.#content['contact-info'] === 'loaded') idle(() => void this.#loadUsers());
  }

  async #loadUsers(): Promise<void> {
    if (this.#content.users === 'loading' || this.#content.users === 'loaded') return;
    await this.#load('users', this.#host.loaders()?.users());
  }

  async #load(tab: GateTab, loading: Promise<unknown> | undefined): Promise<void> {
    this.#content[tab] = 'loading';
    const [{ status }] = await Promise.allSettled([loading]);
    this.#content[tab] = status === 'rejected' ? 'failed' : 'loaded';
    this.#host.gate.requestUpdate();
  }

  #render(): TemplateResult {
    const scene = this.#scene;
    return html`
      ${scene.kind === 'open' && scene.isUnchecked ? html`<p class="notice warning" part="banner" role="status">${this.#texts.text('unavailable.banner')}</p>` : nothing}
      <p class="visually-hidden" role="status">${this.#hasOpened && scene.kind === 'open' ? this.#texts.text('opened') : nothing}</p>
      <dialog part="dialog" closedby="none" aria-labelledby="title" ?data-unavailable=${scene.kind === 'unavailable'}>${this.#renderDialog()}</dialog>`;
  }

  #renderDialog(): TemplateResult | typeof nothing {
    const scene = this.#scene;
    if (scene.kind === 'checking' || scene.kind === 'open') return nothing;
    return html`
      ${renderDialogHead({
        texts: this.#texts,
        links: this.#links(),
        progress: scene.kind === 'incomplete' ? this.#progress(scene.evaluation) : undefined,
        tabs: scene.kind === 'incomplete' ? renderTabs(this.#tab, this.#texts, (tab) => this.#select(tab)) : nothing,
        handleSupport: () => emitFact(this.#host.gate, 'onboarding-support', {}),
        handleExit: (event) => void this.#handleExit(event),
      })}
      <div class="body" part="body">
        <slot name="notice"></slot>
        ${scene.kind === 'misconfigured' ? html`<p class="notice danger" role="alert">${this.#texts.text(scene.problem)}</p>`
          : scene.kind === 'unavailable' ? renderUnavailable({ texts: this.#texts, error: scene.error, isTrying: scene.isTrying, retry: this.#host.retry })
          : this.#renderPanels(scene.error)}
      </div>`;
  }

  #renderPanels(error: unknown): TemplateResult {
    return html`${error ? renderFailureNotice(this.#texts, error, this.#host.retry) : nothing}
      ${gateTabs.map((tab) => html`<div id="panel-${tab}" role="tabpanel" tabindex="0" aria-labelledby="tab-${tab}" ?hidden=${tab !== this.#tab}>
        ${this.#content[tab] !== 'loaded'
          ? renderContentPlaceholder({ texts: this.#texts, hasFailed: this.#content[tab] === 'failed', retry: () => this.#retryContent(tab) })
          : tab === 'contact-info' ? this.#renderForm() : this.#renderUsers()}
      </div>`)}`;
  }

  #renderForm(): TemplateResult {
    const { accountId, environment, integrationType, platformName, viewer, roles, requirements, strings, channels } = this.#host.gate;
    return html`<contact-info-form onboarding .accountId=${accountId} .environment=${environment} .integrationType=${integrationType}
      .platformName=${platformName} .viewer=${viewer} .roles=${roles} .requirements=${requirements} .strings=${strings} .adapter=${this.#host.store()} .channels=${channels}
      @input=${this.#handleInput} @contact-info-dirty=${this.#handleInput} @contact-info-saved=${this.#host.read}></contact-info-form>`;
  }

  #renderUsers(): TemplateResult {
    const { accountId, environment, integrationType, platformName, viewer, roles, requirements, strings, mailingLists } = this.#host.gate;
    return html`<p class="panel-introduction">${this.#texts.text('users.introduction')}</p>
      <users-tab .accountId=${accountId} .environment=${environment} .integrationType=${integrationType}
        .platformName=${platformName} .viewer=${viewer} .roles=${roles} .requirements=${requirements} .strings=${strings} .adapter=${this.#host.store()} .mailingLists=${mailingLists}></users-tab>`;
  }

  #select(tab: GateTab): void {
    this.#tab = tab;
    if (tab === 'users') void this.#loadUsers();
    this.#host.gate.requestUpdate();
  }

  #retryContent(tab: GateTab): void {
    void (tab === 'users' ? this.#loadUsers() : this.#loadForm());
    this.#host.gate.requestUpdate();
  }

  #links() {
    const { gate } = this.#host;
    const link = (name: 'support' | 'help' | 'exit', href: string) => {
      const safe = safeHref(href, document.baseURI);
      if (href && !safe) warnOnce(gate.localName, `has a ${name}-href that cannot be followed safely; it was not used.`);
      return safe;
    };
    return { support: link('support', gate.supportHref), help: link('help', gate.helpHref), exit: link('exit', gate.exitHref) };
  }

  #progress(evaluation: Evaluation): { done: number; total: number } {
    const { fields } = this.#liveEvaluation ?? evaluation;
    const { requirements, environment, integrationType } = this.#host.gate;
    const required = requirements.fields.filter((definition) =>
      availabilityOf(definition, { environment, integrationType }).requirement === 'required' && fields[definition.key] !== 'unavailable');
    return { done: required.filter(({ key }) => fields[key] === 'complete').length, total: required.length };
  }

  readonly #handleInput = (): void => void this.#followForm();

  /** While there are unsaved changes, the progress says what the form shows; else it says what the store holds. */
  async #followForm(): Promise<void> {
    const form = this.#base.querySelector('contact-info-form');
    if (!form?.hasUpdated) return;
    await form.updateComplete;
    const evaluation = form.isDirty ? form.evaluation : undefined;
    if (isSameProgress(evaluation, this.#liveEvaluation)) return;
    this.#liveEvaluation = evaluation;
    this.#host.gate.requestUpdate();
  }

  async #handleExit(event: MouseEvent): Promise<void> {
    const { href } = event.currentTarget as HTMLAnchorElement;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (await emitRequest(this.#host.gate, 'onboarding-exit', {})) location.assign(href);
  }
}

function isSameProgress(a: Evaluation | undefined, b: Evaluation | undefined): boolean {
  const statuses = (evaluation: Evaluation | undefined) => (evaluation ? JSON.stringify(evaluation.fields) : '');
  return statuses(a) === statuses(b);
}
