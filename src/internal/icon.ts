import { svg, html, type TemplateResult } from 'lit';

/** Line icons of one family, drawn on 24 × 24. All are decoration: the control around them has the name. */
const paths = {
  add: svg`<path d="M12 5v14M5 12h14"/>`,
  alert: svg`<path d="M12 8v5M12 16.5v.5M10.3 4 2.6 17.5A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  'arrow-up': svg`<path d="M12 19V5M6 11l6-6 6 6"/>`,
  'chevron-down': svg`<path d="m6 9 6 6 6-6"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  copy: svg`<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15H4V4h11v1"/>`,
  download: svg`<path d="M12 4v11M7 10.5l5 5 5-5M4 20h16"/>`,
  edit: svg`<path d="M4 20h4L19 9l-4-4L4 16v4Z"/>`,
  exit: svg`<path d="M15 17l5-5-5-5M20 12H9M12 4H5v16h7"/>`,
  globe: svg`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"/>`,
  help: svg`<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .9-1 1.7M12 17v.1"/>`,
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  mail: svg`<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3 8 9 6 9-6"/>`,
  more: svg`<path d="M12 6v.1M12 12v.1M12 18v.1" stroke-width="3"/>`,
  redo: svg`<path d="m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3"/>`,
  search: svg`<circle cx="11" cy="11" r="7"/><path d="m20 20-4-4"/>`,
  support: svg`<path d="M4 13v-1a8 8 0 0 1 16 0v1M4 13h3v6H5a1 1 0 0 1-1-1v-5Zm16 0h-3v6h2a1 1 0 0 0 1-1v-5Z"/>`,
  trash: svg`<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13"/>`,
  undo: svg`<path d="M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3"/>`,
  user: svg`<circle cx="12" cy="8" r="4"/><path d="M4 21a8 8 0 0 1 16 0"/>`,
  users: svg`<circle cx="9" cy="8" r="4"/><path d="M2 21a7 7 0 0 1 14 0M16 4.3a4 4 0 0 1 0 7.4M18.5 15.2A7 7 0 0 1 22 21"/>`,
};
export type IconName = keyof typeof paths;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths[name]}</svg>`;
}
