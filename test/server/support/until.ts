const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Waits for what comes by itself, for as long as a busy machine may need: what takes this long has failed. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 15_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`In 15 seconds it did not come to this: ${isSo}`);
    await turn();
  }
}
