// Writes the tables of the README and docs/elements.md from dist/custom-elements.json, so that they say what the source says.
// `--check` changes nothing and fails where they differ.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const isCheck = process.argv.includes('--check');

if (!isCheck || !existsSync('dist/custom-elements.json')) {
  const { status } = spawnSync(process.execPath, ['node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
const order = ['onboarding-gate', 'contact-info-form', 'users-tab', 'support-hours-picker'];
const elements = manifest.modules.flatMap((module) => module.declarations ?? [])
  .filter((declaration) => order.includes(declaration.tagName))
  .sort((a, b) => order.indexOf(a.tagName) - order.indexOf(b.tagName));

const cell = (text) => String(text ?? '').replaceAll('\n', ' ').replaceAll('|', '\\|').trim();
const code = (text) => (text ? `\`${cell(text)}\`` : '');
function table(head, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
const ownEvents = (element) => (element.events ?? []).filter(({ name }) => name);
const detailOf = ({ type }) => /CustomEvent<(.+)>/.exec(type?.text ?? '')?.[1] ?? '';

function eventsTable() {
  return table(['element', 'event', 'detail', 'when'], elements.flatMap((element) =>
    ownEvents(element).map((event) => [code(element.tagName), code(event.name), code(detailOf(event)), cell(event.description)])));
}

function elementSection(element) {
  const fields = (element.members ?? []).filter(({ kind, privacy, static: isStatic }) => kind === 'field' && privacy === undefined && !isStatic);
  const attributes = fields.filter(({ attribute }) => attribute);
  const properties = fields.filter(({ attribute, description }) => !attribute && description);
  const methods = (element.members ?? []).filter(({ kind, privacy, description }) => kind === 'method' && privacy === undefined && description);
  const sections = [
    ['Attributes', table(['attribute', 'type', 'default', ''], attributes.map((field) => [code(field.attribute), code(field.type?.text), code(field.default), cell(field.description)]))],
    ['Properties', table(['property', 'type', ''], properties.map((field) => [code(field.name), code(field.type?.text), cell(field.description)]))],
    ['Methods', table(['method', ''], methods.map((method) => [code(`${method.name}()`), cell(method.description)]))],
    ['Events', table(['event', 'detail', 'when'], ownEvents(element).map((event) => [code(event.name), code(detailOf(event)), cell(event.description)]))],
    ['Slots', table(['slot', ''], (element.slots ?? []).map((slot) => [slot.name ? code(slot.name) : '(default)', cell(slot.description)]))],
    ['Parts', table(['part', ''], (element.cssParts ?? []).map((part) => [code(part.name), cell(part.description)]))],
    ['Custom properties', table(['property', 'default', ''], (element.cssProperties ?? []).map((property) => [code(property.name), code(property.default), cell(property.description)]))],
    ['States', table(['state', ''], (element.cssStates ?? []).map((state) => [code(`:state(${state.name})`), cell(state.description)]))],
  ];
  const body = sections.filter(([, rows]) => rows).map(([title, rows]) => `### ${title}\n\n${rows}`).join('\n\n');
  return `## \`<${element.tagName}>\`\n\n${element.description.trim()}\n\n${body}`;
}

const readme = readFileSync('README.md', 'utf8').replace(/(<!-- generated:events -->\n)[\s\S]*?(<!-- \/generated -->)/, `$1\n${eventsTable()}\n\n$2`);
const reference = `# Elements\n\nMade from the source by \`npm run docs\`.\n\n${elements.map(elementSection).join('\n\n')}\n`;

const stale = [['README.md', readme], ['docs/elements.md', reference]].filter(([file, content]) => !existsSync(file) || readFileSync(file, 'utf8') !== content);
if (elements.length !== order.length) {
  console.error(`custom-elements.json describes ${elements.length} of ${order.length} elements.`);
  process.exit(1);
}
if (isCheck && stale.length > 0) {
  console.error(`${stale.map(([file]) => file).join(' and ')} do not say what the source says. Run: npm run docs`);
  process.exit(1);
}
for (const [file, content] of stale) writeFileSync(file, content);
