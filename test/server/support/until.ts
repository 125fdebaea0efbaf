const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Waits for what comes by itself, for as long as a busy machine may need: what takes this long has failed. */
export async function until(isSo: () => boolean, seconds = 15): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`In ${seconds} seconds it did not come to this: ${isSo}`);
    await turn();
  }
}
