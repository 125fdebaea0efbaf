import type { StoreChange } from '../../ports/persistence-adapter.js';
import { active, elsewhere, invited, list, load, remove, resend, save, update, type Where } from '../actions.js';
import type { CaseTable } from '../conformance-case.js';
import { expectEqual, expectTrue, UnmetExpectation } from '../expectations.js';
import { named } from '../samples.js';

/** How long an announcement may take: networks and servers are slow, and a passing adapter never waits for it. */
const patience = 5_000;

class Listening {
  readonly heard: StoreChange['kind'][] = [];
  readonly #stop = new AbortController();
  #wake: (() => void) | undefined;

  constructor({ adapter, accountId }: Where, readonly handle?: () => void) {
    expectTrue(adapter.watch, 'an adapter that claims `watch` to have it');
    adapter.watch({ accountId, signal: this.#stop.signal }, ({ kind }) => {
      this.heard.push(kind);
      this.handle?.();
      this.#wake?.();
    });
  }

  stop(): void {
    this.#stop.abort();
  }

  async hears(kind: StoreChange['kind']): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new UnmetExpectation(`Expected to be told of a change of "${kind}", and heard ${JSON.stringify(this.heard)}.`)), patience);
    });
    while (!this.heard.includes(kind)) await Promise.race([late, new Promise<void>((resolve) => (this.#wake = resolve))]);
    clearTimeout(timer);
  }
}

/** Every change is announced, wherever it was made, until nobody listens any more. */
export const watchCases: CaseTable = {
  async 'a save is announced to whoever listens beside it'(scene) {
    const listening = new Listening(scene);
    await save(scene, named('first'), null);
    await listening.hears('contact-info');
    listening.stop();
  },

  async 'a save is announced in another tab'(scene) {
    const listening = new Listening(await elsewhere(scene));
    await save(scene, named('first'), null);
    await listening.hears('contact-info');
    listening.stop();
  },

  async 'who is told reads what was saved'(scene) {
    const other = await elsewhere(scene);
    let reading: Promise<unknown> | undefined;
    const listening = new Listening(other, () => (reading ??= load(other)));
    const saved = await save(scene, named('first'), null);
    await listening.hears('contact-info');
    expectEqual(await reading, saved, 'what was read when told');
    listening.stop();
  },

  async 'nobody is told of another account’s changes'(scene) {
    const mine = new Listening(scene);
    const other = new Listening({ ...scene, accountId: 'other' });
    await save({ ...scene, accountId: 'other' }, named('first'), null);
    await other.hears('contact-info');
    await save(scene, named('first'), null);
    await mine.hears('contact-info');
    expectEqual(other.heard, ['contact-info'], 'what the other account was told');
    expectEqual(mine.heard, ['contact-info'], 'what this account was told');
    mine.stop();
    other.stop();
  },

  async 'who stopped listening is told nothing more'(scene) {
    const stopped = new Listening(scene);
    stopped.stop();
    const listening = new Listening(scene);
    await save(scene, named('first'), null);
    await listening.hears('contact-info');
    expectEqual(stopped.heard, [], 'what was heard after stopping');
    listening.stop();
  },

  async 'who had stopped before it began is told nothing'(scene) {
    let heard = 0;
    scene.adapter.watch!({ accountId: scene.accountId, signal: AbortSignal.abort() }, () => (heard += 1));
    const listening = new Listening(scene);
    await save(scene, named('first'), null);
    await listening.hears('contact-info');
    expectEqual(heard, 0, 'the number of announcements');
    listening.stop();
  },

  async 'a save that was refused is not announced'(scene) {
    const listening = new Listening(scene);
    await save(scene, named('refused'), 'made-up').catch(() => undefined);
    await save(scene, named('first'), null);
    await listening.hears('contact-info');
    expectEqual(listening.heard, ['contact-info'], 'what was heard');
    listening.stop();
  },
};

/** Announcements about users; asked for where both capabilities are claimed. */
export const userWatchCases: CaseTable = {
  async 'an invitation, a change and a removal are announced'(scene) {
    const other = await elsewhere(scene);
    for (const change of [
      () => invited(scene, { email: 'ana@example.com' }),
      async () => update(scene, await invited(scene, { email: 'bo@example.com' }), { name: 'Bo' }),
      async () => remove(scene, await invited(scene, { email: 'cy@example.com' })),
    ]) {
      const listening = new Listening(other);
      await change();
      await listening.hears('users');
      listening.stop();
    }
  },

  async 'a replacement is announced as a change of both'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const leaving = await active(scene, 'ana@example.com');
    const staying = await active(scene, 'bo@example.com');
    await save(scene, { alertContacts: [leaving.id] }, null);
    const listening = new Listening(await elsewhere(scene));
    await remove(scene, leaving, staying.id);
    await listening.hears('users');
    await listening.hears('contact-info');
    listening.stop();
  },

  async 'a deactivation, a reactivation and a resent invitation are announced'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const other = await elsewhere(scene);
    let ana = await active(scene, 'ana@example.com');
    const bo = await invited(scene, { email: 'bo@example.com' });
    for (const change of [
      async () => (ana = await update(scene, ana, { status: 'deactivated' })),
      async () => (ana = await update(scene, ana, { status: 'active' })),
      () => resend(scene, bo.id),
    ]) {
      const listening = new Listening(other);
      await change();
      await listening.hears('users');
      listening.stop();
    }
  },

  async 'who is told of a change of users reads it'(scene) {
    const other = await elsewhere(scene);
    let reading: ReturnType<typeof list> | undefined;
    const listening = new Listening(other, () => (reading ??= list(other)));
    const ana = await invited(scene, { email: 'ana@example.com' });
    await listening.hears('users');
    expectEqual((await reading)?.users, [ana], 'the users that were read when told');
    listening.stop();
  },

  async 'a change of a user that was refused is not announced'(scene) {
    const other = await elsewhere(scene);
    const before = new Listening(other);
    const ana = await invited(scene, { email: 'ana@example.com' });
    // News may take its time: nobody may hear later of what was not refused.
    await before.hears('users');
    before.stop();
    // Who listens before they have read anything may be told that there is something.
    await list(other);
    const listening = new Listening(other);
    await update(scene, { ...ana, revision: `${ana.revision}x` }, { name: 'refused' }).catch(() => undefined);
    await remove(scene, { ...ana, revision: `${ana.revision}x` }).catch(() => undefined);
    await save(scene, named('x'), null);
    await listening.hears('contact-info');
    expectEqual(listening.heard, ['contact-info'], 'what was heard');
    listening.stop();
  },

  async 'nobody is told of changes of another account’s users'(scene) {
    const mine = new Listening(scene);
    const other = new Listening({ ...scene, accountId: 'other' });
    await invited({ ...scene, accountId: 'other' }, { email: 'ana@example.com' });
    await other.hears('users');
    await save(scene, named('x'), null);
    await mine.hears('contact-info');
    expectEqual(mine.heard, ['contact-info'], 'what this account was told');
    mine.stop();
    other.stop();
  },
};
