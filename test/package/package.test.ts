import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, string | { types: string; default: string }>; dependencies: Record<string, string>; sideEffects: string[] };

/** Files that a pattern with one `*` in its last part matches. */
function matching(pattern: string): string[] {
  const [before, after] = path.basename(pattern).split('*');
  return readdirSync(path.dirname(pattern)).filter((name) => name.startsWith(before) && name.endsWith(after)).map((name) => path.join(path.dirname(pattern), name));
}

/** Runs a module in plain Node, outside any loader, and returns what it prints. */
function inNode(code: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } }).trim();
}

describe('the built package', () => {
  for (const [entry, target] of Object.entries(manifest.exports)) {
    const files = typeof target === 'string' ? [target] : [target.types, target.default];
    for (const file of files) {
      it(`has what ${entry} leads to: ${file}`, () => {
        expect(file.includes('*') ? matching(file).length > 0 : existsSync(file)).to.equal(true);
      });
    }
  }

  it('gives its rule, its adapters and its kit to plain Node', () => {
    expect(inNode(`
      import { evaluateContactInfo, partnerPortalRequirements } from 'portero/domain';
      import { MemoryAdapter } from 'portero/adapters/memory';
      import { conformanceCases } from 'portero/testing';
      const { complete } = evaluateContactInfo({ requirements: partnerPortalRequirements, environment: 'sandbox', contactInfo: null, at: new Date(), activeUserIds: null });
      console.log(complete, new MemoryAdapter().durable, conformanceCases(() => { throw new Error(); }).length > 50);`)).to.equal('false false true');
  });

  it('can be imported in Node, and registers nothing', () => {
    const code = `
      const defined = [];
      globalThis.customElements = { define: (tag) => defined.push(tag), get: () => undefined };
      const { OnboardingGate, MemoryAdapter, PersistenceError } = await import('portero');
      console.log(typeof OnboardingGate, typeof MemoryAdapter, typeof PersistenceError, defined.length);`;
    expect(inNode(code)).to.equal('function function function 0');
  });

  it('brings the gate and nothing that it may not need with the script tag', () => {
    const found = new Set<string>();
    const follow = (file: string): void => {
      if (found.has(file)) return;
      found.add(file);
      for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) follow(path.join(path.dirname(file), specifier));
    };
    follow('dist/portero.js');
    const names = [...found].map((file) => path.basename(file));
    expect(names.filter((name) => /^(contact-info-form|users-tab|support-hours-picker|hours|indexed-db|memory|es|zone-list)-/.test(name))).to.deep.equal([]);
    for (const lazy of ['contact-info-form', 'users-tab', 'support-hours-picker', 'indexed-db', 'es']) {
      // A name, and eight letters that stand for its content.
      expect(readdirSync('dist/chunks').filter((name) => new RegExp(`^${lazy}-[\\w-]{8}\\.js$`).test(name)), lazy).to.have.length(1);
    }
  });

  it('evaluates no text, and names no path of the machine it was built on', () => {
    for (const file of ['dist/portero.js', ...matching('dist/chunks/*.js')]) {
      const code = readFileSync(file, 'utf8');
      expect(code, file).not.to.match(/\bnew Function\b|\beval\(/);
      expect(code, file).not.to.contain(process.cwd());
    }
  });

  it('describes the four elements, each with its events and parts', () => {
    const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as { modules: { declarations: { tagName?: string; events?: { name: string; description?: string }[]; cssParts?: unknown[]; cssProperties?: unknown[] }[] }[] };
    const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
    expect(elements.map(({ tagName }) => tagName).sort()).to.deep.equal(['contact-info-form', 'onboarding-gate', 'support-hours-picker', 'users-tab']);
    for (const { tagName, events, cssParts, cssProperties } of elements) {
      expect(events!.every(({ description }) => description), `${tagName}: every event is described`).to.equal(true);
      expect(cssParts, tagName).not.to.be.empty;
      expect(cssProperties, tagName).not.to.be.empty;
    }
  });

  it('depends on what a browser needs, and on nothing else', () => {
    expect(Object.keys(manifest.dependencies).sort()).to.deep.equal(['@lit/context', '@lit/reactive-element', 'd3-dsv', 'eventsource-parser', 'idb', 'lit', 'zod']);
  });
});
