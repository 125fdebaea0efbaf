/*
 * Remembers in this browser which advice a person did not want. Holds no contact information: a number made from account,
 * field, code and address stands for the four, and is too short to be led back to them. A browser that keeps nothing
 * remembers it until the page is left.
 */

export interface AdviceKey {
  accountId: string;
  field: string;
  code: string;
  /** As it is compared, see `addressKey`. */
  address: string;
}

const forgottenLater = new Set<string>();

/** FNV-1a, 32 bits: several thousand millions of texts share each number. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}

export function adviceId({ accountId, field, code, address }: AdviceKey): string {
  return `portero.advice:${shortHash(JSON.stringify([accountId, field, code, address]))}`;
}

export function isDismissed(key: AdviceKey): boolean {
  const id = adviceId(key);
  try {
    return forgottenLater.has(id) || localStorage.getItem(id) !== null;
  } catch {
    return false;
  }
}

export function dismissAdvice(key: AdviceKey): void {
  const id = adviceId(key);
  try {
    localStorage.setItem(id, '1');
  } catch {
    // Storage may be full or forbidden.
    forgottenLater.add(id);
  }
}
