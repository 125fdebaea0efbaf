import type { WaitUntil } from '../../internal/emit.js';

/** Asks whether to save, before anything is sent. */
export interface ContactInfoSubmitDetail extends WaitUntil {
  /** Fields that differ from what is stored. */
  changedKeys: string[];
}

/** The store acknowledged a save. */
export interface ContactInfoSavedDetail {
  revision: string;
  /** Fields that this save changed: not those that somebody else had changed by then, also where both did the same. */
  changedKeys: string[];
}

/** Somebody else changed the same fields; nothing of either side was overwritten. */
export interface ContactInfoConflictDetail {
  keys: string[];
}

/** There are unsaved changes now, or no longer. */
export interface ContactInfoDirtyDetail {
  dirty: boolean;
}

/** Asks the host to send a verification message to one contact: the one at `index` of the element's `value[key]` at that moment. */
export interface ContactVerifyDetail extends WaitUntil {
  key: string;
  index: number;
}

/** An operation failed. `code` is a `PersistenceErrorCode`. */
export interface ContactInfoErrorDetail {
  code: string;
  operation: 'load' | 'save' | 'search-users' | 'load-history';
}

export interface ContactInfoFormEventMap extends HTMLElementEventMap {
  'contact-info-submit': CustomEvent<ContactInfoSubmitDetail>;
  'contact-info-saved': CustomEvent<ContactInfoSavedDetail>;
  'contact-info-conflict': CustomEvent<ContactInfoConflictDetail>;
  'contact-info-dirty': CustomEvent<ContactInfoDirtyDetail>;
  'contact-verify': CustomEvent<ContactVerifyDetail>;
  'contact-info-error': CustomEvent<ContactInfoErrorDetail>;
}
