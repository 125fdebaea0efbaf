const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** A link that a host or an adapter supplied, or `undefined` where following it would run a script or leave the web. */
export function safeHref(href: string | undefined, base: string): string | undefined {
  if (!href?.trim()) return undefined;
  try {
    return allowed.has(new URL(href, base).protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
