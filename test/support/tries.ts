const isBrowser = typeof navigator === 'object' && 'userAgent' in navigator && typeof document === 'object';
const isChromium = isBrowser && 'userAgentData' in navigator;

/**
 * How often a property is tried: as often as it says in one engine, which is Node for what runs there and Chromium for what needs
 * a page, and a tenth as often elsewhere, where the same seeds find what differs between engines.
 */
export function tries(count: number, { needsPage = false } = {}): number {
  const isFull = needsPage ? isChromium : !isBrowser;
  return isFull ? count : Math.ceil(count / 10);
}
