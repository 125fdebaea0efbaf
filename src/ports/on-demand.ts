/** Code that is loaded when it is first asked for, and at hand from then on. What could not be loaded is asked for again. */
export function onDemand<T extends object>(load: () => Promise<T>): () => Promise<T> | T {
  let loaded: T | undefined;
  return () => loaded ?? load().then((code) => (loaded = code));
}
