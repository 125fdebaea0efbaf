import { expect } from 'chai';
import { accountKey, accountTransaction } from '../../examples/server/src/database/account-transaction.js';
import type { Database } from '../../examples/server/src/database/database.js';
import { InvitationLimit } from '../../examples/server/src/database/invitation-limit.js';
import { migrate, readMigrations } from '../../examples/server/src/database/migrate.js';
import { SqlAdapter } from '../../examples/server/src/database/sql-adapter.js';
import { databaseKinds, useDatabase } from './support/databases.js';

const { signal } = new AbortController();
const accountId = 'acme';

for (const kind of databaseKinds) {
  describe(`what ${kind.name} keeps, whoever writes`, () => {
    const suite = useDatabase(kind);
    const open = () => new SqlAdapter({ ...suite });
    const invite = async (email: string, role: string, account = accountId) => {
      const { users } = open();
      const [result] = await users.inviteUsers({ accountId: account, signal, invitations: [{ email, role, mailingLists: [] }] });
      if (!result.ok) throw new Error(result.issue.code);
      return users.updateUser({ accountId: account, signal, userId: result.user.id, baseRevision: result.user.revision, changes: { status: 'active' } });
    };
    /** By hand, as another program would that knows no rule. `null`: of no account. */
    const run = <Row extends object>(sql: string, values: unknown[] = [], account: string | null = accountId) => suite.database.transaction(
      (transaction) => transaction.query<Row>(sql, values),
      `set local role portero_app; ${account === null ? '' : `set local portero.account = '${accountKey(account)}'`}`,
    );
    const refusal = async (work: Promise<unknown>): Promise<{ code?: string; constraint?: string }> => {
      const error: unknown = await work.then(() => null, (reason) => reason);
      expect(error, 'a refusal').to.be.instanceOf(Error);
      return error as object;
    };

    it('the last active user who manages users, whether they are removed, deactivated or demoted', async () => {
      const ana = await invite('ana@example.com', 'administrator');
      await invite('bo@example.com', 'editor');
      for (const sql of ['delete from portero.users where id = $1', 'update portero.users set is_manager = false where id = $1', 'delete from portero.users where $1 <> \'\'']) {
        expect((await refusal(run(sql, [ana.id]))).constraint, sql).to.equal('last-administrator');
      }
      expect((await open().users.listUsers({ accountId, signal })).total).to.equal(2);
    });

    it('one manager by another, within one transaction', async () => {
      const ana = await invite('ana@example.com', 'administrator');
      const bo = await invite('bo@example.com', 'editor');
      await suite.database.transaction(async (transaction) => {
        await transaction.query('delete from portero.users where id = $1', [ana.id]);
        await transaction.query('update portero.users set is_manager = true where id = $1', [bo.id]);
      }, `set local role portero_app; set local portero.account = '${accountKey(accountId)}'`);
      expect((await open().users.listUsers({ accountId, signal })).total).to.equal(1);
    });

    it('those whom the contact information names', async () => {
      await invite('ana@example.com', 'administrator');
      const bo = await invite('bo@example.com', 'editor');
      const { revision } = await open().saveContactInfo({ accountId, signal, contactInfo: { alertContacts: [bo.id] }, baseRevision: null });
      for (const sql of ['delete from portero.users where id = $1', 'update portero.users set status = \'deactivated\' where id = $1']) {
        expect((await refusal(run(sql, [bo.id]))).constraint, sql).to.equal('alert-contact');
      }
      await run('update portero.users set status = \'invited\' where id = $1', [bo.id]);
      await open().saveContactInfo({ accountId, signal, contactInfo: {}, baseRevision: revision });
      await run('delete from portero.users where id = $1', [bo.id]);
    });

    it('one user of an address', async () => {
      const ana = await invite('ana@example.com', 'administrator');
      const bo = await invite('bo@example.com', 'editor');
      expect((await refusal(run('update portero.users set address = (select address from portero.users where id = $1) where id = $2', [ana.id, bo.id]))).constraint).to.equal('users_address');
    });

    it('a revision of its own for every record', async () => {
      await open().saveContactInfo({ accountId, signal, contactInfo: {}, baseRevision: null });
      expect((await refusal(run('update portero.accounts set record = \'{"contactInfo":{"websiteUrl":"x"}}\''))).constraint).to.equal('new-revision');
    });

    it('every account by itself', async () => {
      await invite('ana@example.com', 'administrator');
      await invite('bo@example.com', 'administrator', 'other');
      await open().saveContactInfo({ accountId: 'other', signal, contactInfo: {}, baseRevision: null });
      for (const table of ['accounts', 'users', 'history', 'user_counts', 'named_users']) {
        const column = table === 'accounts' ? 'key' : 'account';
        const rows = await run<{ of: string }>(`select ${column}::text as of from portero.${table}`);
        expect(rows.filter((row) => row.of !== accountKey(accountId)), `${table} of others`).to.deep.equal([]);
        expect(await run(`select from portero.${table}`, [], null), `${table} of no account`).to.deep.equal([]);
      }
      await run('delete from portero.users where not is_manager');
      await run('update portero.users set name_key = \'x\'');
      const { users: [bo] } = await open().users.listUsers({ accountId: 'other', signal, search: 'bo@', sort: { by: 'name', direction: 'ascending' } });
      expect(bo, 'the user of the other account').to.include({ email: 'bo@example.com' });
      expect((await refusal(run('insert into portero.named_users (account, user_id) values ($1, \'x\')', [accountKey('other')]))).code).to.equal('42501');
    }).timeout(20_000);

    it('every account by itself in the server’s own transactions, as whoever it signed in', async () => {
      await invite('ana@example.com', 'administrator');
      await invite('bo@example.com', 'administrator', 'other');
      for (const mode of ['read', 'write'] as const) {
        const seen = await accountTransaction(suite.database, accountId, mode, (transaction) => transaction.query<{ key: string }>('select key::text from portero.accounts'));
        expect(seen, mode).to.deep.equal([{ key: accountKey(accountId) }]);
      }
    });

    it('how many invitations an account has left, which fill up again evenly, for all servers', async () => {
      // In a thousand hours, so that none comes back while this runs.
      const [one, two] = [1, 2].map(() => new InvitationLimit(suite.database, { most: 1_000, within: 3_600_000 }));
      expect(await one.take(accountId, 1_000)).to.equal(0);
      expect(await two.take(accountId, 1)).to.be.within(3_000, 3_600);
      await run('update portero.invitation_limits set at = at - interval \'500 hours\'');
      expect(await two.take(accountId, 501), 'more than came back').to.be.at.least(3_000);
      expect(await two.take(accountId, 500), 'what came back').to.equal(0);
      await run('update portero.invitation_limits set at = at - interval \'9000 hours\'');
      expect(await one.take(accountId, 1_000), 'never more than at first').to.equal(0);
      expect(await one.take(accountId, 1)).to.be.at.least(3_000);
      expect(await one.take('other', 1), 'another account').to.equal(0);
    });

    it('nothing of an account that is erased, and all of the others', async () => {
      for (const account of [accountId, 'other']) {
        const ana = await invite('ana@example.com', 'administrator', account);
        await open().saveContactInfo({ accountId: account, signal, contactInfo: { alertContacts: [ana.id] }, baseRevision: null });
      }
      await open().eraseAccount(accountId);
      for (const table of ['accounts', 'users', 'history', 'user_counts', 'named_users']) {
        expect(await run(`select from portero.${table}`), table).to.deep.equal([]);
        expect((await run(`select from portero.${table}`, [], 'other')).length, `${table} of the other`).to.be.at.least(1);
      }
      expect(await open().loadContactInfo({ accountId, signal })).to.equal(null);
      await invite('ana@example.com', 'administrator');
    });

    it('numbers of users that are right, and a version of them that every change changes', async () => {
      const versions = new Set<string | null>([await open().usersVersion(accountId)]);
      const seen = async () => versions.add(await open().usersVersion(accountId));
      const ana = await invite('ana@example.com', 'administrator');
      await seen();
      const bo = await invite('bo@example.com', 'editor');
      await seen();
      await open().users.updateUser({ accountId, signal, userId: ana.id, baseRevision: ana.revision, changes: { name: 'Ana' } });
      await seen();
      await open().users.removeUser({ accountId, signal, userId: bo.id, baseRevision: bo.revision });
      await seen();
      await invite('cy@example.com', 'editor');
      await seen();
      expect([...versions]).to.have.lengthOf(6).and.to.include(null);
      const counted = await run('select role, status, count::int from portero.user_counts where count > 0 order by role, status');
      expect(counted).to.deep.equal(await run('select role, status, count(*)::int from portero.users group by role, status order by role, status'));
    });
  });

  describe(`migrations of ${kind.name}`, () => {
    let database: Database;
    before(async function () {
      this.timeout(60_000);
      await kind.start();
      database = await kind.create();
    });
    after(async () => {
      await database.close();
      await kind.stop();
    });
    beforeEach(() => database.transaction((transaction) => transaction.execute('drop schema if exists portero cascade; drop table if exists portero_migrations, kept')));

    it('are run once, also where two servers begin at once', async () => {
      const names = (await readMigrations()).map(({ name }) => name);
      const ran = await Promise.all([migrate(database), migrate(database), migrate(database)]);
      expect(ran.flat()).to.deep.equal(names);
      expect(await migrate(database)).to.deep.equal([]);
    });

    it('leave nothing where one fails', async () => {
      const good = { name: '001-good.sql', sql: 'create table public.kept (id int)' };
      const bad = { name: '002-bad.sql', sql: 'create table public.gone (id int); select 1 / 0' };
      const message = await migrate(database, [good, bad]).then(() => '', (error: Error) => error.message);
      expect(message).to.contain('division by zero');
      expect(await migrate(database, [good])).to.deep.equal([good.name]);
      const after = await database.transaction((transaction) => transaction.query<{ name: string }>('select table_name as name from information_schema.tables where table_name in (\'kept\', \'gone\')'));
      expect(after.map(({ name }) => name)).to.deep.equal(['kept']);
    });

    it('are refused where they are not those that were run', async () => {
      const first = { name: '001-first.sql', sql: 'select 1' };
      await migrate(database, [first]);
      const messageOf = (work: Promise<unknown>) => work.then(() => '', (error: Error) => error.message);
      expect(await messageOf(migrate(database, [{ ...first, sql: 'select 2' }]))).to.contain('001-first.sql was changed after it had been run');
      expect(await messageOf(migrate(database, []))).to.contain('newer server: it has 001-first.sql');
    });
  });
}
