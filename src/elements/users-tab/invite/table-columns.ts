import { foldLabel } from './invitee.js';

/*
 * Which column of a table holds what: by its header where there is one, else by what is in it.
 *
 * - A header is a first row without an @ in which at least one name is known.
 * - The column of addresses is the one with that name, else the one with most of them. Names and roles are taken from columns
 *   with such names; without a header, roles from the column in which most words are roles, and names from the first of the rest.
 * - Of two columns for the same, the first counts.
 */

export type ColumnKind = 'email' | 'name' | 'given-name' | 'family-name' | 'role';

/** What columns and roles are called where the table comes from, beside the names that are known everywhere. */
export interface TableVocabulary {
  columns: Partial<Record<ColumnKind, string>>;
  isRole(text: string): boolean;
}

export interface TableColumns {
  /** Where each kind is, by position. */
  at: Partial<Record<ColumnKind, number>>;
  hasHeader: boolean;
}

/** In English, Spanish, Portuguese, French, German, Italian, Dutch, Polish, Turkish, Japanese and Chinese; folded. */
const names: Readonly<Record<ColumnKind, string>> = {
  email: 'email mail emailaddress mailaddress address useremail emailvalue correo correoelectronico direcciondecorreo direcciondecorreoelectronico direccion enderecodeemail courriel adresseemail adressemail adresseelectronique emailadresse emailadres mailadresse indirizzoemail posta adresemail eposta メールアドレス メール 邮箱 电子邮件 电子邮箱',
  name: 'name fullname username displayname contact person nombre nombrecompleto nombreyapellidos nombreyapellido usuario contacto persona nome nomecompleto nom nomcomplet nomprenom vollername vollstandigername naam nazwa imieinazwisko adsoyad 名前 氏名 姓名',
  'given-name': 'firstname givenname first forename nombredepila primernombre prenom vorname voornaam imie 名',
  'family-name': 'lastname surname familyname last apellido apellidos sobrenome apelido nomdefamille nachname familienname cognome achternaam nazwisko soyad 姓',
  role: 'role userrole rol funcion perfil funcao papel role fonction rolle ruolo rola 役割 角色',
};
const kinds = new Map(Object.entries(names).flatMap(([kind, list]) => list.split(' ').map((name) => [foldLabel(name), kind as ColumnKind])));

export function findColumns(rows: readonly (readonly string[])[], vocabulary: TableVocabulary): TableColumns {
  const own = Object.entries(vocabulary.columns).map(([kind, label]) => [foldLabel(label), kind as ColumnKind] as const);
  const known = new Map([...kinds, ...own]);
  const header = rows[0] ?? [];
  const found = header.map((cell) => known.get(foldLabel(cell)));
  const hasHeader = !header.some((cell) => cell.includes('@')) && found.some((kind) => kind !== undefined);
  const at: TableColumns['at'] = {};
  if (hasHeader) found.forEach((kind, index) => kind !== undefined && (at[kind] ??= index));
  // `Nombre` and `Apellidos`, `Name` and `Vorname`: the plain name is the other half.
  if (at.name !== undefined && at['family-name'] !== undefined && at['given-name'] === undefined) move(at, 'name', 'given-name');
  else if (at.name !== undefined && at['given-name'] !== undefined && at['family-name'] === undefined) move(at, 'name', 'family-name');
  const body = hasHeader ? rows.slice(1) : rows;
  at.email ??= columnWithMost(body, (cell) => cell.includes('@'), at);
  if (!hasHeader) {
    at.role = columnWithMost(body, (cell) => vocabulary.isRole(cell), at, 0.5);
    at.name = columnWithMost(body, (cell) => /\p{L}/u.test(cell), at, 0.5);
  }
  return { at, hasHeader };
}

function move(at: TableColumns['at'], from: ColumnKind, to: ColumnKind): void {
  at[to] = at[from];
  delete at[from];
}

/** The first of those that are not taken in which most cells are so; none where less than `share` of its filled cells are. */
function columnWithMost(rows: readonly (readonly string[])[], is: (cell: string) => boolean, at: TableColumns['at'], share = 0): number | undefined {
  const taken = new Set(Object.values(at));
  const counts = new Map<number, { hits: number; filled: number }>();
  for (const row of rows) {
    row.forEach((cell, index) => {
      if (taken.has(index) || cell.trim() === '') return;
      const count = counts.get(index) ?? { hits: 0, filled: 0 };
      count.filled += 1;
      if (is(cell)) count.hits += 1;
      counts.set(index, count);
    });
  }
  let best: { index: number; hits: number } | undefined;
  for (const [index, { hits, filled }] of [...counts].sort(([a], [b]) => a - b)) {
    if (hits > 0 && hits >= filled * share && hits > (best?.hits ?? 0)) best = { index, hits };
  }
  return best?.index;
}
