import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A page of `docs/` as its tests see it: its links, and its modules, each of which says its name in its first line. */
export class DocsPage {
  readonly text: string;
  readonly modules: readonly { name: string; code: string }[];
  #folder = '';

  constructor(readonly file: string) {
    this.text = readFileSync(file, 'utf8');
    this.modules = [...this.text.matchAll(/```ts\n\/\/ ([\w-]+\.ts)\n([\s\S]*?)```/g)].map(([, name, code]) => ({ name, code }));
  }

  get isLinkedFromReadme(): boolean {
    return readFileSync('README.md', 'utf8').includes(`(${this.file})`);
  }

  /** Links to files or headings that do not exist. */
  get brokenLinks(): string[] {
    return [...this.text.matchAll(/\]\(([^)]+)\)/g)].map(([, href]) => href).filter((href) => {
      const [target, heading] = href.split('#');
      const linked = path.join('docs', target);
      return !existsSync(linked) || (heading && !readFileSync(linked, 'utf8').toLowerCase().replaceAll(' ', '-').includes(`\n##-${heading}\n`));
    });
  }

  /** Blocks of code that have no name, and so are checked by nobody. */
  get uncheckedBlocks(): number {
    return (this.text.match(/```(ts|js)\n/g) ?? []).length - this.modules.length;
  }

  /** Writes the modules where they find the package's dependencies. */
  write(): void {
    mkdirSync('node_modules/.cache', { recursive: true });
    this.#folder = mkdtempSync(path.resolve('node_modules/.cache/docs-page-'));
    for (const { name, code } of this.modules) writeFileSync(this.pathOf(name), code);
    writeFileSync(this.pathOf('package.json'), '{ "type": "module" }');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  pathOf(name: string): string {
    return path.join(this.#folder, name);
  }

  /** What the compiler says of them: it reads the types of everything that the package exports. */
  diagnostics(): string[] {
    const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', (name) => readFileSync(name, 'utf8')).config, ts.sys, '.');
    const source = (name: string) => [path.resolve('src', name)];
    const paths = { portero: source('index.ts'), 'portero/domain': source('domain/index.ts'), 'portero/context': source('context/index.ts'), 'portero/testing': source('testing/index.ts'), 'portero/define': source('define/index.ts'), 'portero/define/*': source('define/*') };
    const program = ts.createProgram(this.modules.map(({ name }) => this.pathOf(name)), { ...options, paths });
    return ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  }
}
