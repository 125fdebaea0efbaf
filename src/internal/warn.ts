const said = new Set<string>();

/** Tells the host's developer about a mistake in the embedding, once per page for each text. Elements never throw for it. */
export function warnOnce(source: string, message: string): void {
  const text = `<${source}> ${message}`;
  if (said.has(text)) return;
  said.add(text);
  console.warn(`[portero] ${text}`);
}
