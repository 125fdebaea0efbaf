/** How many rows a page has: the nearest number to `limit` that is one, and `standard` where it names none. */
export function pageSize(limit: number | undefined, standard: number): number {
  return limit === undefined || Number.isNaN(limit) ? standard : Math.max(Math.trunc(limit), 1);
}
