/** The parent in the tree that is rendered: through the slot a node is assigned to, and out of a shadow root to its host. */
export function flatParent(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

/** The language of the nearest element that has one, or the browser's. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = flatParent(node)) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang) return canonical(lang);
  }
  return navigator.language || 'en';
}

/** Every root on the way out: the document, and each shadow root that an ancestor in the rendered tree lives in. */
export function rootsOf(element: Element): Set<Node> {
  const roots = new Set<Node>();
  for (let node: Node | null = element; node; node = flatParent(node)) roots.add(node.getRootNode());
  return roots;
}

function canonical(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
