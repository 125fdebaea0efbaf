import { expect } from 'chai';
import { emitFact, emitRequest, type WaitUntil } from '../../src/internal/emit.js';

describe('emitFact', () => {
  it('bubbles, leaves shadow trees, and cannot be cancelled', () => {
    const target = new EventTarget();
    let heard: CustomEvent | undefined;
    target.addEventListener('fact', (event) => (heard = event as CustomEvent));
    emitFact(target, 'fact', { id: 1 });
    expect([heard?.bubbles, heard?.composed, heard?.cancelable, heard?.detail]).to.deep.equal([true, true, false, { id: 1 }]);
  });
});

describe('emitRequest', () => {
  const ask = (listener: (event: CustomEvent<WaitUntil>) => void) => {
    const target = new EventTarget();
    target.addEventListener('ask', (event) => listener(event as CustomEvent<WaitUntil>));
    return emitRequest(target, 'ask', { id: 1 });
  };

  it('is allowed where nobody minds', async () => expect(await ask(() => undefined)).to.equal(true));
  it('is refused where somebody cancels', async () => expect(await ask((event) => event.preventDefault())).to.equal(false));
  it('waits for everything, and is refused where something fails', async () => {
    expect(await ask(({ detail }) => { detail.waitUntil(Promise.resolve()); detail.waitUntil(Promise.resolve(7)); })).to.equal(true);
    expect(await ask(({ detail }) => { detail.waitUntil(Promise.resolve()); detail.waitUntil(Promise.reject(new Error('no'))); })).to.equal(false);
  });
  it('can be cancelled while it is held', async () => {
    expect(await ask((event) => event.detail.waitUntil(Promise.resolve().then(() => event.preventDefault())))).to.equal(false);
  });
  it('carries what it was given', async () => {
    let detail: unknown;
    await ask((event) => (detail = event.detail));
    expect(detail).to.deep.include({ id: 1 });
  });
});
