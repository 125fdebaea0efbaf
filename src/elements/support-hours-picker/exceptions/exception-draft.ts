/** An exception as it is being written. */
export interface ExceptionDraft {
  from: string;
  /** Empty: one day. */
  to: string;
  hours: string;
  label: string;
}

export const emptyExceptionDraft: ExceptionDraft = { from: '', to: '', hours: '', label: '' };
