import { MemoryAdapter, type MemoryStore } from '../../src/adapters/memory.js';
import type { ContactInfo } from '../../src/domain/contact-info.js';
import type { Viewer } from '../../src/domain/user.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';

const accountId = 'mesa';
const request = () => ({ accountId, signal: new AbortController().signal });

function hours(close: string, saturday: boolean) {
  const day = [{ open: '09:00', close }];
  return {
    version: 1,
    schedules: [{
      id: 'main', label: '', timeZone: 'Europe/Madrid', exceptions: saturday ? [] : [{ from: '2026-12-24', to: '2026-12-26', intervals: [], label: 'Navidad' }],
      weekly: { mo: day, tu: day, we: day, th: day, fr: day, sa: saturday ? [{ open: '10:00', close: '14:00' }] : [], su: [] },
    }],
  };
}

/** What the person has changed, where `contestedLater` changes the same. */
export const mine: ContactInfo = {
  alertContacts: ['laura', 'diego'],
  technicalEmergencyContacts: [{ email: 'on-call@mesa.example', name: 'On call' }, { email: 'laura.mendez@mesa.example', phone: '+34600000000' }],
  operationalSupport: hours('18:30', true),
};
const theirs: ContactInfo = {
  alertContacts: ['diego'],
  technicalEmergencyContacts: [{ email: 'on-call@mesa.example', name: 'On call' }, { email: 'night-shift@mesa.example', name: 'Night shift' }],
  operationalSupport: hours('17:00', false),
};

/** Somebody saves other values as soon as the record was read once. */
export function contestedLater(store: MemoryStore, viewer: Viewer | null, other: Viewer): PersistenceAdapter {
  const adapter = new MemoryAdapter({ store, viewer });
  const colleague = new MemoryAdapter({ store, viewer: other });
  const load = adapter.loadContactInfo.bind(adapter);
  let isFirst = true;
  adapter.loadContactInfo = async (asked) => {
    const record = await load(asked);
    if (isFirst && record) void colleague.saveContactInfo({ ...request(), contactInfo: { ...record.contactInfo, ...theirs }, baseRevision: record.revision });
    isFirst = false;
    return record;
  };
  return adapter;
}

/** An account that was saved some thirty times, by these in turn, the last time a few minutes ago. */
export function withPast(store: MemoryStore, viewer: Viewer | null, authors: readonly Viewer[]): PersistenceAdapter {
  const steps: ContactInfo[] = [
    ...Array.from({ length: 27 }, (_, index) => ({ technicalNonEmergencyContacts: [{ email: `team-${index + 1}@mesa.example` }] })),
    { alertContacts: ['laura'], operationalSupport: hours('17:00', false) },
    { technicalEmergencyContacts: theirs.technicalEmergencyContacts },
    mine,
  ];
  let contactInfo: ContactInfo = { operationalContactPublic: [{ email: 'support@mesa.example' }] };
  steps.forEach((step, index) => {
    const age = (steps.length - index) ** 2 * 3_600_000 - 3_400_000;
    const author = new MemoryAdapter({ store, viewer: authors[index % authors.length], clock: () => new Date(Date.now() - age), createId: () => `past-${index}` });
    contactInfo = { ...contactInfo, ...step };
    // They are queued in this order, before anything that is asked later.
    void author.saveContactInfo({ ...request(), contactInfo, baseRevision: index === 0 ? 'seed' : `past-${index - 1}` });
  });
  return new MemoryAdapter({ store, viewer });
}
