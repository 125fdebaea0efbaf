import { warnOnce } from '../internal/warn.js';

/** In the global registry, so that two copies of the library on a page know each other's elements. */
const brand = Symbol.for('portero.element');

/** Registers an element. Loading it twice, from two copies even, is fine: the first one stays. */
export function defineElement(tag: string, constructor: CustomElementConstructor): void {
  const existing = customElements.get(tag);
  if (!existing) {
    Object.defineProperty(constructor, brand, { value: true });
    customElements.define(tag, constructor);
  } else if (!(brand in existing)) {
    warnOnce(tag, 'is already defined by something else on this page, so Portero’s element was not registered.');
  }
}
