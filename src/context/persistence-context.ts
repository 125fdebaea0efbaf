import { createContext } from '@lit/context';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';

/** Carries the adapter from a provider to the elements below it. Versioned, and shared by every copy of the library on a page. */
export const persistenceContext = createContext<PersistenceAdapter | undefined>(Symbol.for('portero.persistence.1'));
