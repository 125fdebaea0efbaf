import { MemoryAdapter } from '../../src/adapters/memory.js';
import type { User } from '../../src/domain/user.js';
import type { AccountRequest, PersistenceAdapter, UserQuery } from '../../src/ports/persistence-adapter.js';
import { laura } from './scenario-adapter.js';

/** A directory that answers to `listUsers` what it is told to, whatever that is. */
export function listing(answer: (request: AccountRequest & UserQuery) => unknown): PersistenceAdapter {
  const adapter = new MemoryAdapter();
  const { users } = adapter;
  return {
    durable: false,
    loadContactInfo: (request) => adapter.loadContactInfo(request),
    saveContactInfo: (request) => adapter.saveContactInfo(request),
    users: {
      listUsers: async (request) => (await answer(request)) as never,
      getUsers: (request) => users.getUsers(request),
      inviteUsers: (request) => users.inviteUsers(request),
      updateUser: (request) => users.updateUser(request),
      removeUser: (request) => users.removeUser(request),
      resendInvitation: (request) => users.resendInvitation(request),
    },
  };
}

/** That many users, in order. */
export function people(count: number, from = 0): User[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(from + index).padStart(3, '0');
    return { ...laura, id: `person-${number}`, name: `Person ${number}`, email: `person.${number}@mesa.example`, role: 'editor', mailingLists: [] };
  });
}

/** Names as no form would take them. */
export const oddUsers: readonly User[] = [
  ['אביגיל כהן', 'avigail@mesa.example'],
  ['\u202eevil\u202c and \u2066unclosed', 'turned@mesa.example'],
  ['\u200b\u200d\u2060', 'unseen@mesa.example'],
  ['', ''],
  ['<img src=x onerror=alert(1)><b>Bold</b>', '"><script>alert(1)</script>@mesa.example'],
  ['Bartholomew '.repeat(834), `${'long'.repeat(2_500)}@mesa.example`],
  [`Z${'\u0301\u0323\u030b'.repeat(30)}algo`, 'piled@mesa.example'],
  ['👩‍👩‍👧‍👦 Familie Strauß', 'strauss@mesa.example'],
  ['محمد بن عبد الله', 'muhammad@mesa.example'],
].map(([name, email], index) => ({ ...laura, id: `odd-${index}`, name, email, role: 'editor', mailingLists: [] }));
