export { conformanceCases } from './conformance-cases.js';
export type { ConformanceCapabilities, ConformanceCase, ConformanceLevel, ConformanceStore, CreateConformanceStore, OpenOptions } from './conformance-case.js';
