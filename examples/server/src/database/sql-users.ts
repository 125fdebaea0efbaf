import type { User } from 'portero/domain';
import type { FoundUsers, UserFilter, UserSelection } from 'portero/adapters/account-storage';
import { storedUser, type StoredUser, type UserRow } from 'portero/adapters/stored-user';
import { rowAtPlace, sortFields } from 'portero/adapters/user-order';
import type { Transaction } from './database.js';
import { sqlSortKey, sqlText } from './sql-text.js';

/** Where each of what users are sorted by is, as `keyOf` makes it. */
const columns = {
  id: 'id', searchText: 'name_key', emailText: 'email_key', role: 'role', status: 'status', lastActiveAt: 'last_active_at',
} as const satisfies Record<keyof UserRow, string>;

function keyOf(row: UserRow, field: keyof UserRow): string {
  return field === 'id' ? sqlText(row.id) : sqlSortKey(row[field]);
}

function storedIn({ value }: { value: string }): StoredUser {
  return storedUser(JSON.parse(value) as User);
}

export async function getUser(transaction: Transaction, account: string, id: string): Promise<StoredUser | undefined> {
  const [row] = await transaction.query<{ value: string }>('select value::text from portero.users where account = $1 and id = $2', [account, sqlText(id)]);
  return row && storedIn(row);
}

export async function getUserByAddress(transaction: Transaction, account: string, addressKey: string): Promise<StoredUser | undefined> {
  const [row] = await transaction.query<{ value: string }>('select value::text from portero.users where account = $1 and address = $2', [account, sqlText(addressKey)]);
  return row && storedIn(row);
}

export async function putUser(transaction: Transaction, account: string, stored: StoredUser, isManager: boolean): Promise<void> {
  const values = {
    account, id: sqlText(stored.id), address: sqlText(stored.addressKey), search_text: sqlText(stored.searchText),
    name_key: keyOf(stored, 'searchText'), email_key: keyOf(stored, 'emailText'), role: keyOf(stored, 'role'), status: keyOf(stored, 'status'),
    last_active_at: keyOf(stored, 'lastActiveAt'), is_manager: isManager, value: JSON.stringify(stored.user),
  };
  const names = Object.keys(values);
  await transaction.query(
    `insert into portero.users (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})
     on conflict (account, id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    Object.values(values),
  );
}

export async function deleteUser(transaction: Transaction, account: string, id: string): Promise<void> {
  await transaction.query('delete from portero.users where account = $1 and id = $2', [account, sqlText(id)]);
}

export async function countUsers(transaction: Transaction, account: string, filter: UserFilter): Promise<number> {
  const { where, values } = conditionOf(account, filter);
  const [{ total }] = await transaction.query<{ total: number }>(`select coalesce(sum(count), 0)::int as total from portero.user_counts where ${where}`, values);
  return total;
}

/** Walks an index to the page, and looks at nobody before it. Only a search looks at everybody. */
export async function findUsers(transaction: Transaction, account: string, selection: UserSelection): Promise<FoundUsers> {
  const { search, sort, after, limit } = selection;
  const { where, values } = conditionOf(account, selection);
  const asked = (value: unknown) => `$${values.push(value)}`;
  const matching = search === '' ? where : `${where} and strpos(search_text, ${asked(sqlText(search))}) > 0`;
  const total = search === ''
    ? await countUsers(transaction, account, selection)
    : (await transaction.query<{ total: number }>(`select count(*)::int as total from portero.users where ${matching}`, values))[0].total;
  const fields = sortFields[sort.by];
  const names = fields.map((field) => columns[field]);
  const isDescending = sort.direction === 'descending';
  const place = after && rowAtPlace(after, sort.by);
  const following = place ? ` and (${names.join(', ')}) ${isDescending ? '<' : '>'} (${fields.map((field) => asked(keyOf(place, field))).join(', ')})` : '';
  const order = names.map((name) => (isDescending ? `${name} desc` : name)).join(', ');
  const rows = await transaction.query<{ value: string }>(
    `select value::text from portero.users where ${matching}${following} order by ${order} limit ${asked(limit + 1)}`, values,
  );
  return { rows: rows.map(storedIn), total };
}

/** Roles and statuses are few: one is compared with, so that an index by it is walked. */
function conditionOf(account: string, { roles, statuses }: UserFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [account];
  const among = (column: string, wanted: readonly string[] | null) => {
    if (!wanted) return '';
    return wanted.length === 1 ? ` and ${column} = $${values.push(sqlSortKey(wanted[0]))}` : ` and ${column} = any ($${values.push(wanted.map(sqlSortKey))}::text[])`;
  };
  return { where: `account = $1${among('role', roles)}${among('status', statuses)}`, values };
}
