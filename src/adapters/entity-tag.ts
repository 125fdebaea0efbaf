/**
 * A revision as an entity tag (RFC 9110, 8.8.3). Revisions are opaque and may hold anything; what a tag cannot, and the sign
 * that says so, are percent-encoded.
 */
export function entityTag(revision: string): string {
  return `"${revision.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[^\x21\x23\x24\x26-\x7e]/gu, encodeURIComponent)}"`;
}

/** The revision of a strong tag, or `null` where it is none. */
export function revisionOf(tag: string): string | null {
  const opaque = /^"([\x21\x23-\x7e]*)"$/.exec(tag)?.[1];
  try {
    return opaque === undefined ? null : decodeURIComponent(opaque);
  } catch {
    return null;
  }
}
