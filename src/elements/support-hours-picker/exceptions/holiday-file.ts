import { exceptionsFromICalendar, type HolidayWindow } from '../../../domain/conversions/exceptions-from-icalendar.js';
import { refused, type Issue, type Result } from '../../../domain/issue.js';
import type { Exception } from '../../../domain/support-hours.js';
import { decodeText, maxBytes } from '../../../internal/text-decoding.js';

/** A calendar file once it is text. */
export interface HolidayFile {
  name: string;
  text: string;
  /** What had to be guessed to read it. */
  warnings: readonly Issue[];
}

/** Reads a file as text, whatever it is encoded in. Rejects where the browser cannot read it. */
export async function readHolidayFile(file: File): Promise<Result<HolidayFile>> {
  // Of what is too large no more is read than shows it.
  const decoded = decodeText(new Uint8Array(await file.slice(0, maxBytes + 1).arrayBuffer()));
  return decoded.ok ? { ok: true, value: { name: file.name, text: decoded.value, warnings: decoded.warnings }, warnings: [] } : refused(...decoded.issues);
}

/** The holidays of a file between two dates. */
export function holidaysOf({ text, warnings }: HolidayFile, window: HolidayWindow): Result<Exception[]> {
  const result = exceptionsFromICalendar(text, window);
  return result.ok ? { ...result, warnings: [...warnings, ...result.warnings] } : result;
}
