/* Hours from elsewhere and to elsewhere: what is loaded when somebody pastes or copies. */
export { CopyPanel } from './copy-panel.js';
export { exchangeStyles as styles } from './exchange.styles.js';
export { PastePanel, type ExchangeHost } from './paste-panel.js';
