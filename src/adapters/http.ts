import type { ContactInfoRecord } from '../domain/contact-info.js';
import { isEqualJson } from '../domain/equal.js';
import type { User } from '../domain/user.js';
import { throwIfAborted } from '../ports/abort.js';
import { checkAccountId } from '../ports/account-id.js';
import type {
  AccountRequest, HistoryPage, HistoryRequest, InvitationResult, PersistenceAdapter, SaveContactInfoRequest, StoreChange, UserDirectory, UserPage, UserQuery,
} from '../ports/persistence-adapter.js';
import { PersistenceError } from '../ports/persistence-error.js';
import { entityTag } from './entity-tag.js';
import { HttpChanges } from './http-changes.js';
import { failureOf, jsonOf, type Reply } from './http-problem.js';
import { HttpTransport, type HttpAdapterOptions, type HttpRequest } from './http-transport.js';

export type { HttpAdapterOptions } from './http-transport.js';

/** Users asked for by id in one request; addresses of requests have an end too. */
const idsAtOnce = 50;

type Query = (readonly [name: string, value: string])[];
type VersionedPage = UserPage & { version?: string | null };
type Parts = Partial<Pick<HttpRequest, 'method' | 'query' | 'headers' | 'body'>>;

/**
 * Keeps accounts in a back end that answers as `openapi.yaml` says. Owns what is asked and what an answer means; does not own
 * how it is sent (`HttpTransport`), nor how changes are heard of (`HttpChanges`). What comes back is parsed by whoever uses it.
 */
export class HttpAdapter implements PersistenceAdapter {
  readonly durable = true;
  readonly users: UserDirectory;
  readonly #transport: HttpTransport;
  readonly #changes = new Map<string, HttpChanges>();

  constructor(options: HttpAdapterOptions) {
    this.#transport = new HttpTransport(options);
    this.users = this.#createDirectory();
  }

  async loadContactInfo(request: AccountRequest): Promise<ContactInfoRecord | null> {
    return this.#changesOf(request).read('contact-info', async () => {
      const reply = await this.#ask(request, ['contact-info']);
      return reply.status === 204 ? null : jsonOf(reply) as ContactInfoRecord;
    }, (record) => (record === null ? null : record.revision));
  }

  async saveContactInfo(request: SaveContactInfoRequest): Promise<ContactInfoRecord> {
    const { contactInfo, baseRevision } = request;
    const reply = await this.#send(request, ['contact-info'], {
      method: 'PUT', body: { contactInfo }, headers: baseRevision === null ? { 'if-none-match': '*' } : { 'if-match': entityTag(baseRevision) },
    });
    const saved = isDone(reply) ? jsonOf(reply) as ContactInfoRecord : earlierSave(reply, contactInfo);
    this.#changesOf(request).handleChange('contact-info', saved.revision);
    return saved;
  }

  async loadHistory(request: HistoryRequest): Promise<HistoryPage> {
    const { cursor, limit } = request;
    return jsonOf(await this.#ask(request, ['contact-info', 'history'], { query: pageQuery({ cursor, limit }) })) as HistoryPage;
  }

  watch(request: AccountRequest, listener: (change: StoreChange) => void): void {
    if (!request.signal.aborted && !checkAccountId(request.accountId)) this.#changesOf(request).add(listener, request.signal);
  }

  #createDirectory(): UserDirectory {
    const user = (id: string, ...rest: string[]) => ['users', id, ...rest];
    const replacing = (id: string | undefined): Query => (id === undefined ? [] : [['replacement', id]]);
    return {
      listUsers: (request) => this.#readUsers(request, userQuery(request)),
      getUsers: async (request) => {
        const ids = [...new Set(request.ids)];
        const found: User[] = [];
        for (let start = 0; start < ids.length; start += idsAtOnce) {
          const { users } = await this.#readUsers(request, ids.slice(start, start + idsAtOnce).map((id) => ['id', id]));
          found.push(...users);
        }
        return found;
      },
      inviteUsers: async (request) => {
        const { invitations } = request;
        const reply = await this.#ask(request, ['users'], { method: 'POST', body: { invitations } });
        return (jsonOf(reply) as { results: InvitationResult[] }).results;
      },
      updateUser: async (request) => {
        const { userId, changes, baseRevision, replacementUserId } = request;
        const reply = await this.#ask(request, user(userId), { method: 'PATCH', body: changes, query: replacing(replacementUserId), headers: { 'if-match': entityTag(baseRevision) } });
        return jsonOf(reply) as User;
      },
      removeUser: async (request) => {
        const { userId, baseRevision, replacementUserId } = request;
        await this.#ask(request, user(userId), { method: 'DELETE', query: replacing(replacementUserId), headers: { 'if-match': entityTag(baseRevision) } });
      },
      resendInvitation: async (request) => jsonOf(await this.#ask(request, user(request.userId, 'resend-invitation'), { method: 'POST' })) as User,
    };
  }

  async #readUsers(request: AccountRequest, query: Query): Promise<UserPage> {
    const page = await this.#readVersionedUsers(request, query);
    delete page.version;
    return page;
  }

  #readVersionedUsers(request: AccountRequest, query: Query): Promise<VersionedPage> {
    return this.#changesOf(request).read('users', async () => jsonOf(await this.#ask(request, ['users'], { query })) as VersionedPage, ({ version }) => version);
  }

  #changesOf({ accountId }: AccountRequest): HttpChanges {
    const existing = this.#changes.get(accountId);
    if (existing) return existing;
    const created = new HttpChanges(this.#transport, accountId, async (signal) => {
      const [record, users] = await Promise.allSettled([this.loadContactInfo({ accountId, signal }), this.#readVersionedUsers({ accountId, signal }, [['limit', '1']])]);
      return {
        ...(record.status === 'fulfilled' && { 'contact-info': record.value?.revision ?? null }),
        ...(users.status === 'fulfilled' && { users: users.value.version }),
      };
    });
    this.#changes.set(accountId, created);
    return created;
  }

  async #ask(request: AccountRequest, path: readonly string[], parts?: Parts): Promise<Reply> {
    const reply = await this.#send(request, path, parts);
    if (!isDone(reply)) throw failureOf(reply);
    return reply;
  }

  async #send({ accountId, signal }: AccountRequest, path: readonly string[], parts: Parts = {}): Promise<Reply & { isRepeated: boolean }> {
    throwIfAborted(signal);
    const problem = checkAccountId(accountId);
    if (problem) throw new PersistenceError('invalid', 'This account id cannot be used.', { issues: [problem] });
    // As a segment of an address it would lead to another one. No user has such an id.
    if (path.some((segment) => checkAccountId(segment))) throw new PersistenceError('not-found', 'There is no such user.');
    return this.#transport.send({ method: 'GET', path: ['accounts', accountId, ...path], signal, ...parts });
  }
}

function isDone({ status }: Reply): boolean {
  return status >= 200 && status < 300;
}

/** What stands in the way may be what was sent: carried out at an earlier try, whose answer did not arrive. */
function earlierSave(reply: Reply & { isRepeated: boolean }, sent: unknown): ContactInfoRecord {
  const failure = failureOf(reply);
  const { code, current } = failure;
  if (reply.isRepeated && code === 'conflict' && current && 'contactInfo' in current && isEqualJson(current.contactInfo, sent)) return current as ContactInfoRecord;
  throw failure;
}

function userQuery({ search, roles = [], statuses = [], sort, cursor, limit }: UserQuery): Query {
  return [
    ...(search ? [['search', search]] as const : []),
    ...roles.map((role) => ['role', role] as const),
    ...statuses.map((status) => ['status', status] as const),
    ...(sort ? [['sort', `${sort.direction === 'descending' ? '-' : ''}${sort.by}`]] as const : []),
    ...pageQuery({ cursor, limit }),
  ];
}

function pageQuery({ cursor, limit }: { cursor?: string; limit?: number }): Query {
  return [...(cursor === undefined ? [] : [['cursor', cursor] as const]), ...(limit === undefined ? [] : [['limit', String(limit)] as const])];
}
