import './define/onboarding-gate.js';
import type { PersistenceAdapter } from './ports/persistence-adapter.js';

/*
 * The entry for a script tag. The gate is registered at once, since nothing of the portal may be seen before it is; the
 * other elements are loaded when the document first has one. In a shadow root of the host's, call `load`.
 */
const loaders = {
  'contact-info-form': () => import('./define/contact-info-form.js'),
  'users-tab': () => import('./define/users-tab.js'),
  'support-hours-picker': () => import('./define/support-hours-picker.js'),
};
type LazyTag = keyof typeof loaders;
const lazyTags = Object.keys(loaders) as LazyTag[];

/** Loads and registers elements by tag, all of them where none is named. */
export async function load(...tags: LazyTag[]): Promise<void> {
  await Promise.all((tags.length > 0 ? tags : lazyTags).map((tag) => loaders[tag]()));
}

const waiting = new Set(lazyTags);

function discover(root: ParentNode): void {
  for (const tag of waiting) {
    if (!root.querySelector(tag)) continue;
    waiting.delete(tag);
    // The browser tells of what it could not load. Once it is online again, the element is looked for anew.
    void load(tag).catch(() => window.addEventListener('online', () => discoverAgain(tag), { once: true }));
  }
  if (waiting.size === 0) observer.disconnect();
}

function discoverAgain(tag: LazyTag): void {
  waiting.add(tag);
  observer.observe(document, { childList: true, subtree: true });
  discover(document);
}

const observer = new MutationObserver(() => discover(document));
observer.observe(document, { childList: true, subtree: true });
discover(document);

/** An adapter that keeps everything in this browser; what `persistence="local"` uses. */
export async function createLocalAdapter(
  options?: ConstructorParameters<typeof import('./adapters/indexed-db.js').IndexedDbAdapter>[0],
): Promise<PersistenceAdapter> {
  const { IndexedDbAdapter } = await import('./adapters/indexed-db.js');
  return new IndexedDbAdapter(options);
}

/** An adapter of a back end that answers as `openapi.yaml` says; what `persistence="/api"` uses, where headers are needed too. */
export async function createHttpAdapter(options: ConstructorParameters<typeof import('./adapters/http.js').HttpAdapter>[0]): Promise<PersistenceAdapter> {
  const { HttpAdapter } = await import('./adapters/http.js');
  return new HttpAdapter(options);
}

export { providePersistence } from './context/provide-persistence.js';
export { partnerPortalRequirements } from './domain/partner-portal-requirements.js';
export { PersistenceError } from './ports/persistence-error.js';
