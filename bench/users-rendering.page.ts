import { MemoryAdapter } from '../src/adapters/memory.js';
import '../src/define/users-tab.js';
import type { UsersTab } from '../src/elements/users-tab/users-tab.js';
import type { PersistenceAdapter } from '../src/ports/persistence-adapter.js';
import { generateUsers } from '../stories/support/generate-users.js';
import { rivals } from './users-rendering.rivals.js';

/* What is measured in the page: one way of showing users at one size, in a page of its own. */

export interface Mounted {
  /** From making the element to rows that are laid out, in milliseconds. */
  mount: number;
  elements: number;
}

export interface Moved {
  steps: number;
  /** Frames of more than 50 ms, and how long the longest took. */
  longFrames: number;
  longest: number;
}

let shown: HTMLElement;

/** The adapter answers with so many rows, whatever it was asked for. */
function paged(adapter: MemoryAdapter, rows: number): PersistenceAdapter {
  return {
    loadContactInfo: (request) => adapter.loadContactInfo(request),
    saveContactInfo: (request) => adapter.saveContactInfo(request),
    users: { ...adapter.users, listUsers: (request) => adapter.users.listUsers({ ...request, limit: rows }) },
  };
}

async function usersTab(size: number, rows: number): Promise<() => HTMLElement> {
  const adapter = new MemoryAdapter({ accounts: { bench: { users: generateUsers(size) } } });
  // The page is opened over an account that is there: what a store does once is not done while it is shown.
  await adapter.users.listUsers({ accountId: 'bench', signal: new AbortController().signal });
  return () => Object.assign(document.createElement('users-tab'), { accountId: 'bench', adapter: paged(adapter, rows) } satisfies Partial<UsersTab>);
}

function rival(tag: keyof typeof rivals, size: number): () => HTMLElement {
  customElements.define(tag, rivals[tag]);
  const users = generateUsers(size);
  return () => Object.assign(document.createElement(tag), { users });
}

const contenders: Record<string, (size: number) => (() => HTMLElement) | Promise<() => HTMLElement>> = {
  'users-tab': (size) => usersTab(size, 50),
  'users-tab, 25 rows': (size) => usersTab(size, 25),
  'users-tab, 100 rows': (size) => usersTab(size, 100),
  'TanStack Virtual': (size) => rival('windowed-users', size),
  'content-visibility': (size) => rival('skipped-users', size),
};

let create: () => HTMLElement;

/** Everything that is there before the page is opened. Not measured. */
async function prepare(contender: string, size: number): Promise<void> {
  create = await contenders[contender](size);
}

const rowsIn = (root: ParentNode | null) => root?.querySelectorAll('tbody tr[data-user]').length ?? 0;

/** Resolves as soon as there are rows. */
function rowsAppear(root: ShadowRoot): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (rowsIn(root) === 0) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true });
    look();
  });
}

async function mount(): Promise<Mounted> {
  const begin = performance.now();
  shown = create();
  document.body.append(shown);
  // A shadow root is made with the first update.
  while (!shown.shadowRoot) await Promise.resolve();
  await rowsAppear(shown.shadowRoot);
  shown.getBoundingClientRect();
  return { mount: performance.now() - begin, elements: shown.shadowRoot.querySelectorAll('*').length };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function observed(steps: number, step: () => unknown): Promise<Moved> {
  const long: number[] = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
  await frame();
  observer.observe({ type: 'long-animation-frame' });
  let taken = 0;
  while (taken < steps && (await step()) !== false) taken += 1;
  await frame();
  await new Promise((resolve) => setTimeout(resolve));
  observer.disconnect();
  return { steps: taken, longFrames: long.length, longest: Math.max(0, ...long) };
}

/** Sixty frames of scrolling by more than a screen each; for what is paged, twenty pages on. */
function move(): Promise<Moved> {
  const root = shown.shadowRoot!;
  const scroller = root.querySelector('.scroller');
  if (scroller) {
    return observed(60, () => {
      scroller.scrollTop += 800;
      return frame();
    });
  }
  return observed(20, async () => {
    const next = root.querySelector<HTMLButtonElement>('#page-next');
    const first = root.querySelector<HTMLElement>('[data-user]')?.dataset.user;
    if (!next || next.disabled) return false;
    // A page that is about to be replaced cannot be turned: it is asked for until it is.
    while (root.querySelector<HTMLElement>('[data-user]')?.dataset.user === first) {
      next.click();
      await frame();
    }
    return true;
  });
}

Object.assign(globalThis, { prepare, mount, move });
