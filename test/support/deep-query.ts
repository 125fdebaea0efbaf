/*
 * Finds things in rendered pages the way people and assistive technology do: by role, name and text, through open shadow
 * roots. Never by the class names of a shadow tree.
 */

const implicitRoles: Record<string, string> = {
  button: 'button', a: 'link', table: 'table', h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', dialog: 'dialog', select: 'combobox',
  progress: 'progressbar', textarea: 'textbox', li: 'listitem', ul: 'list',
};

function roleOf(element: Element): string | null {
  const explicit = element.getAttribute('role');
  if (explicit) return explicit;
  if (element instanceof HTMLInputElement) {
    return { checkbox: 'checkbox', radio: 'radio', search: 'searchbox', submit: 'button' }[element.type] ?? 'textbox';
  }
  return implicitRoles[element.localName] ?? null;
}

export function* descendants(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* descendants(element.shadowRoot);
  }
}

function isShown(element: Element): boolean {
  // What has no box of its own shows what is in it.
  if (getComputedStyle(element).display === 'contents') return true;
  return element.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true } as CheckVisibilityOptions);
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** A label's own text, without the options of a control inside it. */
function labelText(label: HTMLLabelElement): string {
  const copy = label.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('select').forEach((select) => select.remove());
  return textOf(copy);
}

/** The accessible name, as far as these tests need it: aria-labelledby, aria-label, label, content. */
export function nameOf(element: Element): string {
  const labelledBy = element.getAttribute('aria-labelledby');
  if (labelledBy) return referredText(element, labelledBy);
  const label = element.getAttribute('aria-label');
  if (label) return label;
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement) return [...(element.labels ?? [])].map(labelText).join(' ');
  return textOf(element);
}

/** What is read after its name. */
export function descriptionOf(element: Element): string {
  return referredText(element, element.getAttribute('aria-describedby') ?? '');
}

function referredText(element: Element, ids: string): string {
  const root = element.getRootNode() as ParentNode;
  return ids.split(/\s+/).map((id) => id && root.querySelector(`#${CSS.escape(id)}`)).map((found) => (found ? textOf(found) : '')).join(' ').trim();
}

export interface RoleQuery {
  name?: string | RegExp;
  /** Also what is not visible. */
  hidden?: boolean;
}

export function allByRole(root: ParentNode, role: string, { name, hidden = false }: RoleQuery = {}): HTMLElement[] {
  return [...descendants(root)].filter((element): element is HTMLElement => {
    if (roleOf(element) !== role || (!hidden && !isShown(element))) return false;
    const own = nameOf(element);
    return name === undefined || (typeof name === 'string' ? own === name : name.test(own));
  });
}

export function byRole<T extends HTMLElement = HTMLElement>(root: ParentNode, role: string, name?: string | RegExp): T {
  const found = allByRole(root, role, { name });
  if (found.length === 1) return found[0] as T;
  const names = allByRole(root, role).map((element) => JSON.stringify(nameOf(element)));
  throw new Error(`${found.length} elements with role ${role} and name ${String(name)}; there are: ${names.join(', ') || 'none'}`);
}

export function hasRole(root: ParentNode, role: string, name?: string | RegExp): boolean {
  return allByRole(root, role, { name }).length > 0;
}

/** Everything that is visible, as text. */
export function visibleText(root: ParentNode): string {
  const walk = (node: Node): string => {
    if (node instanceof Element && !isShown(node)) return '';
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLSlotElement) return node.assignedNodes({ flatten: true }).map(walk).join(' ');
    const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
    return inside instanceof HTMLStyleElement ? '' : [...inside.childNodes].map(walk).join(' ');
  };
  return walk(root as Node).replace(/\s+/g, ' ').trim();
}

export function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
