import { ContextRoot } from '@lit/context';

/*
 * Remembers elements that asked for an adapter before anybody provided one, and asks again when a provider turns up.
 * Has to listen before the first element is defined, so every file here imports it first.
 */
const attached = Symbol.for('portero.context-root');
const root = document.documentElement as HTMLElement & { [attached]?: true };

if (!root[attached]) {
  Object.defineProperty(root, attached, { value: true });
  new ContextRoot().attach(root);
}
