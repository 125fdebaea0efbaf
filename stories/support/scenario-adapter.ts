import { MemoryAdapter, MemoryStore } from '../../src/adapters/memory.js';
import type { ContactInfo } from '../../src/domain/contact-info.js';
import type { User, Viewer } from '../../src/domain/user.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import { PersistenceError, type PersistenceErrorCode } from '../../src/ports/persistence-error.js';
import { generateUsers } from './generate-users.js';
import { contestedLater, withPast } from './past-and-present.js';

/*
 * Accounts in every condition that an element has to show. Each is a real memory adapter, and where something goes wrong,
 * one whose answers are late, refused or missing.
 */

export const accountId = 'mesa';

export const laura: User = {
  id: 'laura', name: 'Laura Méndez', email: 'laura.mendez@mesa.example', role: 'administrator', status: 'active', mailingLists: ['product-news'],
  lastActiveAt: '2026-11-23T16:40:00.000Z', revision: '1',
};
const diego: User = { ...laura, id: 'diego', name: 'Diego Ruiz', email: 'diego.ruiz@mesa.example', role: 'editor', mailingLists: [], lastActiveAt: '2026-11-02T08:00:00.000Z' };
const invited: User = {
  id: 'ana', name: 'Ana Gómez', email: 'ana.gomez@mesa.example', role: 'editor', status: 'invited', mailingLists: [],
  invitedAt: '2026-11-23T10:00:00.000Z', expiresAt: new Date(Date.now() + 13 * 86_400_000).toISOString(), revision: '1',
};
const gone: User = { ...diego, id: 'noor', name: 'Noor Haddad', email: 'noor@mesa.example', role: 'read-only', status: 'deactivated' };
export const fewUsers: readonly User[] = [laura, diego, invited, gone];

export const viewers = {
  administrator: { id: laura.id, role: 'administrator' },
  editor: { id: diego.id, role: 'editor' },
  reader: { id: 'reader', role: 'read-only' },
} satisfies Record<string, Viewer>;

const office = [{ open: '09:00', close: '17:00' }];
export const partialContactInfo: ContactInfo = {
  technicalEmergencyContacts: [{ email: 'on-call@mesa.example', name: 'On call' }, { email: 'laura.mendez@mesa.example' }],
  operationalContactPublic: [{ email: 'support@mesa.example' }],
};
export const completeContactInfo: ContactInfo = {
  ...partialContactInfo,
  alertContacts: ['laura'],
  technicalNonEmergencyContacts: [{ email: 'engineering@mesa.example' }],
  merchantIssuesContacts: [{ email: 'merchants@mesa.example' }],
  operationalContactInternal: [{ email: 'operations@mesa.example' }],
  operationalSupport: {
    version: 1,
    schedules: [{ id: 'main', label: '', timeZone: 'Europe/Madrid', exceptions: [], weekly: { mo: office, tu: office, we: office, th: office, fr: office, sa: [], su: [] } }],
  },
};

/** Valid, and in need of advice. */
const advisedContactInfo: ContactInfo = {
  ...completeContactInfo,
  technicalEmergencyContacts: [{ email: 'laura@gmial.com', name: 'Laura Méndez' }, { email: 'on-call@mesa.example' }],
  technicalNonEmergencyContacts: [{ email: 'noreply@mesa.example' }],
  operationalContactInternal: [{ email: 'support@mesa.example' }],
};
/** Confirmed long ago, but for one. */
export const dueContactInfo: ContactInfo = {
  ...completeContactInfo,
  technicalEmergencyContacts: [{ email: 'on-call@mesa.example', name: 'On call', phone: '+34600000000', confirmedOn: '2025-02-03' }, { email: 'guard@mesa.example', confirmedOn: '2025-01-15' }],
  operationalContactInternal: [{ email: 'operations@mesa.example', confirmedOn: '2025-01-15' }],
  merchantIssuesContacts: [{ email: 'merchants@mesa.example', confirmedOn: new Date().toISOString().slice(0, 10) }],
};
/** Of a host that keeps track of verifications. */
export const verifiedContactInfo: ContactInfo = {
  ...completeContactInfo,
  technicalEmergencyContacts: [
    { email: 'on-call@mesa.example', name: 'On call', verification: 'verified' }, { email: 'guard@mesa.example', verification: 'sent' },
    { email: 'night-shift@mesa.example', verification: 'unverified' }, { email: 'former@mesa.example', verification: 'bounced' },
  ],
};
const describedContactInfo: ContactInfo = {
  ...partialContactInfo,
  technicalEmergencyContacts: [
    { email: 'on-call@mesa.example', name: 'On call', phone: '+34600000000', language: 'es', notes: 'By telephone first, at any hour.' },
    { email: 'laura.mendez@mesa.example', language: 'en' },
    { email: 'integration-and-platform-operations@operations.barcelona.mesa.example', name: 'Operations in Barcelona', notes: 'Monday to Friday' },
  ],
};

function seeded(contactInfo: ContactInfo | undefined, users: readonly User[] = fewUsers): MemoryStore {
  return new MemoryStore({ [accountId]: { ...(contactInfo && { contactInfo }), users: [...users] } });
}

/** The same adapter, every answer of which waits for something first. */
function delayed(adapter: PersistenceAdapter, wait: () => Promise<unknown>): PersistenceAdapter {
  const { users } = adapter;
  return {
    durable: false,
    loadContactInfo: (request) => wait().then(() => adapter.loadContactInfo(request)),
    saveContactInfo: (request) => wait().then(() => adapter.saveContactInfo(request)),
    watch: adapter.watch?.bind(adapter),
    ...(users && {
      users: {
        listUsers: (request) => wait().then(() => users.listUsers(request)),
        getUsers: (request) => wait().then(() => users.getUsers(request)),
        inviteUsers: (request) => wait().then(() => users.inviteUsers(request)),
        updateUser: (request) => wait().then(() => users.updateUser(request)),
        removeUser: (request) => wait().then(() => users.removeUser(request)),
        resendInvitation: (request) => wait().then(() => users.resendInvitation(request)),
      },
    }),
  };
}

const refuse = (code: PersistenceErrorCode) => () => Promise.reject(new PersistenceError(code, `The scenario refuses with ${code}.`));

/** Loads as usual; saving is refused. */
function refusingSaves(contactInfo: ContactInfo, code: PersistenceErrorCode): PersistenceAdapter {
  return Object.assign(new MemoryAdapter({ store: seeded(contactInfo) }), { saveContactInfo: refuse(code) });
}

/** A colleague saves other emergency contacts just before the first save of whoever uses this. */
function contested(viewer: Viewer | null): PersistenceAdapter {
  const store = seeded(partialContactInfo);
  const mine = new MemoryAdapter({ store, viewer });
  const colleague = new MemoryAdapter({ store, viewer: viewers.editor });
  const save = mine.saveContactInfo.bind(mine);
  let isFirst = true;
  mine.saveContactInfo = async (request) => {
    if (isFirst) {
      isFirst = false;
      const contactInfo = { ...partialContactInfo, technicalEmergencyContacts: [{ email: 'night-shift@mesa.example' }] };
      await colleague.saveContactInfo({ ...request, contactInfo });
    }
    return save(request);
  };
  return mine;
}

const scenarios = {
  empty: (viewer) => new MemoryAdapter({ store: seeded(undefined), viewer }),
  partial: (viewer) => new MemoryAdapter({ store: seeded(partialContactInfo), viewer }),
  complete: (viewer) => new MemoryAdapter({ store: seeded(completeContactInfo), viewer }),
  advised: (viewer) => new MemoryAdapter({ store: seeded(advisedContactInfo), viewer }),
  'review-due': (viewer) => new MemoryAdapter({ store: seeded(dueContactInfo), viewer }),
  verified: (viewer) => new MemoryAdapter({ store: seeded(verifiedContactInfo), viewer }),
  'with-details': (viewer) => new MemoryAdapter({ store: seeded(describedContactInfo), viewer }),
  slow: (viewer) => delayed(new MemoryAdapter({ store: seeded(partialContactInfo), viewer }), () => new Promise((resolve) => setTimeout(resolve, 1_500))),
  never: () => delayed(new MemoryAdapter(), () => new Promise(() => undefined)),
  offline: () => delayed(new MemoryAdapter(), refuse('unavailable')),
  'signed-out': () => delayed(new MemoryAdapter(), refuse('unauthenticated')),
  corrupt: () => new MemoryAdapter({ store: seeded({ ...partialContactInfo, technicalEmergencyContacts: [{ email: 7 }] }) }),
  conflict: (viewer) => contested(viewer),
  'conflict-several': (viewer) => contestedLater(seeded(completeContactInfo), viewer, viewers.editor),
  history: (viewer) => withPast(seeded(partialContactInfo), viewer, [viewers.administrator, viewers.editor]),
  'history-fails': (viewer) => Object.assign(new MemoryAdapter({ store: seeded(completeContactInfo), viewer }), { loadHistory: refuse('unavailable') }),
  'save-fails': () => refusingSaves(completeContactInfo, 'unavailable'),
  full: () => refusingSaves(completeContactInfo, 'quota'),
  'no-directory': () => {
    const { loadContactInfo, saveContactInfo } = MemoryAdapter.prototype;
    const adapter = new MemoryAdapter({ store: seeded(partialContactInfo) });
    return { durable: false, loadContactInfo: loadContactInfo.bind(adapter), saveContactInfo: saveContactInfo.bind(adapter) };
  },
  'no-users': (viewer) => new MemoryAdapter({ store: seeded(undefined, []), viewer }),
  'some-users': (viewer) => new MemoryAdapter({ store: seeded(undefined, [laura, ...generateUsers(120, { now: new Date() })]), viewer }),
  'many-users': (viewer) => new MemoryAdapter({ store: seeded(undefined, [laura, ...generateUsers(100_000, { now: new Date() })]), viewer }),
} satisfies Record<string, (viewer: Viewer | null) => PersistenceAdapter>;

export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as ScenarioName[];

/** A new account in that condition, used on behalf of the viewer. */
export function scenarioAdapter(name: ScenarioName, viewer: Viewer | null = viewers.administrator): PersistenceAdapter {
  return scenarios[name](viewer);
}
