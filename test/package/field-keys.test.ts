import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => path.join(folder, name));
}

describe('the keys of fields', () => {
  const keys = partnerPortalRequirements.fields.map(({ key }) => key);
  // Catalogues say what the reference portal's fields are called; everything else is told by data which fields there are.
  const files = ['src/elements', 'src/internal', 'src/controllers', 'src/define'].flatMap(filesBelow).filter((file) => !file.endsWith('.strings.ts'));

  it('are seven', () => {
    expect(keys).to.have.length(7);
    expect(files.length).to.be.greaterThan(60);
  });

  for (const key of keys) {
    it(`are named by no element: ${key}`, () => {
      expect(files.filter((file) => readFileSync(file, 'utf8').includes(key))).to.deep.equal([]);
    });
  }
});
