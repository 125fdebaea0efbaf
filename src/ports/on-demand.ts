/**
 * Code that is loaded once, when it is first asked for, and at hand from then on. Those who ask while it is loading go on in
 * the order in which they asked. What could not be loaded is asked for again by the next.
 */
export function onDemand<T extends object>(load: () => Promise<T>): () => Promise<T> | T {
  let loaded: T | undefined;
  let loading: Promise<T> | undefined;

  function start(): Promise<T> {
    const promise = load();
    // At hand only after those who wait have gone on, so that nobody who asks later overtakes them.
    promise.then((code) => queueMicrotask(() => (loaded = code)), () => (loading = undefined));
    return promise;
  }

  return () => loaded ?? (loading ??= start());
}
