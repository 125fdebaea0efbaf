import { MemoryAdapter, MemoryStore } from '../../src/adapters/memory.js';
import { conformanceCases } from '../../src/testing/index.js';

describe('the memory adapter conforms', () => {
  const createStore = () => {
    const store = new MemoryStore();
    return { open: (options = {}) => new MemoryAdapter({ ...options, store }) };
  };
  const capabilities = { validation: true, users: true, guards: true, roles: true, watch: true, history: true };
  for (const { name, level, run } of conformanceCases(createStore, capabilities)) it(`${level}: ${name}`, run);
});
