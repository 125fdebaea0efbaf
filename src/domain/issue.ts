/**
 * What is wrong with a value, without words: elements turn codes into text in the reader's language.
 * Codes are stable and are part of the public contract; `path` leads from the value that was checked to the offending part.
 */
export interface Issue {
  path: (string | number)[];
  code: string;
  params?: Record<string, unknown>;
}

/** What a conversion returns instead of throwing. */
export type Result<T> =
  | { ok: true; value: T; warnings: Issue[] }
  | { ok: false; issues: Issue[] };

export function accepted<T>(value: T, warnings: Issue[] = []): Result<T> {
  return { ok: true, value, warnings };
}

export function refused<T>(...issues: Issue[]): Result<T> {
  return { ok: false, issues };
}

/** The same issues as seen from further out, where the checked value sits at `prefix`. */
export function prefixIssues(issues: readonly Issue[], ...prefix: (string | number)[]): Issue[] {
  return issues.map((issue) => ({ ...issue, path: [...prefix, ...issue.path] }));
}
