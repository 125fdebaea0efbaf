/** An id for a new schedule. Not by `crypto.randomUUID`, which pages without https lack. */
export function createScheduleId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
