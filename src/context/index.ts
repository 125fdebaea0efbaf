export { persistenceContext } from './persistence-context.js';
export { providePersistence } from './provide-persistence.js';
