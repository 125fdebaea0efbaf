import { indexesContaining, joinStrings, stringAt, type JoinedStrings } from './joined-strings.js';
import type { UserRow } from './stored-user.js';

/* The rows of many users in one value of a database. */

const fields = ['id', 'searchText', 'role', 'status', 'lastActiveAt'] as const satisfies readonly (keyof UserRow)[];

type Columns = Record<(typeof fields)[number], JoinedStrings>;

export interface SearchBlock {
  accountId: string;
  block: number;
  columns: Columns;
}

export function packRows(rows: readonly UserRow[]): Columns {
  return Object.fromEntries(fields.map((field) => [field, joinStrings(rows.map((row) => row[field]))])) as Columns;
}

export function unpackRows(columns: Columns): UserRow[] {
  return indexesContaining(columns.searchText, '').map((index) => rowAt(columns, index));
}

export function rowAt({ id, searchText, role, status, lastActiveAt }: Columns, index: number): UserRow {
  const text = stringAt(searchText, index);
  return {
    id: stringAt(id, index), searchText: text, emailText: text.slice(text.lastIndexOf('\n') + 1),
    role: stringAt(role, index), status: stringAt(status, index), lastActiveAt: stringAt(lastActiveAt, index),
  };
}
