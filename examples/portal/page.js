import { spanish } from './texts.js';

/* The pages beside the portal: their English stands in them. */
if (globalThis.mesa.settings.language === 'es') {
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = spanish[node.dataset.text] ?? node.textContent;
}
