/** A text with placeholders as a list for a template: what is filled in may be elements. */
export function fillIn(text: string, parts: Readonly<Record<string, unknown>>): unknown[] {
  return text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? parts[piece] : piece));
}
