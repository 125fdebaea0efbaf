import { expect } from 'chai';
import { readInvitationList, writeInvitation } from '../../../src/elements/users-tab/invite/invitation-list.js';
import { absoluteTime, relativeTime } from '../../../src/internal/relative-time.js';

describe('users-tab: a list of people to invite', () => {
  it('has nobody twice, and keeps the name wherever it was', () => {
    const { entries, folded } = readInvitationList('a@x.example; Ann <A@X.example>, a@x.example, b@x.example');
    expect(entries).to.deep.equal([{ email: 'a@x.example', name: 'Ann' }, { email: 'b@x.example' }]);
    expect(folded).to.equal(2);
  });

  it('is read again as it was written', () => {
    const contacts = [
      { email: 'a@x.example' }, { email: 'b@x.example', name: 'Ann Lee' }, { email: 'c@x.example', name: 'Lee, Ann (Sales) "Annie" \\ Co' },
      { email: 'd@x.example', name: "Seán O’Neill-Gómez Jr." }, { email: 'e@x.example', name: '李 小龍' },
    ];
    expect(readInvitationList(contacts.map(writeInvitation).join('\n'))).to.deep.equal({ entries: contacts, folded: 0, rejected: [] });
  });
});

describe('users-tab: times', () => {
  it('make one formatter of each kind for a language, however many cells there are', () => {
    const { RelativeTimeFormat, DateTimeFormat } = Intl;
    let made = 0;
    const counting = <T extends new (...args: never[]) => object>(kind: T) => new Proxy(kind, { construct: (target, args, by) => ((made += 1), Reflect.construct(target, args, by) as object) });
    Object.assign(Intl, { RelativeTimeFormat: counting(RelativeTimeFormat), DateTimeFormat: counting(DateTimeFormat) });
    try {
      const now = new Date('2026-11-25T12:00:00Z');
      for (let hour = 0; hour < 20; hour += 1) {
        const instant = new Date(now.getTime() - hour * 3_600_000).toISOString();
        relativeTime(instant, now, 'de');
        absoluteTime(instant, 'de');
      }
      expect(relativeTime('2026-11-22T12:00:00Z', now, 'de')).to.equal('vor 3 Tagen');
      expect(relativeTime('2026-11-22T12:00:00Z', now, 'en')).to.equal('3 days ago');
    } finally {
      Object.assign(Intl, { RelativeTimeFormat, DateTimeFormat });
    }
    expect(made).to.be.at.most(4);
  });
});
