import { Hono } from 'hono';
import type { ContactInfo, ContactInfoRecord } from 'portero/domain';
import { entityTag } from 'portero/adapters/entity-tag';
import type { AccountEnvironment } from './account.js';
import { baseRevisionOf, bodyOf, limitOf, RequestError } from './request.js';

/** What is known about how to reach an account. */
export function contactInfoRoutes(): Hono<AccountEnvironment> {
  return new Hono<AccountEnvironment>()
    .get('/', async (context) => {
      const { adapter, request } = context.get('account');
      const record = await adapter.loadContactInfo(request);
      if (record === null) return context.body(null, 204);
      const etag = entityTag(record.revision);
      context.header('etag', etag);
      return isKnown(context.req.header('if-none-match'), etag) ? context.body(null, 304) : context.json(record);
    })
    .put('/', async (context) => {
      const { adapter, request } = context.get('account');
      const baseRevision = baseRevisionOf(context, { mayBeFirst: true });
      const { contactInfo } = await bodyOf(context);
      if (typeof contactInfo !== 'object' || contactInfo === null || Array.isArray(contactInfo)) throw new RequestError(400, 'invalid', 'The body has no contactInfo.');
      const record: ContactInfoRecord = await adapter.saveContactInfo({ ...request, contactInfo: contactInfo as ContactInfo, baseRevision });
      context.header('etag', entityTag(record.revision));
      return context.json(record, baseRevision === null ? 201 : 200);
    })
    .get('/history', async (context) => {
      const { adapter, request } = context.get('account');
      return context.json(await adapter.loadHistory!({ ...request, cursor: context.req.query('cursor'), limit: limitOf(context) }));
    });
}

function isKnown(tags: string | undefined, etag: string): boolean {
  return (tags ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
