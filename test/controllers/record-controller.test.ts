import { expect } from 'chai';
import { LitElement } from 'lit';
import { MemoryAdapter, MemoryStore } from '../../src/adapters/memory.js';
import { RecordController, type Reading, type RecordSource } from '../../src/controllers/record-controller.js';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';
import type { User } from '../../src/domain/user.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import type { PersistenceError } from '../../src/ports/persistence-error.js';
import { eventually } from '../support/eventually.js';

class ReadingElement extends LitElement {
  source: RecordSource | undefined;
  readings: Reading[] = [];
  failures: unknown[] = [];
  readonly events = {
    handleRead: (reading: Reading): void => void this.readings.push(reading),
    handleFailure: (error: unknown): void => void this.failures.push(error),
    doesWithoutDirectory: false,
  };
  readonly record = new RecordController(this, () => this.source, this.events);
}
customElements.define('test-reading', ReadingElement);

const ana: User = { id: 'ana', name: 'Ana', email: 'ana@example.com', role: 'editor', status: 'active', mailingLists: [], revision: '1' };
const sourceOf = (store: PersistenceAdapter, accountId = 'acme'): RecordSource => ({ store, accountId, requirements: partnerPortalRequirements });

/** The same store without `watch`, and counting what it is asked. */
function counting(store: PersistenceAdapter): PersistenceAdapter & { loads: number } {
  const counter = {
    loads: 0,
    loadContactInfo: (request: Parameters<PersistenceAdapter['loadContactInfo']>[0]) => {
      counter.loads += 1;
      return store.loadContactInfo(request);
    },
    saveContactInfo: store.saveContactInfo.bind(store),
  };
  return counter;
}

describe('RecordController', () => {
  let element: ReadingElement;
  const readings = (count: number) => eventually(() => element.readings.length >= count && !element.record.isReading, `${count} readings`);

  async function follow(source: RecordSource | undefined): Promise<void> {
    element.source = source;
    element.requestUpdate();
    await element.updateComplete;
  }

  beforeEach(() => {
    element = new ReadingElement();
    document.body.append(element);
  });
  afterEach(() => element.remove());

  it('reads nothing while there is nothing to read from', async () => {
    await follow(undefined);
    await element.record.read();
    expect([element.readings, element.failures]).to.deep.equal([[], []]);
  });

  it('reads the record and the users it names', async () => {
    const store = new MemoryAdapter({ accounts: { acme: { contactInfo: { alertContacts: ['ana', 'gone'] }, users: [ana] } } });
    await follow(sourceOf(store));
    await readings(1);
    expect(element.readings[0].record?.contactInfo).to.deep.equal({ alertContacts: ['ana', 'gone'] });
    expect(element.readings[0].users).to.deep.equal([ana]);
  });

  it('knows no users of an adapter without a directory, and none of a record that names none', async () => {
    await follow(sourceOf(counting(new MemoryAdapter())));
    await readings(1);
    await follow(sourceOf(new MemoryAdapter()));
    await readings(2);
    expect(element.readings).to.deep.equal([{ record: null, users: null }, { record: null, users: [] }]);
  });

  it('has failed where the directory does, unless the reader does without it', async () => {
    const store = new MemoryAdapter({ accounts: { acme: { contactInfo: { alertContacts: ['ana'] }, users: [ana] } } });
    const failure = new Error('No directory.');
    store.users.getUsers = () => Promise.reject(failure);
    await follow(sourceOf(store));
    await eventually(() => element.failures.length > 0, 'it has failed');
    expect([element.failures, element.readings]).to.deep.equal([[failure], []]);
    element.events.doesWithoutDirectory = true;
    await element.record.read();
    expect(element.failures).to.have.length(1);
    expect(element.readings).to.deep.equal([{ record: element.readings[0].record, users: [], directoryFailure: failure }]);
    expect(element.readings[0].record?.contactInfo).to.deep.equal({ alertContacts: ['ana'] });
  });

  it('reads again when the source changes, and not for another update', async () => {
    const store = counting(new MemoryAdapter());
    await follow(sourceOf(store));
    await readings(1);
    await follow(element.source);
    expect(store.loads).to.equal(1);
    await follow(sourceOf(store, 'other'));
    await readings(2);
    await follow({ ...sourceOf(store, 'other'), requirements: { version: '2', fields: [] } });
    await readings(3);
    expect(store.loads).to.equal(3);
  });

  it('reads again when the store says that something changed', async () => {
    const store = new MemoryStore();
    await follow(sourceOf(new MemoryAdapter({ store })));
    await readings(1);
    await new MemoryAdapter({ store }).saveContactInfo({ accountId: 'acme', signal: new AbortController().signal, contactInfo: { a: 1 }, baseRevision: null });
    await readings(2);
    expect(element.readings[1].record?.contactInfo).to.deep.equal({ a: 1 });
  });

  it('reads again when the page comes back to the front, or online', async () => {
    const store = counting(new MemoryAdapter());
    await follow(sourceOf(store));
    await readings(1);
    document.dispatchEvent(new Event('visibilitychange'));
    await readings(2);
    window.dispatchEvent(new Event('online'));
    await readings(3);
    expect(store.loads).to.equal(3);
  });

  it('looks again every minute where the store cannot say', async () => {
    const timers: { handler: () => void; wait: number }[] = [];
    const { setInterval } = window;
    window.setInterval = ((handler: () => void, wait: number) => timers.push({ handler, wait })) as unknown as typeof setInterval;
    try {
      await follow(sourceOf(counting(new MemoryAdapter())));
      await readings(1);
      await follow(sourceOf(new MemoryAdapter()));
      await readings(2);
    } finally {
      window.setInterval = setInterval;
    }
    expect(timers.map(({ wait }) => wait)).to.deep.equal([60_000]);
    timers[0].handler();
    await readings(3);
  });

  it('hands on a failure', async () => {
    await follow(sourceOf({ loadContactInfo: () => Promise.reject(new Error('down')), saveContactInfo: () => Promise.reject(new Error('down')) }));
    await eventually(() => element.failures.length === 1, 'a failure');
    expect((element.failures[0] as Error).message).to.equal('down');
  });

  it('takes a value of another kind for corrupt, with its path', async () => {
    await follow(sourceOf(new MemoryAdapter({ accounts: { acme: { contactInfo: { technicalEmergencyContacts: [{ email: 7 }] } } } })));
    await eventually(() => element.failures.length === 1, 'a failure');
    const error = element.failures[0] as PersistenceError;
    expect([error.code, error.issues?.[0].path]).to.deep.equal(['corrupt', ['technicalEmergencyContacts', 0, 'email']]);
    expect(element.readings).to.deep.equal([]);
  });

  it('comes to an end however often the store says that something changed, and reads what changed last', async () => {
    let announce: () => void = () => undefined;
    let loads = 0;
    const slow: PersistenceAdapter = {
      loadContactInfo: async () => {
        loads += 1;
        const load = loads;
        for (let times = 0; times < 5; times += 1) announce();
        await Promise.resolve();
        return { contactInfo: { load }, revision: String(load), updatedAt: '' };
      },
      saveContactInfo: () => Promise.reject(new Error()),
      watch: (_request, listener) => (announce = () => loads < 4 && listener({ kind: 'contact-info' })),
    };
    await follow(sourceOf(slow));
    await readings(4);
    expect(element.readings.map(({ record }) => record?.contactInfo.load)).to.deep.equal([1, 2, 3, 4]);
  });

  it('resolves once the store was read after the call', async () => {
    const answers: (() => void)[] = [];
    const slow = counting(new MemoryAdapter());
    const { loadContactInfo } = slow;
    slow.loadContactInfo = (request) => new Promise<void>((resolve) => answers.push(resolve)).then(() => loadContactInfo(request));
    await follow(sourceOf(slow));
    const resolved: string[] = [];
    const asked = Promise.all([element.record.read().then(() => resolved.push('a')), element.record.read().then(() => resolved.push('b'))]);
    answers[0]();
    await eventually(() => answers.length === 2, 'it is read again');
    expect(resolved).to.deep.equal([]);
    answers[1]();
    await asked;
    expect([slow.loads, resolved]).to.deep.equal([2, ['a', 'b']]);
  });

  it('gives up a reading that cannot know what happened since', async () => {
    let answer: (record: null) => void = () => undefined;
    const working = new MemoryAdapter({ accounts: { acme: { contactInfo: { a: 1 } } } });
    let loads = 0;
    const slow: PersistenceAdapter = {
      loadContactInfo: (request) => ((loads += 1) === 1 ? new Promise((resolve) => (answer = resolve)) : working.loadContactInfo(request)),
      saveContactInfo: () => Promise.reject(new Error()),
    };
    await follow(sourceOf(slow));
    const queued = element.record.read();
    await element.record.readAfresh();
    await queued;
    answer(null);
    await readings(1);
    expect([loads, element.readings.map(({ record }) => record?.contactInfo)]).to.deep.equal([2, [{ a: 1 }]]);
  });

  it('says that a store does not answer, and still takes its answer', async () => {
    const { setTimeout } = window;
    let runOut: () => void = () => undefined;
    window.setTimeout = ((handler: () => void, wait: number) => {
      if (wait === 15_000) runOut = handler;
      return setTimeout(handler, wait);
    }) as typeof setTimeout;
    let answer: (record: null) => void = () => undefined;
    try {
      await follow(sourceOf({ loadContactInfo: () => new Promise((resolve) => (answer = resolve)), saveContactInfo: () => Promise.reject(new Error()) }));
    } finally {
      window.setTimeout = setTimeout;
    }
    runOut();
    expect(element.failures.map((error) => (error as PersistenceError).code)).to.deep.equal(['unavailable']);
    answer(null);
    await readings(1);
    expect(element.readings).to.have.length(1);
  });

  it('looks by itself where the store’s watch fails', async () => {
    const store = counting(new MemoryAdapter());
    store.watch = () => { throw new Error('No stream here.'); };
    await follow(sourceOf(store));
    await readings(1);
    window.dispatchEvent(new Event('online'));
    await readings(2);
  });

  it('hands on nothing of a source that the element has left and not updated for yet', async () => {
    let answer: (record: null) => void = () => undefined;
    await follow(sourceOf({ loadContactInfo: () => new Promise((resolve) => (answer = resolve)), saveContactInfo: () => Promise.reject(new Error()) }));
    const reading = element.record.read();
    element.source = sourceOf(new MemoryAdapter(), 'other');
    answer(null);
    await Promise.race([reading, new Promise(requestAnimationFrame)]);
    // `users: null` would be the first one's, which has no directory.
    expect(element.readings.filter(({ users }) => users === null)).to.deep.equal([]);
  });

  it('follows nothing for an element that left the page before its first update', async () => {
    let watches = 0;
    const store = counting(new MemoryAdapter());
    store.watch = () => (watches += 1);
    const early = new ReadingElement();
    early.source = sourceOf(store);
    document.body.append(early);
    early.remove();
    await early.updateComplete;
    early.requestUpdate();
    await early.updateComplete;
    expect([watches, store.loads]).to.deep.equal([0, 0]);
  });

  it('hands on nothing of a source that is not followed any more', async () => {
    let answer: (record: null) => void = () => undefined;
    const slow: PersistenceAdapter = { loadContactInfo: () => new Promise((resolve) => (answer = resolve)), saveContactInfo: () => Promise.reject(new Error()) };
    await follow(sourceOf(slow));
    await follow(sourceOf(new MemoryAdapter({ accounts: { acme: { contactInfo: { a: 1 } } } })));
    answer(null);
    await readings(1);
    expect(element.readings.map(({ record }) => record?.contactInfo)).to.deep.equal([{ a: 1 }]);
  });

  it('stops when the element leaves the page, and goes on when it comes back', async () => {
    let watching: AbortSignal | undefined;
    const store = counting(new MemoryAdapter());
    store.watch = ({ signal }) => (watching = signal);
    await follow(sourceOf(store));
    await readings(1);
    element.remove();
    expect(watching?.aborted).to.equal(true);
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('online'));
    expect(store.loads).to.equal(1);
    document.body.append(element);
    await readings(2);
    expect(store.loads).to.equal(2);
  });
});
