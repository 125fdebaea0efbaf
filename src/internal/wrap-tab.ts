const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Takes Tab from the last of what can be reached in a dialog to the first, and back, as the ARIA Authoring Practices ask.
 * Native modals let it go on to the browser's own buttons, from where Firefox does not bring it back.
 */
export function wrapTab(event: KeyboardEvent, dialog: HTMLElement): void {
  // By its place on the keyboard: WebKitGTK has no name for Tab together with Shift.
  if (event.code !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  const reachable = [...dialog.querySelectorAll<HTMLElement>(focusable)].filter(isReachable);
  const [from, to] = event.shiftKey ? [reachable[0], reachable[reachable.length - 1]] : [reachable[reachable.length - 1], reachable[0]];
  const active = (dialog.getRootNode() as Document | ShadowRoot).activeElement;
  if (!to || (active !== from && active !== dialog)) return;
  event.preventDefault();
  to.focus();
}

/** Of radio buttons, the one that is checked stands for all. */
function isReachable(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility()) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return true;
  const group = element.form?.elements.namedItem(element.name);
  return !(group instanceof RadioNodeList) || group.value === '';
}
