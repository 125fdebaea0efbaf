import type { ContactInfo } from '../../domain/contact-info.js';
import { parseFieldValue } from '../../domain/field-value.js';
import type { RequirementSet } from '../../domain/requirements.js';
import { warnOnce } from '../../internal/warn.js';
import type { ContactInfoSession } from './contact-info-session.js';
import { isContactInfo, parseContactInfo } from './restored-value.js';

/**
 * The value as a form of the host's sees it: as JSON, set by a script or the attribute, set back, and restored.
 * Owns what a reset returns to; does not own the value.
 *
 * - A reset returns to what the attribute says; without it, to what a script set last.
 * - The attribute counts until a script sets the value, and after a reset again, as for an `<input>`.
 */
export class HostFormValue {
  readonly #tag: string;
  readonly #session: ContactInfoSession;
  readonly #requirements: () => RequirementSet;
  #set: ContactInfo | undefined;
  #defaultText: string | null = null;
  #isAttributeInForce = true;

  constructor(tag: string, session: ContactInfoSession, requirements: () => RequirementSet) {
    this.#tag = tag;
    this.#session = session;
    this.#requirements = requirements;
  }

  /** For FormData: an empty one is left out. */
  get data(): string | null {
    return Object.keys(this.#session.edit.current).length === 0 ? null : this.state;
  }

  /** For the browser to keep: an empty one was emptied. */
  get state(): string {
    return JSON.stringify(this.#session.edit.current);
  }

  get defaultText(): string | null {
    return this.#defaultText;
  }

  setDefault(text: string | null): void {
    this.#defaultText = text === null ? null : String(text);
    if (text && !parseContactInfo(text)) warnOnce(this.#tag, 'has a default value that is no JSON object; it was not used.');
    if (this.#isAttributeInForce) this.#session.replace(this.#initial);
  }

  set(value: unknown): void {
    if (value !== null && value !== undefined && !isContactInfo(value)) {
      warnOnce(this.#tag, 'has a value that is no object; it was not used.');
      return;
    }
    this.#set = value ?? {};
    this.#isAttributeInForce = false;
    this.#session.replace(this.#set);
  }

  reset(): void {
    this.#isAttributeInForce = this.#defaultText !== null;
    this.#session.startFrom(this.#initial);
  }

  restore(text: string): void {
    const restored = parseContactInfo(text);
    if (restored) this.#session.startFrom(this.#initial, withoutMalformed(restored, this.#requirements()));
    else warnOnce(this.#tag, 'could not restore a value that is no contact information.');
  }

  get #initial(): ContactInfo {
    return (this.#defaultText === null ? this.#set : parseContactInfo(this.#defaultText)) ?? {};
  }
}

/** Without the values that are of another kind than their field: nobody could mend those. */
function withoutMalformed(info: ContactInfo, { fields }: RequirementSet): ContactInfo {
  const kinds = new Map(fields.map(({ key, kind }) => [key, kind]));
  return Object.fromEntries(Object.entries(info).filter(([key, value]) => {
    const kind = kinds.get(key);
    return kind === undefined || parseFieldValue(kind, value).ok;
  }));
}
