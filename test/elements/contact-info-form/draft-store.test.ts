import { expect } from 'chai';
import type { RequirementSet } from '../../../src/domain/requirements.js';
import { clearDrafts, readDraft, removeDraft, storedText, sweepDrafts, writeDraft, type Draft, type DraftPlace } from '../../../src/elements/contact-info-form/draft-store.js';
import '../../support/no-drafts.js';

const requirements: RequirementSet = {
  version: '1',
  fields: [
    { key: 'a', kind: 'contacts', audience: 'internal', requirement: 'required' },
    { key: 'constructor', kind: 'users', audience: 'internal', requirement: 'optional' },
    { key: 'hours', kind: 'hours', audience: 'public', requirement: 'optional' },
  ],
};
const place: DraftPlace = { mode: 'session', accountId: 'mesa', viewerId: 'laura', requirementsVersion: '1' };
const at = new Date('2026-11-25T12:00:00Z');
const days = (count: number) => new Date(at.getTime() + count * 86_400_000);
const draft: Draft = { revision: '7', changes: [{ key: 'a', base: [], value: [{ email: 'a@example.com' }] }], texts: [{ key: 'a', box: 'half', refused: false, rejected: [] }] };
const write = (content: unknown, where = place, when = at) => writeDraft(where, JSON.stringify(content), when);
const read = (where = place, when = at) => readDraft(where, requirements, when)?.draft;

/** Replaces what is stored, as somebody else may. */
function tamper(change: (text: string) => string): void {
  write(draft);
  const [[key, text]] = Object.entries({ ...sessionStorage });
  sessionStorage.setItem(key, change(text as string));
}

describe('draft store', () => {
  for (const mode of ['session', 'local'] as const) {
    it(`gives back what was written, and when (${mode})`, () => {
      const text = write(draft, { ...place, mode });
      expect(readDraft({ ...place, mode }, requirements, days(1))).to.deep.equal({ draft, savedAt: at, text });
      expect((mode === 'local' ? localStorage : sessionStorage).length).to.equal(1);
      expect((mode === 'local' ? sessionStorage : localStorage).length).to.equal(0);
    });
  }

  it('keeps nothing where it is off', () => {
    expect(write(draft, { ...place, mode: 'off' })).to.equal(undefined);
    expect([sessionStorage.length, localStorage.length, read({ ...place, mode: 'off' })]).to.deep.equal([0, 0, undefined]);
  });

  it('is apart for each account, viewer and version, whatever their characters', () => {
    write(draft);
    for (const other of [{ accountId: 'mesa2' }, { viewerId: '' }, { viewerId: 'laura"' }, { requirementsVersion: '2' }, { accountId: 'mesa","laura', viewerId: '' }]) {
      expect(read({ ...place, ...other }), JSON.stringify(other)).to.equal(undefined);
    }
    expect(read()).to.deep.equal(draft);
  });

  it('is too old after seven days, and from no clock that is days ahead', () => {
    write(draft);
    expect(read(place, days(6.99))).to.deep.equal(draft);
    expect(read(place, days(-0.5))).to.deep.equal(draft);
    expect(read(place, days(7))).to.equal(undefined);
    expect(storedText(place)).to.equal(undefined);
    write(draft);
    expect(read(place, days(-2))).to.equal(undefined);
  });

  it('sweeps out what is too old, of whomever, unread, and nothing that is not its own', () => {
    sessionStorage.setItem('host', 'x');
    localStorage.setItem('portero.complete:["mesa"]', '1');
    write(draft, place, days(-8));
    write(draft, { ...place, accountId: 'other', mode: 'local' }, days(-7));
    write(draft, { ...place, accountId: 'young', mode: 'local' }, days(-6));
    sessionStorage.setItem('portero.draft:junk', 'no draft');
    const parse = JSON.parse;
    try {
      JSON.parse = () => { throw new Error('It was read.'); };
      sweepDrafts(at);
    } finally {
      JSON.parse = parse;
    }
    expect(Object.keys({ ...sessionStorage })).to.deep.equal(['host']);
    expect(localStorage.length).to.equal(2);
    expect(read({ ...place, accountId: 'young', mode: 'local' })).to.deep.equal(draft);
  });

  it('clears one person’s drafts about one account, of every version and in both storages', () => {
    const kept = [{ ...place, viewerId: 'diego' }, { ...place, accountId: 'other' }, { ...place, viewerId: 'laura","1' }];
    for (const where of [place, { ...place, requirementsVersion: '2' }, { ...place, mode: 'local' as const }, ...kept]) write(draft, where);
    clearDrafts(place);
    expect([sessionStorage.length, localStorage.length]).to.deep.equal([3, 0]);
    for (const where of kept) expect(read(where)).to.deep.equal(draft);
  });

  it('deletes a draft only while it is the one that was meant', () => {
    const first = write(draft);
    const second = write({ ...draft, revision: '8' });
    removeDraft(place, first);
    expect(storedText(place)).to.equal(second);
    removeDraft(place, second);
    expect(storedText(place)).to.equal(undefined);
  });

  for (const [what, change] of [
    ['torn', (text) => text.slice(0, -5)],
    ['without a time', (text) => text.slice(text.indexOf(' ') + 1)],
    ['of no time', (text) => text.replace(/^\d+/, '99999999999999999999')],
    ['no draft', () => `${at.getTime()} {"theme":"dark"}`],
    ['no object', () => `${at.getTime()} 7`],
    ['of other types', (text) => text.replace('"half"', '7')],
    ['empty', () => ''],
    ['too long', (text) => text.replace('half', 'x'.repeat(2_000_000))],
    ['too deep', (text) => text.replace('"value":[', `"value":[${'['.repeat(40)}${']'.repeat(40)},`)],
    ['bottomless', (text) => text.replace('"value":[', `"value":[${'['.repeat(400_000)}${']'.repeat(400_000)},`)],
  ] as [string, (text: string) => string][]) {
    it(`drops what is ${what}, quietly`, () => {
      tamper(change);
      expect(read()).to.equal(undefined);
      expect(sessionStorage.length).to.equal(0);
    });
  }

  it('takes brackets in a text for no depth', () => {
    const box = `${'['.repeat(100)}"\\${'{'.repeat(100)}\\`;
    const content = { ...draft, texts: [{ ...draft.texts[0], box }] };
    write(content);
    expect(read()).to.deep.equal(content);
  });

  it('takes only what fits a field that is asked for', () => {
    write({
      revision: null,
      changes: [
        { key: 'a', value: 'no list' }, { key: 'a', value: [{ email: 7 }] }, { key: 'a', base: 7, value: [] }, { key: 'unknown', value: [] },
        { key: 'hours', value: { version: 2 } }, { key: 'toString', value: [] }, { key: '__proto__', value: [] }, { key: 'constructor', value: ['laura'] }, { key: 'hours', base: null },
      ],
      texts: [{ ...draft.texts[0], key: 'hours' }, { ...draft.texts[0], key: 'unknown' }],
    });
    expect(read()).to.deep.equal({ revision: null, changes: [{ key: 'constructor', value: ['laura'] }, { key: 'hours', base: null }], texts: [] });
  });

  it('lets nobody reach a prototype', () => {
    tamper((text) => text
      .replace('{"revision"', '{"__proto__":{"polluted":1},"revision"')
      .replace('{"email"', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"email"'));
    const found = read()!;
    const [contact] = found.changes[0].value as object[];
    for (const object of [{}, found, contact]) expect((object as { polluted?: number }).polluted).to.equal(undefined);
    expect(Object.getPrototypeOf(contact)).to.equal(Object.prototype);
  });

  it('has no draft where there is no room, not even an older one', () => {
    const local: DraftPlace = { ...place, mode: 'local' };
    write(draft, local);
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
      try {
        localStorage.setItem(`filler${size}`, 'x'.repeat(size));
      } catch {
        // As full as that: less may still fit.
      }
    }
    const large = { ...draft, texts: [{ ...draft.texts[0], box: 'x'.repeat(200_000) }] };
    expect(write(large, local)).to.equal(undefined);
    expect(storedText(local)).to.equal(undefined);
  });

  it('has no draft that is too long to be read again', () => {
    expect(write({ ...draft, texts: [{ ...draft.texts[0], box: 'x'.repeat(2_000_000) }] })).to.equal(undefined);
    expect(sessionStorage.length).to.equal(0);
  });

  it('has none, and throws nothing, where the browser forbids it', () => {
    const forbid = () => { throw new DOMException('Forbidden.', 'SecurityError'); };
    const descriptor = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
    Object.defineProperty(window, 'sessionStorage', { configurable: true, get: forbid });
    // WebKit may go on with the storage that it found before.
    const methods = Object.getOwnPropertyDescriptors(Storage.prototype);
    for (const name of ['getItem', 'setItem', 'removeItem', 'key'] as const) Storage.prototype[name] = forbid;
    try {
      expect(write(draft)).to.equal(undefined);
      expect([read(), storedText(place)]).to.deep.equal([undefined, undefined]);
      sweepDrafts(at);
      clearDrafts(place);
      removeDraft(place);
    } finally {
      Object.defineProperty(window, 'sessionStorage', descriptor);
      Object.defineProperties(Storage.prototype, methods);
    }
  });
});
