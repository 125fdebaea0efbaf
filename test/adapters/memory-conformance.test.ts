import { conformanceCases } from '../../src/testing/index.js';
import { memoryConformanceStore } from '../testing/memory-conformance-store.js';

describe('the memory adapter conforms', () => {
  const capabilities = { validation: true, users: true, guards: true, roles: true, watch: true, history: true };
  for (const { name, level, run } of conformanceCases(() => memoryConformanceStore(), capabilities)) it(`${level}: ${name}`, run);
});
