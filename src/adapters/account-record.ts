import type { ContactInfo, ContactInfoRecord } from '../domain/contact-info.js';
import { validateContactInfo } from '../domain/field-value.js';
import { changedKeys } from '../domain/merge-contact-info.js';
import { canEditContactInfo } from '../domain/user.js';
import type { HistoryPage, SaveContactInfoRequest } from '../ports/persistence-adapter.js';
import { PersistenceError } from '../ports/persistence-error.js';
import type { AccountSettings } from './account-settings.js';
import type { AccountReading, AccountTransaction } from './account-storage.js';
import { pageSize } from './page-size.js';

const defaultPageSize = 20;

/** How many entries of an account's history are kept: a browser's storage is no archive. */
const historyBound = 200;

/** Compare and set: writes only where the stored revision is the one that was edited. Values that break a rule are refused. */
export async function compareAndSave(
  transaction: AccountTransaction, settings: AccountSettings, { contactInfo, baseRevision }: Pick<SaveContactInfoRequest, 'contactInfo' | 'baseRevision'>,
): Promise<ContactInfoRecord> {
  if (!canEditContactInfo(settings.viewer, settings.roles)) throw new PersistenceError('forbidden', 'The viewer’s role does not edit contact information.');
  const issues = validateContactInfo(contactInfo, settings.requirements);
  if (issues.length > 0) throw new PersistenceError('invalid', 'The contact information breaks a rule.', { issues });
  const current = await transaction.getRecord();
  if ((current?.revision ?? null) !== baseRevision) {
    throw new PersistenceError('conflict', 'The contact information was changed in the meantime.', { current });
  }
  return saveRecord(transaction, settings, current, contactInfo);
}

/** Writes a new revision and an entry of history, and lets the oldest go beyond `historyBound`. */
export async function saveRecord(
  transaction: AccountTransaction, settings: AccountSettings, before: ContactInfoRecord | null, contactInfo: ContactInfo,
): Promise<ContactInfoRecord> {
  const { viewer } = settings;
  const user = viewer ? (await transaction.getUser(viewer.id))?.user : undefined;
  const by = user && { id: user.id, name: user.name };
  const at = settings.clock().toISOString();
  const record: ContactInfoRecord = { contactInfo, revision: settings.createId(), updatedAt: at, ...(by && { updatedBy: by }) };
  await transaction.putRecord(record);
  await transaction.addHistory({
    revision: record.revision, at, ...(by && { by }), changedKeys: changedKeys(before?.contactInfo ?? {}, contactInfo),
    ...(before && { before: before.contactInfo }), after: contactInfo,
  });
  await transaction.trimHistory(historyBound);
  return record;
}

/**
 * Newest first. The cursor is the last revision of the page before; where that is not kept any more, nothing older is, and the
 * page is the last one.
 */
export async function pageHistory(reading: AccountReading, { cursor, limit }: { cursor?: string; limit?: number }): Promise<HistoryPage> {
  const entries = await reading.allHistory();
  const last = entries.findIndex(({ revision }) => revision === cursor);
  const start = cursor === undefined ? 0 : last < 0 ? entries.length : last + 1;
  const page = entries.slice(start, start + pageSize(limit, defaultPageSize));
  const hasMore = start + page.length < entries.length;
  return { entries: page, nextCursor: hasMore ? page[page.length - 1].revision : null };
}
