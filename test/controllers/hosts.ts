import { LitElement } from 'lit';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';
import type { RequirementSet } from '../../src/domain/requirements.js';
import { defaultRoles, type Role, type Viewer } from '../../src/domain/user.js';
import { PersistenceController } from '../../src/controllers/persistence-controller.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';

/** The least an element needs to have an adapter. */
export class PersistentElement extends LitElement {
  static override properties = { adapter: { attribute: false }, persistence: {}, viewer: { attribute: false } };
  declare adapter: PersistenceAdapter | undefined;
  declare persistence: string;
  declare viewer: Viewer | null;
  roles: readonly Role[] = defaultRoles;
  requirements: RequirementSet = partnerPortalRequirements;
  readonly store = new PersistenceController(this);
  updates = 0;

  constructor() {
    super();
    this.persistence = '';
    this.viewer = null;
  }

  protected override updated(): void {
    this.updates += 1;
  }
}
customElements.define('test-persistent', PersistentElement);

/** A Lit element that hosts others in its light DOM. */
export class HostElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
customElements.define('test-host', HostElement);

export function empty(): PersistenceAdapter {
  return { loadContactInfo: () => Promise.resolve(null), saveContactInfo: () => Promise.reject(new Error('not used')) };
}
