import { ConflictChoices, type ConflictsHost } from './conflict-choices.js';
import { FormFields } from './form-fields.js';
import { LazyHealth, type HealthHost } from './health/health-host.js';
import { HistoryDialog, type HistoryHost } from './history-dialog.js';
import { LazyPreview } from './lazy-preview.js';

/** What the parts of the form ask of it. */
export type FormHost = HealthHost & ConflictsHost & HistoryHost;

/** What the form consists of, each part with what it needs of the form. The code of most comes when it is first needed. */
export class FormParts {
  readonly fields: FormFields;
  readonly conflicts: ConflictChoices;
  readonly history: HistoryDialog;
  readonly health: LazyHealth;
  readonly preview: LazyPreview;

  constructor(host: FormHost) {
    this.fields = new FormFields(host);
    this.conflicts = new ConflictChoices(host);
    this.history = new HistoryDialog(host);
    this.health = new LazyHealth(host, host.session);
    this.preview = new LazyPreview(host.element);
  }
}
