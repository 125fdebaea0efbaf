import type { ContactInfo } from '../domain/contact-info.js';

/** Values of the reference portal's fields that break no rule. */
export const sampleContacts = [{ email: 'oncall@example.com', name: 'On call' }, { email: 'second@example.com' }];

export const sampleHours = {
  version: 1,
  schedules: [{
    id: 'main', label: 'Main', timeZone: 'Europe/Madrid',
    weekly: { mo: [{ open: '09:00', close: '17:00' }], tu: [{ open: '22:00', close: '06:00' }], we: [], th: [], fr: [], sa: [], su: [{ open: '00:00', close: '24:00' }] },
    exceptions: [{ from: '2026-12-24', to: '2026-12-26', intervals: [], label: 'Navidad' }],
  }],
};

export const sampleContactInfo: ContactInfo = {
  technicalEmergencyContacts: sampleContacts,
  technicalNonEmergencyContacts: [{ email: 'tech@example.com' }],
  operationalContactInternal: [{ email: 'ops@example.com', phone: '+34911234567', language: 'es', notes: 'Only in the morning' }],
  operationalContactPublic: [{ email: 'help@example.com' }],
  operationalSupport: sampleHours,
};

/** A small valid record that says which one it is. */
export function named(name: string): ContactInfo {
  return { technicalEmergencyContacts: [{ email: 'oncall@example.com', name }] };
}
