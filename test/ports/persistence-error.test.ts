import { expect } from 'chai';
import { checkAccountId } from '../../src/ports/account-id.js';
import { isAbortError, isPersistenceError, PersistenceError } from '../../src/ports/persistence-error.js';

describe('PersistenceError', () => {
  it('carries what its code needs, and nothing that was not given', () => {
    const cause = new Error('cause');
    const full = new PersistenceError('conflict', 'Changed.', { cause, current: null, issues: [], retryAfter: 3, guard: 'self' });
    expect(full).to.include({ name: 'PersistenceError', code: 'conflict', message: 'Changed.', cause, current: null, retryAfter: 3, guard: 'self' });
    expect(Object.keys(new PersistenceError('quota', 'Full.'))).to.have.members(['name', 'code']);
    expect('cause' in new PersistenceError('quota', 'Full.')).to.equal(false);
  });

  it('is known by its brand, whichever copy of the library made it', () => {
    expect(isPersistenceError(new PersistenceError('quota', 'Full.'))).to.equal(true);
    const foreign = Object.assign(new Error('Full.'), { code: 'quota', [Symbol.for('portero.persistence-error')]: true });
    expect(isPersistenceError(foreign)).to.equal(true);
    for (const other of [new Error('x'), { code: 'quota' }, null, undefined, 'quota']) expect(isPersistenceError(other)).to.equal(false);
  });

  it('is an error', () => expect(new PersistenceError('quota', 'Full.')).to.be.instanceOf(Error));
});

describe('isAbortError', () => {
  it('knows an abort by its name', () => {
    expect(isAbortError(new DOMException('Aborted.', 'AbortError'))).to.equal(true);
    for (const other of [new Error('AbortError'), new DOMException('x', 'TimeoutError'), null, undefined, 'AbortError']) expect(isAbortError(other)).to.equal(false);
  });
});

describe('checkAccountId', () => {
  for (const id of ['acme', 'a/b', ' ', '...', '😀', '\u0000', 'null', '0']) it(`takes ${JSON.stringify(id)}`, () => expect(checkAccountId(id)).to.equal(null));
  for (const [id, code] of [['', 'empty'], [undefined, 'empty'], [7, 'empty'], ['.', 'dots'], ['..', 'dots'], ['a\ud800', 'lone-surrogate'], ['\udc00a', 'lone-surrogate']] as const) {
    it(`refuses ${JSON.stringify(id)}`, () => expect(checkAccountId(id)).to.deep.equal({ path: ['accountId'], code: `account-id.${code}` }));
  }
});
