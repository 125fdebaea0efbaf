import { html, type TemplateResult } from 'lit';
import '../src/define/users-tab.js';
import { MemoryAdapter, MemoryStore } from '../src/adapters/memory.js';
import type { User } from '../src/domain/user.js';
import type { UsersTab } from '../src/elements/users-tab/users-tab.js';
import type { PersistenceAdapter, UserDirectory } from '../src/ports/persistence-adapter.js';
import { PersistenceError } from '../src/ports/persistence-error.js';
import { accountId, fewUsers, viewers } from './support/scenario-adapter.js';

export default { title: 'Users tab: inviting', component: 'users-tab' };

const mailingLists = [{ key: 'product-news', label: 'Product news' }, { key: 'incidents', label: 'Incidents' }];
const pasted = [
  'Zoe Zimmermann <zoe.zimmermann@mesa.example>', 'Yannick Öztürk <yannick.oezturk@mesa.example>', 'zoe.zimmermann@mesa.example', '"Z. Zimmermann" <Zoe.Zimmermann@mesa.example>',
  'laura.mendez@mesa.example', 'Ana Gómez <ana.gomez@mesa.example>', 'noor@mesa.example', 'عمر حداد <omar.haddad@mesa.example>', 'somebody at mesa.example', '李小龍 <xiaolong.li@mesa.example>',
].join('\n');
const people = `Nombre;Correo;Rol;Sede
Zoe Zimmermann;zoe.zimmermann@mesa.example;Editor;Vigo
Yannick Öztürk;yannick.oezturk@mesa.example;Jefe de sala;Lugo
Xavier Xu;;Tester;
`;

/** An adapter that gives links, and of whose invitations some are refused. */
function adapter({ refuses, limit }: { refuses?: RegExp; limit?: number } = {}, users: readonly User[] = fewUsers): PersistenceAdapter {
  const working = new MemoryAdapter({ store: new MemoryStore({ [accountId]: { users: [...users] } }), viewer: viewers.administrator });
  const { users: own } = working;
  let calls = 0;
  const directory: Partial<UserDirectory> = {
    inviteUsers: async (request) => {
      calls += 1;
      if (limit !== undefined && calls > limit) throw new PersistenceError('rate-limited', 'Too many.', { retryAfter: 60 });
      const results = [];
      for (const invitation of request.invitations) {
        if (refuses?.test(invitation.email)) results.push({ ok: false as const, issue: { path: ['role'], code: 'guard.role-rank' } });
        else results.push(...(await own.inviteUsers({ ...request, invitations: [invitation] })).map((result) => (result.ok ? { ...result, link: `https://portal.example/join/${result.user.id}` } : result)));
      }
      return results;
    },
  };
  return Object.assign(working, { users: { ...own, ...directory } });
}

/** What a person does next, once it can be done. */
type Step = (root: ShadowRoot) => boolean;

const press = (text: RegExp): Step => (root) => {
  const scope = root.querySelector<HTMLElement>('dialog[open]') ?? root;
  const button = [...scope.querySelectorAll<HTMLButtonElement>('button')].find((one) => text.test(one.textContent ?? '') && one.getAttribute('aria-disabled') !== 'true');
  button?.click();
  return button !== undefined;
};
const paste = (content: string): Step => (root) => {
  const box = root.querySelector('textarea');
  if (!box) return false;
  box.value = content;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
};
const choose = (name: string, content: string): Step => (root) => {
  const input = root.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) return false;
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
};
const shown = (text: RegExp): Step => (root) => text.test(root.textContent ?? '');

function users(of: PersistenceAdapter, ...steps: Step[]): UsersTab {
  const element = Object.assign(document.createElement('users-tab'), { accountId, platformName: 'Mesa', viewer: viewers.administrator, mailingLists, adapter: of });
  const act = async () => {
    for (const step of steps) while (!element.shadowRoot || !step(element.shadowRoot)) await new Promise(requestAnimationFrame);
  };
  void act();
  return element;
}

const invite = press(/Invite user|Invitar/);
const lookedThrough: Step = (root) => root.querySelector('dialog table') !== null && !/Finding out|Comprobando/.test(root.textContent ?? '');
const review = [invite, paste(pasted), press(/^\s*(Review|Revisar)/), lookedThrough];

export const One = { render: () => users(adapter(), invite) };
/** Somebody twice, somebody who has access already, and what is no address. */
export const Review = { render: () => users(adapter(), ...review) };
/** Columns in Spanish, one of them unknown, and a role that nobody has words for. */
export const ReviewOfFile = { render: () => users(adapter(), invite, choose('equipo.csv', people), lookedThrough) };
/** Most are sent; one is refused, and stays. */
export const PartialFailure = { render: () => users(adapter({ refuses: /yannick/ }), ...review, press(/Send \d/), shown(/were not invited|was not invited/)) };
/** Links for those who get no e-mail. */
export const AllSent = { render: () => users(adapter(), invite, paste('Zoe <zoe@mesa.example>, yan@mesa.example'), press(/^\s*Review/), lookedThrough, press(/Send \d/), shown(/Copy link/)) };
/** The second batch of a hundred is refused: the first stays sent. */
export const BatchRefused = {
  render: () => users(adapter({ limit: 1 }), invite, paste(Array.from({ length: 130 }, (_, index) => `colleague${index + 1}@mesa.example`).join('\n')), press(/^\s*Review/), lookedThrough, press(/Send \d/), shown(/too many tries/)),
};
const waiting: User[] = [
  fewUsers[0],
  { ...fewUsers[2], invitedAt: new Date().toISOString() },
  { ...fewUsers[2], id: 'bea', name: 'Bea Soler', email: 'bea.soler@mesa.example', invitedAt: '2026-10-01T09:00:00.000Z', expiresAt: '2026-10-15T09:00:00.000Z' },
  { ...fewUsers[2], id: 'cai', name: '', email: 'cai@mesa.example', invitedAt: '2026-11-20T09:00:00.000Z' },
];
/** One was sent just now and cannot be sent again yet, and one has expired. */
export const Pending = { render: () => users(adapter({}, waiting)) };
export const ReviewInSpanish = { render: (): TemplateResult => html`<div lang="es">${users(adapter(), ...review)}</div>` };
export const ReviewRightToLeft = { render: (): TemplateResult => html`<div lang="ar" dir="rtl">${users(adapter(), ...review)}</div>` };
export const ReviewDark = { render: (): TemplateResult => html`<style>.dark { color-scheme: dark; background: #15181e; padding: 1rem; }</style><div class="dark">${users(adapter(), ...review)}</div>` };
