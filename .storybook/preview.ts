import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json';
import '../src/define/index.js';
import '../src/tokens.css';
import './preview.css';

setCustomElementsManifest(manifest);

/** The page follows the toolbar, and the elements follow the page, as they would a host. */
const followToolbar: Decorator = (story, { globals }) => {
  const page = document.documentElement;
  page.lang = String(globals.language);
  page.dir = String(globals.direction);
  page.dataset.theme = String(globals.theme);
  return story();
};

const preview: Preview = {
  decorators: [followToolbar],
  globalTypes: {
    theme: { toolbar: { title: 'Theme', icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true } },
    language: { toolbar: { title: 'Language', icon: 'globe', items: ['en', 'es'], dynamicTitle: true } },
    direction: { toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true } },
  },
  tags: ['autodocs'],
  initialGlobals: { theme: 'light', language: 'en', direction: 'ltr' },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    viewport: {
      options: {
        narrow: { name: '320 px', styles: { width: '320px', height: '640px' } },
        tablet: { name: '768 px', styles: { width: '768px', height: '1024px' } },
      },
    },
  },
};
export default preview;
