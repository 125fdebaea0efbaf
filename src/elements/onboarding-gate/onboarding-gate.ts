import { ReactiveElement, type CSSResultGroup, type PropertyValues } from '@lit/reactive-element';
import { property } from '@lit/reactive-element/decorators/property.js';
import { state } from '@lit/reactive-element/decorators/state.js';
import { providePersistence } from '../../context/provide-persistence.js';
import { RecordController, type Reading } from '../../controllers/record-controller.js';
import { evaluateContactInfo, type Evaluation } from '../../domain/evaluate-contact-info.js';
import type { Vocabulary } from '../../domain/user.js';
import { emitFact } from '../../internal/emit.js';
import { errorCode } from '../../internal/error-code.js';
import { keeps, textKind, vocabularyKind } from '../../internal/property-kinds.js';
import { WithAccount } from '../../internal/with-account.js';
import type { PersistenceAdapter } from '../../ports/persistence-adapter.js';
import { isPersistenceError } from '../../ports/persistence-error.js';
import { completionId, isFirstCompletion, isRememberedComplete, rememberCompletion, type CompletionKey } from './completion-memory.js';
import type { GateModal } from './gate-modal.js';
import { isSpoken, type GateScene } from './gate-scene.js';
import { modalCode } from './modal-code.js';
import { nextGateState, publicStatus, type GateEvent, type GateState, type GateStatus } from './gate-status.js';
import type { OnboardingCompletedDetail, OnboardingErrorDetail, OnboardingGateEventMap, OnboardingStatusDetail } from './onboarding-gate.events.js';
import { showPlainDialog } from './plain-dialog.js';
import { focusPortal, portalFrame, setClosed, stampTemplates } from './portal-frame.js';
import { portalStyles } from './portal.styles.js';
import { RetryController } from './retry-controller.js';

/** What the gate asks about: another one is another question. `id` has account, environment, integration type and version. */
interface GateSubject {
  id: string;
  accountId: string;
  store: PersistenceAdapter | undefined;
  requirements: unknown;
}

/** Loads what the modal shows, only when there is something to show. Set by `define`, so that the gate imports neither. */
export interface GateLoaders {
  contactInfo(): unknown;
  users(): unknown;
}

/**
 * Holds a portal until its account can be reached: wraps the portal, or stands empty anywhere in the document, and keeps a
 * modal open over everything until the contact information is complete. It guides people and is no access control: a
 * script on the page can remove it, so a server that must be sure asks `evaluateContactInfo` itself.
 *
 * @tag onboarding-gate
 * @slot - The portal. It keeps its own layout. What is in a `<template>` directly inside is put beside it once the gate opens.
 * @slot brand - The host's name or logo, at the top of the modal.
 * @slot support - Replaces the support link.
 * @slot help - Replaces the help link.
 * @slot exit - Replaces the exit action.
 * @slot notice - What has to stay reachable while the portal is held: a consent banner, say.
 * @fires {CustomEvent<OnboardingStatusDetail>} onboarding-status - The status changed.
 * @fires {CustomEvent<OnboardingCompletedDetail>} onboarding-completed - What was incomplete is complete; once.
 * @fires {CustomEvent<OnboardingAskDetail>} onboarding-ask - Somebody who may not complete it asks those who may; cancelable, `waitUntil` holds it.
 * @fires {CustomEvent<OnboardingExitDetail>} onboarding-exit - The person wants to leave; cancelable, `waitUntil` holds it.
 * @fires {CustomEvent<OnboardingSupportDetail>} onboarding-support - The person follows the support link.
 * @fires {CustomEvent<OnboardingErrorDetail>} onboarding-error - Reading the account failed.
 * @csspart base - The outermost wrapper of what is the gate's own.
 * @csspart dialog - The modal.
 * @csspart head - The top of the modal, with title, progress and tabs.
 * @csspart body - What scrolls.
 * @csspart banner - The line above an open portal: the account could not be checked, or something will be needed soon.
 * @csspart handover - Who was invited to complete it.
 * @csspart ask - For those who may not complete it: what is missing, and who can.
 * @cssprop [--onboarding-gate-inline-size=54rem] - Width of the modal.
 */
export class OnboardingGate extends WithAccount(ReactiveElement) {
  static override styles: CSSResultGroup = portalStyles;

  static loaders: GateLoaders | undefined;

  /** Where people get help from a person. http, https, mailto or tel. */
  @keeps(textKind) @property({ attribute: 'support-href' }) supportHref = '';
  /** Where it is explained what is asked for. */
  @keeps(textKind) @property({ attribute: 'help-href' }) helpHref = '';
  /** Where people go who cannot complete it now: signing out, say. */
  @keeps(textKind) @property({ attribute: 'exit-href' }) exitHref = '';
  /** What happens while the account cannot be checked: `block` holds the portal, `allow` opens it with a banner. */
  @keeps(textKind) @property({ attribute: 'when-unavailable' }) whenUnavailable: 'block' | 'allow' = 'block';

  /** Where the form keeps unsaved changes: `session`, `local` or `off`; see its own `drafts`. */
  @keeps(textKind) @property() drafts: 'session' | 'local' | 'off' = 'session';
  /** The host's own mailing lists, for inviting users. */
  @keeps(vocabularyKind) @property({ attribute: false }) mailingLists: readonly Vocabulary[] = [];
  /** The host's own support channels, for the hours. */
  @keeps(vocabularyKind) @property({ attribute: false }) channels: readonly Vocabulary[] = [];

  @state() private state: GateState = 'checking';
  @state() private reading: Reading | undefined;
  @state() private failure: unknown;
  readonly #record = new RecordController(this, () => this.source, {
    handleRead: (reading) => this.#handleRead(reading),
    handleFailure: (error) => this.#handleFailure(error),
  });
  readonly #retry = new RetryController(this, () => void this.#record.read());
  #subject: GateSubject | undefined;
  #provided: PersistenceAdapter | undefined;
  #told: GateStatus = 'checking';
  #isCompletionUntold = false;
  #frame!: HTMLElement;
  readonly #stamped = new WeakSet<HTMLTemplateElement>();
  /** All that is ever said. Its code is loaded when there is something to say. */
  #modal: GateModal | undefined;
  #modalLoading: Promise<void> | undefined;
  #hidePlainDialog: (() => void) | undefined;

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
  }

  #conclude(): void {
    const complete = this.#evaluation?.complete === true;
    if (this.store?.durable !== false) rememberCompletion(this.#completionKey, complete);
    this.#handle(complete ? 'found-complete' : 'found-incomplete');
  }

  #handleFailure(error: unknown): void {
    this.failure = error;
    emitFact<OnboardingErrorDetail>(this, 'onboarding-error', { code: errorCode(error), operation: 'load' });
    this.#handle('fail');
    if (this.status !== 'complete') this.#retry.schedule(isPersistenceError(error) ? error.retryAfter : undefined);
  }

  #handle(event: GateEvent): void {
    const before = this.state;
    this.state = nextGateState(before, event);
    if (this.state === before) return;
    if (before === 'incomplete' && this.state === 'complete') {
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

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#followSubject();
  }

  #followSubject(): void {
    const { accountId, store, requirements } = this;
    const subject = { id: completionId(this.#completionKey), accountId, store, requirements };
    const before = this.#subject;
    this.#subject = subject;
    const isSameQuestion = before?.id === subject.id && before.requirements === requirements;
    if (isSameQuestion && before.store === store) return;
    this.#retry.stop();
    // Another adapter for the same question is asked behind what is shown: only another question closes a portal in use, or
    // takes a modal from under the person who is typing in it.
    if (before && !isSameQuestion) this.#begin();
    const isSameRecord = before?.store === store && before?.accountId === accountId;
    if (isSameRecord && this.reading !== undefined) {
      // The record that was read already, seen with other eyes; it is read again all the same.
      this.#conclude();
      void this.#record.read();
    } else {
      if (!isSameQuestion) this.reading = undefined;
      if (accountId && isRememberedComplete(this.#completionKey)) this.#handle('remember');
      // It could not be read, and nothing else would ask for it again.
      if (isSameRecord) void this.#record.read();
    }
  }

  #begin(): void {
    this.failure = undefined;
    this.#isCompletionUntold = false;
    this.#handle('begin');
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#frame = portalFrame(root);
    return root;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#modal?.pending) await this.#modal.pending;
    super.scheduleUpdate();
  }

  /** Settles once what is to be seen is: the first time, that is loaded before. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#modalLoading;
    return isDone && !this.isUpdatePending ? isDone : super.getUpdateComplete();
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const scene = this.#scene;
    const isOpen = scene.kind === 'open';
    setClosed(this.#frame, !isOpen);
    if (isOpen) stampTemplates(this, this.#stamped);
    if (this.#modal) {
      const wasHeld = this.#modal.isHolding;
      this.#modal.show(scene);
      if (isOpen && wasHeld) focusPortal(this);
    } else if (isSpoken(scene)) {
      // Where it could not be loaded, the person says when to try again.
      if (!this.#hidePlainDialog) this.#loadModal(scene);
    } else {
      this.#takePlainDialogAway();
    }
  }

  get #scene(): GateScene {
    const { failure, status } = this;
    const problem = this.#obstacle;
    if (problem) return { kind: 'misconfigured', problem };
    if (this.#isOpen) return { kind: 'open', evaluation: this.#evaluation, isUnchecked: status === 'unavailable' };
    if (status === 'unavailable') return { kind: 'unavailable', error: failure, isTrying: this.#record.isReading };
    const evaluation = this.#evaluation;
    return status === 'incomplete' && evaluation && this.reading ? { kind: 'incomplete', evaluation, reading: this.reading, error: failure } : { kind: 'checking' };
  }

  #loadModal(scene: GateScene): void {
    if (this.#modalLoading) return;
    const code = modalCode();
    if (!(code instanceof Promise)) {
      this.#createModal(code);
      return;
    }
    this.#modalLoading = code.then((loaded) => {
      this.#modalLoading = undefined;
      this.#createModal(loaded);
    }, () => this.#showPlainDialog());
    // What is in it is on its way meanwhile; whether it arrives, the modal asks itself.
    if (scene.kind === 'incomplete') Promise.resolve(OnboardingGate.loaders?.contactInfo()).catch(() => undefined);
  }

  #createModal({ GateModal }: typeof import('./gate-modal.js')): void {
    this.#modal = new GateModal({
      gate: this,
      store: () => this.store,
      loaders: () => OnboardingGate.loaders,
      read: () => void this.#record.read(),
      retry: () => void this.#record.readAfresh(),
    });
    // Shown in the next update, which waits for the language.
    this.requestUpdate();
  }

  #showPlainDialog(): void {
    const own = (key: string, english: string) => {
      const text = this.strings[key];
      return typeof text === 'string' ? text : english;
    };
    this.#modalLoading = undefined;
    this.#hidePlainDialog = showPlainDialog(this.renderRoot, {
      text: own('content.failed', 'This part of the page could not be loaded. Nothing is lost. Check your connection, then try again.'),
      action: own('retry', 'Try again'),
      retry: () => {
        this.#takePlainDialogAway();
        this.requestUpdate();
      },
    });
  }

  #takePlainDialogAway(): void {
    this.#hidePlainDialog?.();
    this.#hidePlainDialog = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#provided !== this.store) {
      this.#provided = this.store;
      providePersistence(this, this.store);
    }
    if (this.status !== this.#told || this.#isCompletionUntold) void this.updateComplete.then(() => this.#tell());
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
