import * as z from 'zod/mini';
import { parseFieldValue } from '../../domain/field-value.js';
import type { RequirementSet } from '../../domain/requirements.js';
import type { PropertyKind } from '../../internal/property-kinds.js';

/*
 * Unsaved changes, as they are kept in this browser. Owns where and in what shape they are stored; does not own when they
 * are written, nor what becomes of what is found.
 *
 * - A draft is one person's, about one account: its key names the account, the viewer and the version of the requirements,
 *   and nothing is read under another.
 * - It begins with the time at which it was written, so that one that is too old is deleted without being read.
 * - What is found is not trusted: anything may have written it. What does not parse, is too long or too deep is no draft.
 * - A browser that keeps nothing, or has no room left, keeps no draft. Nothing here throws.
 */

export const draftModes = ['session', 'local', 'off'] as const;
/** `session`: for this tab, until it is closed. `local`: for this browser, at most seven days. `off`: not at all. */
export type DraftMode = (typeof draftModes)[number];
export const defaultDraftMode: DraftMode = 'session';

export const draftModeKind: PropertyKind = { name: `one of ${draftModes.join(', ')}`, is: (value) => draftModes.some((mode) => mode === value) };

export interface DraftPlace {
  mode: DraftMode;
  accountId: string;
  viewerId: string;
  requirementsVersion: string;
}

const draftSchema = z.object({
  revision: z.nullable(z.string()),
  changes: z.array(z.object({
    key: z.string(), base: z.optional(z.unknown()), value: z.optional(z.unknown()), contested: z.optional(z.boolean()),
  })),
  texts: z.array(z.object({ key: z.string(), box: z.string(), refused: z.boolean(), rejected: z.array(z.string()) })),
});
/** What was unsaved: changed values with what they were changed from, and texts that are no values yet. */
export type Draft = z.infer<typeof draftSchema>;
export type DraftText = Draft['texts'][number];

const prefix = 'portero.draft:';
const longestAge = 7 * 86_400_000;
/** Clocks are set right now and then; a draft from further ahead than this would never be too old. */
const clockTolerance = 86_400_000;
/** In characters. A browser has room for about five million for a whole origin. */
const greatestLength = 2_000_000;
/** Values nest a handful deep. What walks through one walks recursively, and so may a parser. */
const greatestDepth = 32;

function idOf({ accountId, viewerId, requirementsVersion }: DraftPlace): string {
  return prefix + JSON.stringify([accountId, viewerId, requirementsVersion]);
}

export function isSamePlace(a: DraftPlace | undefined, b: DraftPlace | undefined): boolean {
  return a?.mode === b?.mode && (!a || !b || idOf(a) === idOf(b));
}

/** Even to ask for a storage may throw, where the browser forbids it. */
function attempt<T>(mode: DraftMode, task: (storage: Storage) => T): T | undefined {
  if (mode === 'off') return undefined;
  try {
    return task(mode === 'local' ? localStorage : sessionStorage);
  } catch {
    return undefined;
  }
}

/** Writes a draft in the place of any that is there. Returns the text that was stored; `undefined`: none is, now. */
export function writeDraft(place: DraftPlace, payload: string, at: Date): string | undefined {
  const text = `${at.getTime()} ${payload}`;
  const written = text.length > greatestLength ? undefined : attempt(place.mode, (storage) => {
    storage.setItem(idOf(place), text);
    return text;
  });
  // An older one would come back as what was left last.
  if (written === undefined) removeDraft(place);
  return written;
}

export function storedText(place: DraftPlace): string | undefined {
  return attempt(place.mode, (storage) => storage.getItem(idOf(place))) ?? undefined;
}

/** `text`: only while it is still this one, and not another tab's. */
export function removeDraft(place: DraftPlace, text?: string): void {
  if (text !== undefined && storedText(place) !== text) return;
  attempt(place.mode, (storage) => storage.removeItem(idOf(place)));
}

export interface FoundDraft {
  draft: Draft;
  savedAt: Date;
  text: string;
}

/** The draft in that place. One that cannot be used is deleted. */
export function readDraft(place: DraftPlace, requirements: RequirementSet, at: Date): FoundDraft | undefined {
  const text = storedText(place);
  if (text === undefined) return undefined;
  const savedAt = timeOf(text, at);
  const draft = savedAt && text.length <= greatestLength ? parseDraft(text.slice(text.indexOf(' '))) : undefined;
  if (savedAt && draft) return { draft: fitting(draft, requirements), savedAt, text };
  removeDraft(place);
  return undefined;
}

/** When a draft was written, if that is not too long ago. */
function timeOf(text: string, at: Date): Date | undefined {
  const time = Number(/^(\d{1,15}) /.exec(text)?.[1] ?? Number.NaN);
  const age = at.getTime() - time;
  return age < longestAge && age > -clockTolerance ? new Date(time) : undefined;
}

function parseDraft(json: string): Draft | undefined {
  if (!isShallow(json)) return undefined;
  try {
    const parsed = z.safeParse(draftSchema, JSON.parse(json, withoutPrototype));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}

/** Asked of the text: WebKit's tab crashes over some hundred thousand brackets, rather than throwing. */
function isShallow(json: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '"') isInText = !isInText;
    else if (isInText) at += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > greatestDepth) return false;
  }
  return true;
}

/** What belongs to a field that is asked for, and is of its kind. */
function fitting({ revision, changes, texts }: Draft, { fields }: RequirementSet): Draft {
  const kindOf = (key: string) => fields.find((field) => field.key === key)?.kind;
  return {
    revision,
    changes: changes.filter(({ key, base, value }) => {
      const kind = kindOf(key);
      return kind !== undefined && parseFieldValue(kind, base).ok && parseFieldValue(kind, value).ok;
    }),
    texts: texts.filter(({ key }) => kindOf(key) === 'contacts'),
  };
}

/** Deletes what is too old, and what is no draft, of whomever and in both storages. */
export function sweepDrafts(at: Date): void {
  removeWhere((_, text) => timeOf(text, at) === undefined);
}

/** Deletes one person's drafts about one account, of every version of the requirements and in both storages. */
export function clearDrafts({ accountId, viewerId }: { accountId: string; viewerId: string }): void {
  const start = `${prefix}${JSON.stringify([accountId, viewerId]).slice(0, -1)},`;
  removeWhere((id) => id.startsWith(start));
}

function removeWhere(isOver: (id: string, text: string) => boolean): void {
  for (const mode of ['session', 'local'] as const) {
    attempt(mode, (storage) => {
      const ids = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
      for (const id of ids) if (id.startsWith(prefix) && isOver(id, storage.getItem(id) ?? '')) storage.removeItem(id);
    });
  }
}
