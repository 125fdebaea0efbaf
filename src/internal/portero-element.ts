import { LitElement, type CSSResultGroup, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { PersistenceController } from '../controllers/persistence-controller.js';
import { partnerPortalRequirements } from '../domain/partner-portal-requirements.js';
import { environments, type RequirementSet } from '../domain/requirements.js';
import { defaultRoles, type Role, type Viewer } from '../domain/user.js';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';
import { baseStyles } from './base.styles.js';
import type { Texts } from './issue-text.js';
import { LocalizeController } from './localize-controller.js';
import type { Messages } from './messages.js';
import { adapterKind, keeps, messagesKind, requirementsKind, rolesKind, textKind } from './property-kinds.js';
import { sharedMessages } from './shared.strings.js';
import { warnOnce } from './warn.js';

/**
 * What the elements have in common: who and what they are about, where the data is, and in which language they speak.
 * Rendering waits for the language's texts, so that nothing is shown in English first.
 */
export abstract class PorteroElement extends LitElement {
  static override styles: CSSResultGroup = [baseStyles];

  /** The account whose contact information this is. */
  @keeps(textKind) @property({ attribute: 'account-id' }) accountId = '';
  /** `sandbox` or `production`. */
  @keeps(textKind) @property() environment = 'production';
  /** The kind of integration, where requirements depend on it. */
  @keeps(textKind) @property({ attribute: 'integration-type' }) integrationType: string | undefined = undefined;
  /** What the host's platform is called, for texts that name it. */
  @keeps(textKind) @property({ attribute: 'platform-name' }) platformName = '';
  /** `local` (this browser) or `memory` (this page). Used where no adapter is set or provided. */
  @keeps(textKind) @property() persistence = '';
  /** The id of the user who is looking. */
  @keeps(textKind) @property({ attribute: 'viewer-id' }) viewerId = '';
  /** The role of the user who is looking. */
  @keeps(textKind) @property({ attribute: 'viewer-role' }) viewerRole = '';
  /** Where the data is. Comes before a provider's and before `persistence`. */
  @keeps(adapterKind) @property({ attribute: false }) adapter: PersistenceAdapter | undefined = undefined;
  /** What is asked for. */
  @keeps(requirementsKind) @property({ attribute: false }) requirements: RequirementSet = partnerPortalRequirements;
  /** What each role may do. */
  @keeps(rolesKind) @property({ attribute: false }) roles: readonly Role[] = defaultRoles;
  /** Texts of the host's own, by key, before those of the language. */
  @keeps(messagesKind) @property({ attribute: false }) strings: Messages = {};

  protected readonly persistenceController = new PersistenceController(this);
  protected readonly localize: LocalizeController;

  /** The element's texts, for templates and helpers beside it. */
  protected readonly texts: Texts;

  /** `tag` and `messages` are the element's own: texts are looked up there first. */
  constructor(tag: string, messages: Messages) {
    super();
    const localize = new LocalizeController(this, { [tag]: messages, shared: sharedMessages });
    this.localize = localize;
    this.texts = {
      text: (key, params) => this.text(key, params),
      has: (key) => localize.has(key),
      get lang() {
        return localize.lang;
      },
    };
  }

  /** Who is looking, as one object; sets `viewer-id` and `viewer-role`. */
  @property({ attribute: false })
  get viewer(): Viewer | null {
    return this.viewerId ? { id: this.viewerId, role: this.viewerRole } : null;
  }

  set viewer(viewer: Viewer | null | undefined) {
    this.viewerId = viewer?.id ?? '';
    this.viewerRole = viewer?.role ?? '';
  }

  /** The checked adapter, once there is one. */
  protected get store(): PersistenceAdapter | undefined {
    return this.persistenceController.adapter;
  }

  /**
   * What the host forgot or got wrong, as the key of a text that says so; nothing can be loaded until it is put right.
   * A host that is only a little late is not blamed.
   */
  protected get misconfiguration(): 'setup.account-id' | 'setup.environment' | 'setup.adapter' | undefined {
    const problem = this.#problem;
    return problem !== 'setup.environment' && this.persistenceController.isPatient ? undefined : problem;
  }

  /** Where the data of which account is; `undefined` while something of it is not known. */
  protected get source(): { store: PersistenceAdapter; accountId: string; requirements: RequirementSet } | undefined {
    const { store, accountId, requirements } = this;
    return store && !this.#problem ? { store, accountId, requirements } : undefined;
  }

  get #problem(): 'setup.account-id' | 'setup.environment' | 'setup.adapter' | undefined {
    if (!this.accountId) return 'setup.account-id';
    if (!environments.some((one) => one === this.environment)) return 'setup.environment';
    return this.store ? undefined : 'setup.adapter';
  }

  protected text(key: string, params?: Readonly<Record<string, unknown>>): string {
    return this.localize.text(key, { platform: this.platformName || this.localize.text('platform'), ...params });
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.localize.pending) await this.localize.pending;
    super.scheduleUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#nameLanguage();
    if (this.isConnected && this.hasUpdated) this.warnOfMisconfiguration();
  }

  /** Texts in another language than the page's say so: they are read aloud with that language's voice. */
  #nameLanguage(): void {
    const { lang, textLang } = this.localize;
    const base = this.renderRoot.querySelector<HTMLElement>('.base');
    if (base) base.lang = textLang === lang ? '' : textLang;
  }

  protected warnOfMisconfiguration(): void {
    const advice = {
      'setup.account-id': 'needs the attribute account-id: which account is this about?',
      'setup.environment': `has environment="${this.environment}"; it is one of ${environments.join(', ')}.`,
      'setup.adapter': 'has no adapter: set its property `adapter`, provide one with providePersistence(), or use persistence="local".',
    };
    const problem = this.misconfiguration;
    if (problem) warnOnce(this.localName, advice[problem]);
  }
}
