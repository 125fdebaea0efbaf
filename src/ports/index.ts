export { checked } from './checked.js';
export * from './persistence-adapter.js';
export * from './persistence-error.js';
