import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { providePersistence } from '../../context/provide-persistence.js';
import { RecordController, type Reading } from '../../controllers/record-controller.js';
import { evaluateContactInfo, type Evaluation } from '../../domain/evaluate-contact-info.js';
import { availabilityOf } from '../../domain/requirements.js';
import type { Vocabulary } from '../../domain/user.js';
import { baseStyles } from '../../internal/base.styles.js';
import { emitFact, emitRequest } from '../../internal/emit.js';
import { failureCode } from '../../internal/failure-text.js';
import { PorteroElement } from '../../internal/portero-element.js';
import { keeps, textKind, vocabularyKind } from '../../internal/property-kinds.js';
import { warnOnce } from '../../internal/warn.js';
import type { PersistenceAdapter } from '../../ports/persistence-adapter.js';
import { completionId, isFirstCompletion, isRememberedComplete, rememberCompletion, type CompletionKey } from './completion-memory.js';
import { nextGateState, publicStatus, type GateEvent, type GateState, type GateStatus } from './gate-status.js';
import { gateTabs, renderContentPlaceholder, renderDialogHead, renderFailureNotice, renderTabs, renderUnavailable, type GateTab } from './gate-view.js';
import { ModalKeeper } from './modal-keeper.js';
import type { OnboardingCompletedDetail, OnboardingErrorDetail, OnboardingGateEventMap, OnboardingStatusDetail } from './onboarding-gate.events.js';
import { onboardingGateMessages } from './onboarding-gate.strings.js';
import { onboardingGateStyles } from './onboarding-gate.styles.js';
import { RetryController } from './retry-controller.js';
import { safeHref } from './safe-href.js';

/** What the gate asks about: another one is another question. `id` has account, environment, integration type and version. */
interface GateSubject {
  id: string;
  accountId: string;
  store: PersistenceAdapter | undefined;
  requirements: unknown;
}

/** Loads what the modal shows, only when there is something to show. Set by `define`, so that the gate imports neither. */
export interface GateLoaders {
  contactInfo(): Promise<unknown>;
  users(): Promise<unknown>;
}

/**
 * Holds a portal until its account can be reached: wraps the portal, or stands empty anywhere in the document, and keeps a
 * modal open over everything until the contact information is complete. It guides people and is no access control: a
 * script on the page can remove it, so a server that must be sure asks `evaluateContactInfo` itself.
 *
 * @tag onboarding-gate
 * @slot - The portal. It keeps its own layout.
 * @slot brand - The host's name or logo, at the top of the modal.
 * @slot support - Replaces the support link.
 * @slot help - Replaces the help link.
 * @slot exit - Replaces the exit action.
 * @slot notice - What has to stay reachable while the portal is held: a consent banner, say.
 * @fires {CustomEvent<OnboardingStatusDetail>} onboarding-status - The status changed.
 * @fires {CustomEvent<OnboardingCompletedDetail>} onboarding-completed - What was incomplete is complete; once.
 * @fires {CustomEvent<OnboardingExitDetail>} onboarding-exit - The person wants to leave; cancelable, `waitUntil` holds it.
 * @fires {CustomEvent<OnboardingSupportDetail>} onboarding-support - The person follows the support link.
 * @fires {CustomEvent<OnboardingErrorDetail>} onboarding-error - Reading the account failed.
 * @csspart base - The outermost wrapper of what is the gate's own.
 * @csspart dialog - The modal.
 * @csspart head - The top of the modal, with title, progress and tabs.
 * @csspart body - What scrolls.
 * @csspart banner - The line above the portal while the account could not be checked and the host allows it.
 * @cssprop [--onboarding-gate-inline-size=54rem] - Width of the modal.
 */
export class OnboardingGate extends PorteroElement {
  static override styles: CSSResultGroup = [baseStyles, onboardingGateStyles];

  static loaders: GateLoaders | undefined;

  /** Where people get help from a person. http, https, mailto or tel. */
  @keeps(textKind) @property({ attribute: 'support-href' }) supportHref = '';
  /** Where it is explained what is asked for. */
  @keeps(textKind) @property({ attribute: 'help-href' }) helpHref = '';
  /** Where people go who cannot complete it now: signing out, say. */
  @keeps(textKind) @property({ attribute: 'exit-href' }) exitHref = '';
  /** What happens while the account cannot be checked: `block` holds the portal, `allow` opens it with a banner. */
  @keeps(textKind) @property({ attribute: 'when-unavailable' }) whenUnavailable: 'block' | 'allow' = 'block';

  /** The host's own mailing lists, for inviting users. */
  @keeps(vocabularyKind) @property({ attribute: false }) mailingLists: readonly Vocabulary[] = [];
  /** The host's own support channels, for the hours. */
  @keeps(vocabularyKind) @property({ attribute: false }) channels: readonly Vocabulary[] = [];

  @state() private state: GateState = 'checking';
  @state() private tab: GateTab = 'contact-info';
  @state() private reading: Reading | undefined;
  @state() private failure: unknown;
  /** What the modal shows is loaded when it is needed, and may fail to. */
  @state() private content: 'loading' | 'loaded' | 'failed' = 'loading';
  @state() private hasOpened = false;
  /** What the form shows, saved or not, so that the progress follows the person. */
  @state() private liveEvaluation: Evaluation | undefined;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  readonly #record = new RecordController(this, () => this.source, {
    handleRead: (reading) => this.#handleRead(reading),
    handleFailure: (error) => this.#handleFailure(error),
  });
  readonly #retry = new RetryController(this, () => void this.#record.read());
  readonly #modal = new ModalKeeper(this, () => this.dialog);
  #subject: GateSubject | undefined;
  #provided: PersistenceAdapter | undefined;
  #told: GateStatus = 'checking';
  #isCompletionUntold = false;
  /** The account whose panels are filled in: what was typed outlasts a look at the same account through another adapter. */
  #panelsOf: string | undefined;

  constructor() {
    super('onboarding-gate', onboardingGateMessages);
  }

  /** `checking`, then `incomplete`, `complete` or `unavailable`. */
  get status(): GateStatus {
    return publicStatus(this.state);
  }

  /** Asks the store again; this may close the gate over a portal in use. Resolves once the answer is in. */
  async recheck(): Promise<void> {
    this.#handle('recheck');
    await this.#record.read();
  }

  /** What stands in the way of asking at all. A portal in use is not closed for it. */
  get #obstacle() {
    return this.#isOpen ? undefined : this.misconfiguration;
  }

  get #completionKey(): CompletionKey {
    const { accountId, environment, integrationType } = this;
    return { accountId, environment, integrationType, requirementsVersion: this.requirements.version };
  }

  get #evaluation(): Evaluation | undefined {
    if (!this.reading) return undefined;
    const { record, users } = this.reading;
    return evaluateContactInfo({
      requirements: this.requirements,
      environment: this.environment,
      integrationType: this.integrationType,
      contactInfo: record?.contactInfo ?? null,
      at: new Date(),
      activeUserIds: users && users.filter((user) => user.status === 'active').map((user) => user.id),
    });
  }

  /** Whether the portal is to be seen and used. */
  get #isOpen(): boolean {
    return this.status === 'complete' || (this.status === 'unavailable' && this.whenUnavailable === 'allow');
  }

  #handleRead(reading: Reading): void {
    this.reading = reading;
    this.failure = undefined;
    this.#retry.stop();
    this.#conclude();
    void this.#followForm();
  }

  #conclude(): void {
    const complete = this.#evaluation?.complete === true;
    if (this.store?.durable !== false) rememberCompletion(this.#completionKey, complete);
    this.#handle(complete ? 'found-complete' : 'found-incomplete');
  }

  #handleFailure(error: unknown): void {
    this.failure = error;
    emitFact<OnboardingErrorDetail>(this, 'onboarding-error', { code: failureCode(error), operation: 'load' });
    this.#handle('fail');
    if (this.status !== 'complete') this.#retry.schedule();
  }

  #handle(event: GateEvent): void {
    const before = this.state;
    this.state = nextGateState(before, event);
    if (this.state === before) return;
    if (this.state === 'incomplete') void this.#loadContent();
    if (before === 'incomplete' && this.state === 'complete') {
      this.hasOpened = true;
      this.#isCompletionUntold = true;
    }
  }

  /** Told once it is to be seen, so that a host that looks finds what it was told; what nobody could see is not told. */
  #tell(): void {
    const { status } = this;
    const previous = this.#told;
    if (status !== previous) {
      this.#told = status;
      emitFact<OnboardingStatusDetail>(this, 'onboarding-status', { status, previous, missing: this.#missing() });
    }
    if (this.#isCompletionUntold) this.#announceCompletion();
  }

  #announceCompletion(): void {
    this.#isCompletionUntold = false;
    const revision = this.reading?.record?.revision;
    if (revision === undefined || !this.store || !isFirstCompletion(this.store, completionId(this.#completionKey))) return;
    emitFact<OnboardingCompletedDetail>(this, 'onboarding-completed', { revision });
  }

  #missing(): string[] {
    const fields = this.#evaluation?.fields ?? {};
    return Object.keys(fields).filter((key) => fields[key] === 'missing' || fields[key] === 'invalid');
  }

  async #loadContent(): Promise<void> {
    if (this.content === 'loaded') return;
    const { loaders } = OnboardingGate;
    this.content = 'loading';
    const outcomes = await Promise.allSettled([loaders?.contactInfo(), loaders?.users()]);
    this.content = outcomes.some(({ status }) => status === 'rejected') ? 'failed' : 'loaded';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#followSubject();
    if (this.state === 'incomplete') this.#panelsOf = this.accountId;
    else if (this.#isOpen || this.#panelsOf !== this.accountId) this.#panelsOf = undefined;
  }

  #followSubject(): void {
    const { accountId, store, requirements } = this;
    const subject = { id: completionId(this.#completionKey), accountId, store, requirements };
    const before = this.#subject;
    this.#subject = subject;
    const isSameQuestion = before?.id === subject.id && before.requirements === requirements;
    if (isSameQuestion && before.store === store) return;
    this.liveEvaluation = undefined;
    this.#retry.stop();
    // Another adapter for the same question is asked behind the portal: only another question closes one that is in use.
    if (before && !(isSameQuestion && this.#isOpen)) this.#begin();
    const isSameRecord = before?.store === store && before?.accountId === accountId;
    if (isSameRecord && this.reading !== undefined) {
      // The record that was read already, seen with other eyes; it is read again all the same.
      this.#conclude();
      void this.#record.read();
    } else {
      this.reading = undefined;
      if (accountId && isRememberedComplete(this.#completionKey)) this.#handle('remember');
      // It could not be read, and nothing else would ask for it again.
      if (isSameRecord) void this.#record.read();
    }
  }

  #begin(): void {
    this.failure = undefined;
    this.hasOpened = false;
    this.#isCompletionUntold = false;
    this.#handle('begin');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#provided !== this.store) {
      this.#provided = this.store;
      providePersistence(this, this.store);
    }
    const holds = this.state === 'incomplete' || (this.status === 'unavailable' && !this.#isOpen) || this.#obstacle !== undefined;
    if (this.isConnected && holds) {
      this.#modal.open();
    } else if (this.#modal.isOpen) {
      this.#modal.close();
      if (this.#isOpen) this.#focusPortal();
    }
    if (this.status !== this.#told || this.#isCompletionUntold) void this.updateComplete.then(() => this.#tell());
  }

  #focusPortal(): void {
    const main = this.querySelector<HTMLElement>('main, [role="main"]') ?? document.querySelector<HTMLElement>('main, [role="main"]');
    if (!main) return;
    if (!main.hasAttribute('tabindex')) main.tabIndex = -1;
    main.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const isClosed = !this.#isOpen;
    const isUnavailable = this.status === 'unavailable';
    return html`
      <div class="base" part="base">
        ${isUnavailable && this.#isOpen ? html`<p class="notice warning" part="banner" role="status">${this.text('unavailable.banner')}</p>` : nothing}
        <p class="visually-hidden" role="status">${this.hasOpened && this.#isOpen ? this.text('opened') : nothing}</p>
        <dialog part="dialog" closedby="none" aria-labelledby="title" ?data-unavailable=${isUnavailable}>
          ${this.#modalContent()}
        </dialog>
      </div>
      <div class="portal" ?data-closed=${isClosed} ?inert=${isClosed}><slot></slot></div>`;
  }

  #modalContent(): TemplateResult | typeof nothing {
    const problem = this.#obstacle;
    const isUnavailable = this.status === 'unavailable' && !this.#isOpen;
    if (!problem && !isUnavailable && this.#panelsOf === undefined) return nothing;
    const isIncomplete = !problem && this.state === 'incomplete';
    return html`
      ${renderDialogHead({
        texts: this.texts,
        links: this.#links(),
        progress: isIncomplete ? this.#progress() : undefined,
        tabs: isIncomplete ? renderTabs(this.tab, this.texts, (tab) => (this.tab = tab)) : nothing,
        handleSupport: () => emitFact(this, 'onboarding-support', {}),
        handleExit: (event) => void this.#handleExit(event),
      })}
      <div class="body" part="body">
        <slot name="notice"></slot>
        ${problem ? html`<p class="notice danger" role="alert">${this.text(problem)}</p>`
          : isUnavailable ? renderUnavailable({ texts: this.texts, error: this.failure, isTrying: this.#record.isReading, retry: () => void this.#record.readAfresh() })
          : isIncomplete && this.content !== 'loaded' ? renderContentPlaceholder({ texts: this.texts, hasFailed: this.content === 'failed', retry: () => void this.#loadContent() })
          : nothing}
        ${this.#panelsOf !== undefined && this.content === 'loaded' ? this.#renderPanels(isIncomplete) : nothing}
      </div>`;
  }

  #renderPanels(isShown: boolean): TemplateResult {
    const { accountId, environment, integrationType, platformName, viewer, roles, requirements, strings, store } = this;
    return html`${isShown && this.failure ? renderFailureNotice(this.texts, this.failure, () => void this.#record.readAfresh()) : nothing}
    ${gateTabs.map((tab) => html`<div id="panel-${tab}" role="tabpanel" tabindex="0" aria-labelledby="tab-${tab}" ?hidden=${!isShown || tab !== this.tab}>
      ${tab === 'contact-info'
        ? html`<contact-info-form onboarding .accountId=${accountId} .environment=${environment} .integrationType=${integrationType}
            .platformName=${platformName} .viewer=${viewer} .roles=${roles} .requirements=${requirements} .strings=${strings} .adapter=${store} .channels=${this.channels}
            @input=${this.#handleInput} @contact-info-dirty=${this.#handleInput} @contact-info-saved=${this.#handleSaved}></contact-info-form>`
        : html`<p class="panel-introduction">${this.text('users.introduction')}</p>
          <users-tab .accountId=${accountId} .environment=${environment} .integrationType=${integrationType}
            .platformName=${platformName} .viewer=${viewer} .roles=${roles} .requirements=${requirements} .strings=${strings} .adapter=${store} .mailingLists=${this.mailingLists}></users-tab>`}
    </div>`)}`;
  }

  #links() {
    const link = (name: 'support' | 'help' | 'exit', href: string) => {
      const safe = safeHref(href, document.baseURI);
      if (href && !safe) warnOnce(this.localName, `has a ${name}-href that cannot be followed safely; it was not used.`);
      return safe;
    };
    return { support: link('support', this.supportHref), help: link('help', this.helpHref), exit: link('exit', this.exitHref) };
  }

  #progress(): { done: number; total: number } {
    const fields = (this.liveEvaluation ?? this.#evaluation)?.fields ?? {};
    const context = { environment: this.environment, integrationType: this.integrationType };
    const required = this.requirements.fields
      .filter((definition) => availabilityOf(definition, context).requirement === 'required' && fields[definition.key] !== 'unavailable');
    return { done: required.filter(({ key }) => fields[key] === 'complete').length, total: required.length };
  }

  readonly #handleInput = (): void => void this.#followForm();

  /** While there are unsaved changes, the progress says what the form shows; else it says what the store holds. */
  async #followForm(): Promise<void> {
    await this.updateComplete;
    const form = this.renderRoot.querySelector('contact-info-form');
    if (!form?.hasUpdated) return;
    await form.updateComplete;
    this.liveEvaluation = form.isDirty ? form.evaluation : undefined;
  }

  readonly #handleSaved = (): void => {
    // Only what the store says counts: it is read back, and the gate opens if that is complete.
    void this.#record.read();
  };

  async #handleExit(event: MouseEvent): Promise<void> {
    const { href } = event.currentTarget as HTMLAnchorElement;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (await emitRequest(this, 'onboarding-exit', {})) location.assign(href);
  }
}

/* Typed listeners: `addEventListener('onboarding-status', (event) => event.detail.status)`. */
export interface OnboardingGate {
  addEventListener<K extends keyof OnboardingGateEventMap>(type: K, listener: (this: OnboardingGate, event: OnboardingGateEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof OnboardingGateEventMap>(type: K, listener: (this: OnboardingGate, event: OnboardingGateEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'onboarding-gate': OnboardingGate;
  }
}
