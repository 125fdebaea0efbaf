import type { PropertyValues, ReactiveElement } from '@lit/reactive-element';
import { property } from '@lit/reactive-element/decorators/property.js';
import { PersistenceController } from '../controllers/persistence-controller.js';
import { partnerPortalRequirements } from '../domain/partner-portal-requirements.js';
import { environments, type RequirementSet } from '../domain/requirements.js';
import { defaultRoles, type Role, type Viewer } from '../domain/user.js';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';
import type { Messages } from './messages.js';
import { adapterKind, keeps, messagesKind, requirementsKind, rolesKind, textKind } from './property-kinds.js';
import { warnOnce } from './warn.js';

// A mixin's constructor has to take any arguments (TS2545).
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor<T> = abstract new (...args: any[]) => T;

/** What the host forgot or got wrong, as the key of a text that says so. */
export type Misconfiguration = 'setup.account-id' | 'setup.environment' | 'setup.adapter';

/** What `WithAccount` adds; see there. */
export declare abstract class AccountElement extends ReactiveElement {
  accountId: string;
  environment: string;
  integrationType: string | undefined;
  platformName: string;
  persistence: string;
  viewerId: string;
  viewerRole: string;
  adapter: PersistenceAdapter | undefined;
  requirements: RequirementSet;
  roles: readonly Role[];
  strings: Messages;
  get viewer(): Viewer | null;
  set viewer(viewer: Viewer | null | undefined);
  protected get store(): PersistenceAdapter | undefined;
  protected get misconfiguration(): Misconfiguration | undefined;
  protected get source(): { store: PersistenceAdapter; accountId: string; requirements: RequirementSet } | undefined;
}

/**
 * What all elements have in common: who and what they are about, and where the data is. Apart from rendering and texts, so
 * that a gate that has nothing to say brings neither.
 */
export function WithAccount<T extends Constructor<ReactiveElement>>(Base: T): Constructor<AccountElement> & T {
  abstract class WithAccount extends Base {
    /** The account whose contact information this is. */
    @keeps(textKind) @property({ attribute: 'account-id' }) accountId = '';
    /** `sandbox` or `production`. */
    @keeps(textKind) @property() environment = 'production';
    /** The kind of integration, where requirements depend on it. */
    @keeps(textKind) @property({ attribute: 'integration-type' }) integrationType: string | undefined = undefined;
    /** What the host's platform is called, for texts that name it. */
    @keeps(textKind) @property({ attribute: 'platform-name' }) platformName = '';
    /** `local` (this browser), `memory` (this page), or the address of a back end such as `/api`. Used where no adapter is set or provided. */
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

    readonly #persistence = new PersistenceController(this);

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
      return this.#persistence.adapter;
    }

    /**
     * What the host forgot or got wrong, as the key of a text that says so; nothing can be loaded until it is put right.
     * A host that is only a little late is not blamed.
     */
    protected get misconfiguration(): Misconfiguration | undefined {
      const problem = this.#problem;
      return problem !== 'setup.environment' && this.#persistence.isPatient ? undefined : problem;
    }

    /** Where the data of which account is; `undefined` while something of it is not known. */
    protected get source(): { store: PersistenceAdapter; accountId: string; requirements: RequirementSet } | undefined {
      const { store, accountId, requirements } = this;
      return store && !this.#problem ? { store, accountId, requirements } : undefined;
    }

    get #problem(): Misconfiguration | undefined {
      if (!this.accountId) return 'setup.account-id';
      if (!environments.some((one) => one === this.environment)) return 'setup.environment';
      return this.store ? undefined : 'setup.adapter';
    }

    protected override updated(changed: PropertyValues): void {
      super.updated(changed);
      if (this.isConnected && this.hasUpdated) this.#warnOfMisconfiguration();
    }

    #warnOfMisconfiguration(): void {
      const advice = {
        'setup.account-id': 'needs the attribute account-id: which account is this about?',
        'setup.environment': `has environment="${this.environment}"; it is one of ${environments.join(', ')}.`,
        'setup.adapter': 'has no adapter: set its property `adapter`, provide one with providePersistence(), or use persistence="local".',
      };
      const problem = this.misconfiguration;
      if (problem) warnOnce(this.localName, advice[problem]);
    }
  }
  return WithAccount as unknown as Constructor<AccountElement> & T;
}
