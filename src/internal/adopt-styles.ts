import type { CSSResult } from 'lit';

/** Adds styles that were loaded later to an element's own, once. */
export function adoptStyles(root: Node, { styleSheet }: CSSResult): void {
  if (!(root instanceof ShadowRoot) || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
