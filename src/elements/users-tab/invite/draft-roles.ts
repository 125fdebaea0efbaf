import { canGrantRole } from '../../../domain/user-guards.js';
import { roleLabel } from '../list/user-row.js';
import type { UserDialogView } from '../user-dialogs.js';
import type { DraftRoles } from './invitation-draft.js';
import { foldLabel } from './invitee.js';
import type { TableVocabulary } from './table-columns.js';

/** How roles are written in tables: by key, or by what they are called in the language that is shown. */
export class RoleReader implements DraftRoles {
  readonly standard: string;
  readonly #keys: Map<string, string>;
  readonly #view: UserDialogView;

  constructor(view: UserDialogView, standard: string) {
    this.standard = standard;
    this.#view = view;
    this.#keys = new Map(view.roles.flatMap(({ key }) => [[foldLabel(roleLabel(view.texts, key)), key], [foldLabel(key), key]]));
  }

  read(written: string): ReturnType<DraftRoles['read']> {
    const { viewer, roles, texts } = this.#view;
    const key = this.#keys.get(foldLabel(written));
    if (key === undefined) return { issue: { path: ['role'], code: 'user.unknown-role', params: { role: written } } };
    return canGrantRole(viewer, roles, key) ? { role: key } : { issue: { path: ['role'], code: 'guard.role-rank', params: { role: roleLabel(texts, key) } } };
  }

  get vocabulary(): TableVocabulary {
    const { texts } = this.#view;
    return {
      columns: { name: texts.text('column.name'), email: texts.text('column.email'), role: texts.text('column.role') },
      isRole: (text) => this.#keys.has(foldLabel(text)),
    };
  }
}
