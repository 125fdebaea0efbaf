import { createConfig, lint } from '@redocly/openapi-core';
import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { contactInfoRecordSchema } from '../../src/domain/contact-info.js';
import { userSchema, userStatuses } from '../../src/domain/user.js';
import { userSortKeys } from '../../src/ports/persistence-adapter.js';
import { guardNames, persistenceErrorCodes } from '../../src/ports/persistence-error.js';
import { description } from './support/openapi.js';

async function problemsOf(file: string): Promise<string[]> {
  const problems = await lint({ ref: file, config: await createConfig({ extends: ['recommended-strict'] }) });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0].pointer})`);
}

interface Shape { type?: string; enum?: string[]; required?: string[]; properties?: Record<string, Shape>; items?: Shape; minLength?: number; $ref?: string }
const schemas = description.components.schemas as Record<string, Shape>;

/** What both say of a value: kinds, names, what is required; references followed, descriptions and openness left out. */
function shapeOf({ $ref, type, enum: values, required, properties, items, minLength }: Shape): object {
  if ($ref) return shapeOf(schemas[$ref.split('/').at(-1)!]);
  return {
    type, minLength, values, required: required && [...required].sort(), items: items && shapeOf(items),
    properties: properties && Object.keys(properties).length > 0 ? Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, shapeOf(one)])) : undefined,
  };
}

describe('openapi.yaml', () => {
  it('is an OpenAPI description in which a linter finds nothing', async () => {
    expect(await problemsOf('openapi.yaml')).to.deep.equal([]);
  });

  it('is really looked at by the linter', async () => {
    const folder = mkdtempSync(path.resolve('node_modules/.cache/openapi-'));
    try {
      const file = path.join(folder, 'openapi.yaml');
      writeFileSync(file, readFileSync('openapi.yaml', 'utf8').replace("'#/components/schemas/UserPage'", "'#/components/schemas/Nothing'"));
      expect((await problemsOf(file)).join('\n')).to.include('no-unresolved-refs');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const [name, schema] of [['ContactInfoRecord', contactInfoRecordSchema], ['User', userSchema]] as const) {
    it(`says of a ${name} what is checked`, () => {
      expect(shapeOf(schemas[name])).to.deep.equal(shapeOf(z.toJSONSchema(schema) as Shape));
    });
  }

  it('names every code, guard, status and order', () => {
    const { code, guard } = schemas.Problem.properties!;
    expect([code.enum, guard.enum, schemas.UserStatus.enum]).to.deep.equal([[...persistenceErrorCodes], [...guardNames], [...userStatuses]]);
    const sort = description.paths['/accounts/{accountId}/users'].get.parameters!.find(({ name }) => name === 'sort') as { schema: Shape };
    expect(sort.schema.enum).to.deep.equal(userSortKeys.flatMap((key) => [key, `-${key}`]));
  });
});
