import { expect } from 'chai';
import { Hono } from 'hono';
import { createApp } from '../../examples/server/src/http/app.js';
import type { AccountEnvironment } from '../../examples/server/src/http/account.js';
import { requireCompleteContactInfo } from '../../examples/server/src/http/require-complete-contact-info.js';
import { MemoryAdapter } from '../../src/adapters/memory.js';
import type { EvaluationRequest, Evaluation } from '../../src/domain/evaluate-contact-info.js';
import type { User } from '../../src/domain/user.js';
import data from '../domain/evaluate-contact-info.vectors.json';

interface Vector extends Omit<EvaluationRequest, 'at' | 'requirements' | 'activeUserIds'> {
  name: string;
  at: string;
  activeUserIds: string[] | null;
  requirements?: EvaluationRequest['requirements'];
  expected: Evaluation;
}

const activeUser = (id: string): User => ({ id, name: id, email: `${id}@example.com`, role: 'editor', status: 'active', mailingLists: [], revision: '1' });

/** A server with one account, and work of it that is protected. */
function serverOf({ contactInfo, activeUserIds, requirements, environment, integrationType, at }: Vector): Hono {
  const adapter = new MemoryAdapter({ accounts: { acme: { ...(contactInfo && { contactInfo }), users: (activeUserIds ?? []).map(activeUser) } } });
  if (!activeUserIds) Object.assign(adapter, { users: undefined });
  const work = new Hono<AccountEnvironment>()
    .use(requireCompleteContactInfo({ situationOf: () => ({ environment, integrationType, requirements }), clock: () => new Date(at) }))
    .get('/', (context) => context.text('done'));
  return createApp({
    authenticate: () => ({ viewer: { id: 'x', role: 'editor' }, isOf: () => true }), adapterFor: () => adapter,
    versions: { users: async () => null }, more: new Hono<AccountEnvironment>().route('/work', work),
  });
}

describe('work that needs an account that can be reached', () => {
  for (const vector of data.vectors as unknown as Vector[]) {
    it(`is ${vector.expected.complete ? 'done' : 'refused'}: ${vector.name}`, async () => {
      const response = await serverOf(vector).request('/accounts/acme/work');
      expect(response.status).to.equal(vector.expected.complete ? 200 : 403);
      if (vector.expected.complete) return expect(await response.text()).to.equal('done');
      expect(response.headers.get('content-type')).to.equal('application/problem+json');
      const { fields, issues } = vector.expected;
      // As JSON has it.
      expect(await response.json()).to.deep.include(JSON.parse(JSON.stringify({ status: 403, code: 'incomplete', fields, issues })));
    });
  }
});
