/** What a request rejects with when its signal aborts, whatever reason the abort was given. */
export function abortError(): DOMException {
  return new DOMException('The request was aborted.', 'AbortError');
}

/** As `signal.throwIfAborted`, which throws the reason instead: a string, an error of the host's, anything. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw abortError();
}
