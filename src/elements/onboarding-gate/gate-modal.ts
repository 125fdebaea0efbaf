import { adoptStyles, html, nothing, render, type TemplateResult } from 'lit';
import type { Reading } from '../../controllers/record-controller.js';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import { availabilityOf } from '../../domain/requirements.js';
import { canEditContactInfo, canManageUsers } from '../../domain/user.js';
import { baseStyles } from '../../internal/base.styles.js';
import { emitFact, emitRequest } from '../../internal/emit.js';
import { LocalizeController } from '../../internal/localize-controller.js';
import { sharedMessages } from '../../internal/shared.strings.js';
import { warnOnce } from '../../internal/warn.js';
import { whenIdle } from '../../internal/when-idle.js';
import type { PersistenceAdapter } from '../../ports/persistence-adapter.js';
import { AskPanel } from './ask-panel.js';
import { completionId } from './completion-memory.js';
import type { GateScene } from './gate-scene.js';
import { gateTabs, renderContentPlaceholder, renderDialogHead, renderFailureNotice, renderTabs, renderUnavailable, type GateTab } from './gate-view.js';
import { dismiss, graceOf, isDismissed, renderGraceNotice, type Grace } from './grace-notice.js';
import { HandoverPanel } from './handover.js';
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
  readonly #ask: AskPanel;
  readonly #handover: HandoverPanel;
  #scene: GateScene = { kind: 'checking' };
  #tab: GateTab = 'contact-info';
  readonly #content: Record<GateTab, 'waiting' | 'loading' | 'loaded' | 'failed'> = { 'contact-info': 'waiting', users: 'waiting' };
  /** What the form shows, saved or not, so that the progress follows the person. */
  #liveEvaluation: Evaluation | undefined;
  /** Said to assistive technology behind the modal, by the key of its text. */
  #said: 'opened' | 'grace.done' | undefined;
  #reading: Reading | undefined;
  /** The account whose panels are filled in: what was typed outlasts a look at the same account through another adapter. */
  #panelsOf: string | undefined;
  /** The person opened it to add what is not asked for yet: it can be closed like any dialog. */
  #isVoluntary = false;

  constructor(host: GateModalHost) {
    this.#host = host;
    const { gate } = host;
    this.#texts = new LocalizeController(gate, { 'onboarding-gate': onboardingGateMessages, shared: sharedMessages });
    this.#keeper = new ModalKeeper(gate, () => this.#base.querySelector('dialog'));
    this.#base = document.createElement('div');
    this.#base.className = 'base';
    this.#base.part.add('base');
    const source = () => {
      const store = host.store();
      return store && { store, accountId: gate.accountId, viewerId: gate.viewer?.id ?? '', roles: gate.roles };
    };
    this.#ask = new AskPanel({ element: gate, source });
    this.#handover = new HandoverPanel({
      element: gate,
      source,
      linkOf: (userId) => this.#users?.invitationLink(userId),
      resend: async (userId) => {
        await this.#loadUsers();
        await gate.updateComplete;
        return (await this.#users?.resendInvitation(userId)) === true;
      },
      saveForLater: async () => (await this.#form?.submitForLater()) === true,
      handleTakeOver: () => void this.#goToFirstMissing(),
    });
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

  get #form(): HTMLElementTagNameMap['contact-info-form'] | null {
    return this.#base.querySelector('contact-info-form');
  }

  get #users(): HTMLElementTagNameMap['users-tab'] | null {
    return this.#base.querySelector('users-tab');
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#base.querySelector('dialog');
  }

  get #mayEdit(): boolean {
    return canEditContactInfo(this.#host.gate.viewer, this.#host.gate.roles);
  }

  /** Users are there for those who may do something about them, or about what is missing. */
  get #tabs(): readonly GateTab[] {
    const { viewer, roles } = this.#host.gate;
    return this.#mayEdit || canManageUsers(viewer, roles) ? gateTabs : ['contact-info'];
  }

  show(scene: GateScene): void {
    const before = this.#scene;
    this.#scene = scene;
    this.#follow(before, scene);
    render(this.#render(), this.#base, { host: this.#host.gate });
    this.#texts.nameLanguage(this.#base);
    const isHeld = scene.kind !== 'open' && scene.kind !== 'checking';
    if (isHeld && this.#host.gate.isConnected) this.#keeper.open();
    else if (!isHeld) this.#keeper.close();
    if (this.#isVoluntary && !this.#dialog?.open) this.#dialog?.showModal();
    if (scene.kind === 'incomplete') void this.#followForm();
  }

  /** What a change of scene means for what was there. */
  #follow(before: GateScene, scene: GateScene): void {
    if (scene.kind === 'checking') {
      this.#said = undefined;
      this.#liveEvaluation = undefined;
      this.#ask.forget();
    }
    if (scene.kind !== 'open' || !scene.evaluation || !graceOf(scene.evaluation)) {
      // What was opened to add something closes once it is there.
      if (this.#isVoluntary && scene.kind === 'open') this.#said = 'grace.done';
      if (this.#isVoluntary) this.#dialog?.close();
      this.#isVoluntary = false;
    }
    if (before.kind === 'incomplete' && scene.kind === 'open') {
      this.#said = 'opened';
      this.#handover.forget();
    }
    if (!this.#tabs.includes(this.#tab)) this.#tab = 'contact-info';
    const { accountId } = this.#host.gate;
    if (scene.kind === 'incomplete' || this.#isVoluntary) this.#panelsOf = accountId;
    else if (scene.kind === 'open' || this.#panelsOf !== accountId) this.#panelsOf = undefined;
    if (scene.kind !== 'incomplete') return;
    if (this.#content['contact-info'] === 'waiting') void this.#loadForm();
    if (scene.reading === this.#reading) return;
    this.#reading = scene.reading;
    void this.#handover.refresh();
    if (!this.#mayEdit) void this.#ask.refresh();
  }

  async #loadForm(): Promise<void> {
    await this.#load('contact-info', this.#host.loaders()?.contactInfo());
    // Next, what may be wanted next: while nothing else is to be done.
    if (this.#content['contact-info'] === 'loaded') whenIdle(() => void this.#loadUsers());
  }

  async #loadUsers(): Promise<void> {
    if (!this.#tabs.includes('users')) return;
    if (this.#content.users === 'loading' || this.#content.users === 'loaded') return;
    await this.#load('users', this.#host.loaders()?.users());
  }

  async #load(tab: GateTab, loading: unknown): Promise<void> {
    this.#content[tab] = 'loading';
    const [{ status }] = await Promise.allSettled([loading]);
    this.#content[tab] = status === 'rejected' ? 'failed' : 'loaded';
    this.#host.gate.requestUpdate();
  }

  #render(): TemplateResult {
    const scene = this.#scene;
    const isFilledIn = scene.kind === 'incomplete' || this.#isVoluntary;
    return html`
      ${scene.kind === 'open' && scene.isUnchecked ? html`<p class="notice warning" part="banner" role="status">${this.#texts.text('unavailable.banner')}</p>` : nothing}
      ${this.#renderGrace()}
      <p class="visually-hidden" role="status">${this.#said && scene.kind === 'open' ? this.#texts.text(this.#said) : nothing}</p>
      <dialog part="dialog" closedby=${this.#isVoluntary ? 'closerequest' : 'none'} aria-labelledby="title" @close=${this.#handleClose}
        ?data-unavailable=${scene.kind === 'unavailable'} ?data-filled-in=${isFilledIn}>${this.#renderDialog()}</dialog>`;
  }

  #renderGrace(): TemplateResult | typeof nothing {
    const scene = this.#scene;
    const grace = scene.kind === 'open' && !this.#isVoluntary ? scene.evaluation && graceOf(scene.evaluation) : undefined;
    if (!grace || isDismissed(this.#graceId, grace)) return nothing;
    return renderGraceNotice({
      texts: this.#texts,
      grace,
      labels: grace.keys.map((key) => this.#labelOf(key)),
      canEdit: this.#mayEdit,
      handleNow: () => this.#openVoluntarily(),
      handleLater: () => this.#dismiss(grace),
    });
  }

  get #graceId(): string {
    const { accountId, environment, integrationType, requirements } = this.#host.gate;
    return completionId({ accountId, environment, integrationType, requirementsVersion: requirements.version });
  }

  #dismiss(grace: Grace): void {
    dismiss(this.#graceId, grace);
    this.#host.gate.requestUpdate();
  }

  #openVoluntarily(): void {
    this.#isVoluntary = true;
    if (this.#content['contact-info'] === 'waiting') void this.#loadForm();
    this.#host.gate.requestUpdate();
  }

  readonly #handleClose = (event: Event): void => {
    if (event.target !== this.#dialog || !this.#isVoluntary) return;
    this.#isVoluntary = false;
    this.#host.gate.requestUpdate();
  };

  #labelOf(key: string): string {
    return this.#texts.has(`fields.${key}.label`) ? this.#texts.text(`fields.${key}.label`) : key;
  }

  #renderDialog(): TemplateResult | typeof nothing {
    const scene = this.#scene;
    const isFilledIn = scene.kind === 'incomplete' || this.#isVoluntary;
    if (this.#panelsOf === undefined && (scene.kind === 'checking' || scene.kind === 'open')) return nothing;
    return html`
      ${renderDialogHead({
        texts: this.#texts,
        links: this.#links(),
        progress: scene.kind === 'incomplete' ? this.#progress(scene.evaluation) : undefined,
        tabs: isFilledIn && this.#tabs.length > 1 ? renderTabs(this.#tab, this.#texts, (tab) => this.#select(tab)) : nothing,
        close: this.#isVoluntary ? () => this.#dialog?.close() : undefined,
        handleSupport: () => emitFact(this.#host.gate, 'onboarding-support', {}),
        handleExit: (event) => void this.#handleExit(event),
      })}
      <div class="body" part="body">
        <slot name="notice"></slot>
        ${scene.kind === 'misconfigured' ? html`<p class="notice danger" role="alert">${this.#texts.text(scene.problem)}</p>`
          : scene.kind === 'unavailable' ? renderUnavailable({ texts: this.#texts, error: scene.error, isTrying: scene.isTrying, retry: this.#host.retry })
          : nothing}
        ${this.#panelsOf === undefined ? nothing : this.#renderPanels(isFilledIn, scene.kind === 'incomplete' ? scene.error : undefined)}
      </div>`;
  }

  #renderPanels(isShown: boolean, error: unknown): TemplateResult {
    const tabs = this.#tabs;
    // A panel is a tab's; where there is one only, it is the content and nothing else.
    const role = tabs.length > 1 ? 'tabpanel' : nothing;
    return html`${error ? renderFailureNotice(this.#texts, error, this.#host.retry) : nothing}
      ${!isShown ? nothing : this.#mayEdit ? this.#handover.render(this.#texts, this.#form?.isDirty === true) : this.#renderAsk()}
      ${tabs.map((tab) => html`<div id="panel-${tab}" role=${role} tabindex=${role === nothing ? nothing : 0} aria-labelledby=${role === nothing ? nothing : `tab-${tab}`} ?hidden=${!isShown || tab !== this.#tab}>
        ${this.#content[tab] !== 'loaded'
          ? renderContentPlaceholder({ texts: this.#texts, hasFailed: this.#content[tab] === 'failed', retry: () => this.#retryContent(tab) })
          : tab === 'contact-info' ? this.#renderForm() : this.#renderUsers()}
      </div>`)}`;
  }

  #renderAsk(): TemplateResult | typeof nothing {
    const scene = this.#scene;
    if (scene.kind !== 'incomplete') return nothing;
    const { fields } = scene.evaluation;
    const missing = Object.keys(fields).filter((key) => fields[key] === 'missing' || fields[key] === 'invalid');
    return this.#ask.render(this.#texts, missing.map((key) => ({ key, label: this.#labelOf(key) })));
  }

  #renderForm(): TemplateResult {
    const { accountId, environment, integrationType, platformName, viewer, roles, requirements, strings, channels, drafts } = this.#host.gate;
    return html`<contact-info-form ?onboarding=${!this.#isVoluntary} .accountId=${accountId} .environment=${environment} .integrationType=${integrationType}
      .platformName=${platformName} .viewer=${viewer} .roles=${roles} .requirements=${requirements} .strings=${strings} .adapter=${this.#host.store()} .channels=${channels} .drafts=${drafts}
      @input=${this.#handleInput} @contact-info-dirty=${this.#handleInput} @contact-info-saved=${this.#host.read}></contact-info-form>`;
  }

  #renderUsers(): TemplateResult {
    const { accountId, environment, integrationType, platformName, viewer, roles, requirements, strings, mailingLists } = this.#host.gate;
    return html`<p class="panel-introduction">${this.#texts.text('users.introduction')}</p>
      <users-tab .accountId=${accountId} .environment=${environment} .integrationType=${integrationType}
        .platformName=${platformName} .viewer=${viewer} .roles=${roles} .requirements=${requirements} .strings=${strings} .adapter=${this.#host.store()} .mailingLists=${mailingLists}
        @users-invited=${this.#handleInvited}></users-tab>`;
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

  readonly #handleInvited = ({ detail }: CustomEvent<{ userIds: string[] }>): void => void this.#handover.waitFor(detail.userIds);

  async #goToFirstMissing(): Promise<void> {
    this.#select('contact-info');
    await this.#host.gate.updateComplete;
    const form = this.#form;
    const fields = form?.evaluation.fields ?? {};
    const key = Object.keys(fields).find((one) => fields[one] === 'missing' || fields[one] === 'invalid');
    if (key) await form?.focusField(key);
  }

  readonly #handleInput = (): void => void this.#followForm();

  /** While there are unsaved changes, the progress says what the form shows; else it says what the store holds. */
  async #followForm(): Promise<void> {
    const form = this.#form;
    if (!form?.hasUpdated) return;
    await form.updateComplete;
    const evaluation = form.isDirty ? form.evaluation : undefined;
    if (evaluation === this.#liveEvaluation || (evaluation && this.#liveEvaluation && isSameProgress(evaluation, this.#liveEvaluation))) return;
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

function isSameProgress(a: Evaluation, b: Evaluation): boolean {
  return JSON.stringify(a.fields) === JSON.stringify(b.fields);
}
