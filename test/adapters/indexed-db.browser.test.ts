import { expect } from 'chai';
import { deleteDB, openDB } from 'idb';
import { IndexedDbAdapter } from '../../src/adapters/indexed-db.js';
import { checked } from '../../src/ports/checked.js';
import type { PersistenceError } from '../../src/ports/persistence-error.js';

let databases = 0;
let databaseName = '';

beforeEach(() => (databaseName = `indexed-db-${(databases += 1)}`));
afterEach(() => deleteDB(databaseName));

const request = { accountId: 'acme', get signal() { return new AbortController().signal; } };
const contactInfo = { technicalEmergencyContacts: [{ email: 'oncall@example.com' }] };

async function refusal(promise: Promise<unknown>): Promise<PersistenceError> {
  return promise.then(() => expect.fail('It resolved.'), (error: PersistenceError) => error);
}

describe('IndexedDbAdapter', () => {
  it('says that what it keeps lasts', () => expect(new IndexedDbAdapter().durable).to.equal(true));

  it('keeps what it acknowledged, where any page of this browser finds it', async () => {
    const saved = await new IndexedDbAdapter({ databaseName }).saveContactInfo({ ...request, contactInfo, baseRevision: null });
    const raw = await openDB(databaseName);
    expect(await raw.get('records', 'acme')).to.deep.equal({ accountId: 'acme', record: saved });
    raw.close();
  });

  it('tells another page of a change', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const channel = new (frame.contentWindow as Window & typeof globalThis).BroadcastChannel(`portero:${databaseName}`);
    const heard = new Promise((resolve) => (channel.onmessage = ({ data }) => resolve(data)));
    await new IndexedDbAdapter({ databaseName }).saveContactInfo({ ...request, contactInfo, baseRevision: null });
    expect(await heard).to.deep.equal({ accountId: 'acme', kind: 'contact-info' });
    channel.close();
    frame.remove();
  });

  it('lets the database be deleted while it is open, and begins anew', async () => {
    const adapter = new IndexedDbAdapter({ databaseName });
    await adapter.saveContactInfo({ ...request, contactInfo, baseRevision: null });
    await deleteDB(databaseName);
    expect(await adapter.loadContactInfo(request)).to.equal(null);
    await adapter.saveContactInfo({ ...request, contactInfo, baseRevision: null });
    expect((await adapter.loadContactInfo(request))?.contactInfo).to.deep.equal(contactInfo);
  });

  it('says that it is unavailable while a deletion waits for another page, and works again after it', async () => {
    const adapter = new IndexedDbAdapter({ databaseName });
    const other = await openDB(databaseName, 1);
    const deletion = deleteDB(databaseName);
    expect((await refusal(adapter.loadContactInfo(request))).code).to.equal('unavailable');
    other.close();
    await deletion;
    expect(await adapter.loadContactInfo(request)).to.equal(null);
  });

  it('says that it is unavailable where a newer version made the database', async () => {
    (await openDB(databaseName, 99)).close();
    const error = await refusal(new IndexedDbAdapter({ databaseName }).loadContactInfo(request));
    expect([error.code, (error.cause as DOMException).name]).to.deep.equal(['unavailable', 'VersionError']);
  });

  it('says that it is unavailable where the database is another’s', async () => {
    (await openDB(databaseName, 1, { upgrade: (database) => void database.createObjectStore('theirs') })).close();
    expect((await refusal(new IndexedDbAdapter({ databaseName }).loadContactInfo(request))).code).to.equal('unavailable');
  });

  it('gives out nothing that does not parse, and overwrites nothing', async () => {
    const adapter = checked(new IndexedDbAdapter({ databaseName }));
    await adapter.loadContactInfo(request);
    const broken = { accountId: 'acme', record: { contactInfo: 'x', revision: '1', updatedAt: '' } };
    const raw = await openDB(databaseName);
    await raw.put('records', broken);
    const error = await refusal(adapter.loadContactInfo(request));
    expect([error.code, error.issues![0].path]).to.deep.equal(['corrupt', ['contactInfo']]);
    expect((await refusal(adapter.saveContactInfo({ ...request, contactInfo, baseRevision: null }))).code).to.equal('conflict');
    expect(await raw.get('records', 'acme')).to.deep.equal(broken);
    raw.close();
  });

  it('refuses what cannot be stored, and keeps what was', async () => {
    const adapter = new IndexedDbAdapter({ databaseName });
    const saved = await adapter.saveContactInfo({ ...request, contactInfo, baseRevision: null });
    const unclonable = { ...contactInfo, other: () => undefined };
    expect((await refusal(adapter.saveContactInfo({ ...request, contactInfo: unclonable, baseRevision: saved.revision }))).code).to.equal('invalid');
    expect(await adapter.loadContactInfo(request)).to.deep.equal(saved);
    expect((await adapter.loadHistory(request)).entries).to.have.length(1);
  });

  it('writes nothing that was aborted while another page’s transaction held it back', async () => {
    const adapter = new IndexedDbAdapter({ databaseName });
    await adapter.loadContactInfo(request);
    const raw = await openDB(databaseName);
    const holding = raw.transaction('records', 'readwrite');
    const controller = new AbortController();
    const saving = refusal(adapter.saveContactInfo({ ...request, signal: controller.signal, contactInfo, baseRevision: null }));
    // Each is an answer of the database: by the last one the save has begun, and waits.
    for (let asked = 0; asked < 20; asked += 1) await holding.store.count();
    controller.abort('bored');
    await holding.done;
    expect((await saving).name).to.equal('AbortError');
    expect(await adapter.loadContactInfo(request)).to.equal(null);
    raw.close();
  });

  it('finds the users of an account among many, and no others', async () => {
    const adapter = new IndexedDbAdapter({ databaseName });
    const invite = (accountId: string, count: number) => adapter.users.inviteUsers({
      ...request, accountId, invitations: Array.from({ length: count }, (_, index) => ({ email: `u${index}@example.com`, role: 'editor', mailingLists: [] })),
    });
    await Promise.all([invite('acme', 30), invite('acme\uffff', 10), invite('acmf', 10), invite('acm', 10)]);
    expect((await adapter.users.listUsers({ ...request })).total).to.equal(30);
  });
});
