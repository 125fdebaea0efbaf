import { expect } from 'chai';
import { checkEmailAddress, addressKey } from '../../src/domain/email-address.js';
import { defaultRoles, userSchema } from '../../src/domain/user.js';
import { generateUsers } from '../../stories/support/generate-users.js';

describe('generated users', () => {
  const users = generateUsers(5_000);

  it('are the same ones every time, and fewer are the first of more', () => {
    expect(generateUsers(5_000)).to.deep.equal(users);
    expect(generateUsers(70)).to.deep.equal(users.slice(0, 70));
  });

  it('could be anybody: they parse, and no two have one address', () => {
    for (const user of users) expect(userSchema.safeParse(user).success && checkEmailAddress(user.email).ok, user.email).to.equal(true);
    expect(new Set(users.map(({ email }) => addressKey(email))).size).to.equal(users.length);
    const roles = defaultRoles.map(({ key }) => key);
    expect(users.every(({ role }) => roles.includes(role))).to.equal(true);
  });

  it('are written in nine scripts, and their addresses in more than one', () => {
    for (const script of ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Devanagari']) {
      expect(users.some(({ name }) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)), script).to.equal(true);
    }
    expect(users.some(({ email }) => /[^\p{ASCII}]/u.test(email)), 'an address in another script').to.equal(true);
  });

  it('are in every state that a list has to show, relative to a date', () => {
    const now = new Date('2030-05-01T12:00:00Z');
    const then = generateUsers(5_000, { now });
    const invited = then.filter(({ status }) => status === 'invited');
    expect(invited.some(({ expiresAt }) => new Date(expiresAt!) > now), 'pending').to.equal(true);
    expect(invited.some(({ expiresAt }) => new Date(expiresAt!) < now), 'expired').to.equal(true);
    expect(invited.some(({ name }) => name === ''), 'without a name').to.equal(true);
    expect(then.some(({ status }) => status === 'deactivated')).to.equal(true);
    expect(then.some(({ status, lastActiveAt }) => status === 'active' && lastActiveAt === undefined), 'never active').to.equal(true);
    expect(then.every(({ lastActiveAt, invitedAt }) => new Date(lastActiveAt ?? invitedAt ?? 0) <= now)).to.equal(true);
  });
});
