/*
 * The part of the shadow tree that is there from the first moment: the portal's slot, held back until it may be seen. Made
 * without a template engine, since an account that is complete needs nothing else.
 */

/** Puts the frame into the root, or finds the one that came with the page. */
export function portalFrame(root: ParentNode): HTMLElement {
  const existing = root.querySelector<HTMLElement>('.portal');
  if (existing) return existing;
  const frame = document.createElement('div');
  frame.className = 'portal';
  setClosed(frame, true);
  frame.append(document.createElement('slot'));
  root.append(frame);
  return frame;
}

/** A portal that is closed is neither seen nor reached; it stays in the document, so that nothing of it is lost. */
export function setClosed(frame: HTMLElement, isClosed: boolean): void {
  frame.inert = isClosed;
  frame.toggleAttribute('data-closed', isClosed);
}

/** Puts what waits in templates beside them, once: it is not in the document before. */
export function stampTemplates(gate: HTMLElement, stamped: WeakSet<HTMLTemplateElement>): void {
  for (const template of gate.querySelectorAll<HTMLTemplateElement>(':scope > template:not([slot])')) {
    if (stamped.has(template)) continue;
    stamped.add(template);
    template.after(document.importNode(template.content, true));
  }
}

/** Where people go on once the gate opens: the portal's main content. */
export function focusPortal(gate: HTMLElement): void {
  const main = gate.querySelector<HTMLElement>('main, [role="main"]') ?? document.querySelector<HTMLElement>('main, [role="main"]');
  if (!main) return;
  if (!main.hasAttribute('tabindex')) main.tabIndex = -1;
  main.focus({ preventScroll: true });
}
