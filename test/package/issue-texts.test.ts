import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import type { LocaleMessages, Messages } from '../../src/internal/messages.js';
import { addressMessages } from '../../src/internal/address.strings.js';
import { sharedMessages } from '../../src/internal/shared.strings.js';
import { hoursConversionMessages } from '../../src/elements/support-hours-picker/hours-conversion.strings.js';
import { supportHoursPickerMessages } from '../../src/elements/support-hours-picker/support-hours-picker.strings.js';
import { inviteMessages } from '../../src/elements/users-tab/invite/invite.strings.js';
import { usersTabMessages } from '../../src/elements/users-tab/users-tab.strings.js';
import es from '../../src/locales/es.js';

const sources = readdirSync('src/domain', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(`src/domain/${name}`, 'utf8'));
const english: Messages = { ...sharedMessages, ...addressMessages, ...supportHoursPickerMessages, ...hoursConversionMessages, ...usersTabMessages, ...inviteMessages };
const spanish: Messages = Object.assign({}, ...Object.values(es satisfies LocaleMessages)) as Messages;

/** Codes that come with what was accepted, and are for callers: nothing shows them. */
const warnings = ['hours.entry-overnight'];

/** `code: 'x'`, those of hours however they are made, and the codes of an address, which are made in one place from their last part. */
function codes(): string[] {
  const literal = sources.flatMap((source) => [...source.matchAll(/code: '([\w.-]+)'|'(hours\.[\w-]+)'/g)].map(([, code, made]) => code ?? made));
  const address = readFileSync('src/domain/email-address.ts', 'utf8');
  const made = [...address.matchAll(/'(email\.[\w-]+)'/g)].map(([, code]) => code);
  return [...new Set([...literal, ...made])].filter((code) => !warnings.includes(code));
}

describe('every code of an issue that the domain makes', () => {
  it('is found', () => {
    expect(codes()).to.include.members(['required', 'too-few', 'too-many', 'duplicate', 'malformed', 'user-not-active', 'contact.phone', 'email.missing-at', 'email.mailto-query', 'hours.overlap', 'hours.entry-time']);
    expect(codes().length).to.be.greaterThan(45);
  });

  for (const [language, messages] of [['English', english], ['Spanish', spanish]] as const) {
    for (const code of codes()) {
      it(`has a text in ${language}: ${code}`, () => {
        expect(messages).to.have.property(`issue.${code}`).that.is.not.equal('');
      });
    }
  }
});
