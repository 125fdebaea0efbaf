import { SqlAdapter } from '../../examples/server/src/database/sql-adapter.js';
import { SqlStorage } from '../../examples/server/src/database/sql-storage.js';
import { storedUser } from '../../src/adapters/stored-user.js';
import { conformanceCases } from '../../src/testing/index.js';
import { databaseKinds, useDatabase } from './support/databases.js';

for (const kind of databaseKinds) {
  describe(`accounts in ${kind.name} conform`, () => {
    const suite = useDatabase(kind);
    const createStore = () => ({
      open: (options = {}) => new SqlAdapter({ ...options, ...suite }),
      async amendUser(accountId: string, userId: string, values: object) {
        await new SqlStorage(suite.database).write(accountId, async (transaction) => {
          const { user } = (await transaction.getUser(userId))!;
          await transaction.putUser(storedUser({ ...user, ...values }));
        });
      },
    });
    const capabilities = { validation: true, users: true, guards: true, roles: true, watch: true, history: true };
    for (const { name, level, run } of conformanceCases(createStore, capabilities)) it(`${level}: ${name}`, run);
  });
}
