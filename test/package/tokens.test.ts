import { expect } from 'chai';
import { readFileSync } from 'node:fs';

/** Custom properties by name, without the prefix. */
function valuesOf(file: string, declaration: RegExp): Record<string, string> {
  return Object.fromEntries([...readFileSync(file, 'utf8').matchAll(declaration)].map(([, name, value]) => [name, value.trim()]));
}

describe('tokens.css', () => {
  it('says what is built into the elements', () => {
    const published = valuesOf('src/tokens.css', /--portero-([\w-]+):\s*([^;]+);/g);
    const builtIn = valuesOf('src/internal/base.styles.ts', /var\(--portero-([\w-]+),\s*(.+)\);/g);
    expect(Object.keys(published)).not.to.be.empty;
    expect(builtIn).to.deep.equal(published);
  });

  it('hides a portal whose gate is not defined yet', () => {
    expect(readFileSync('src/tokens.css', 'utf8')).to.match(/onboarding-gate:not\(:defined\),\s*onboarding-gate:not\(:defined\) \*\s*\{\s*visibility: hidden !important;/);
  });
});
