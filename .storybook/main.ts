import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The project's own Vite configuration builds the script-tag bundle; Storybook is an application of its own.
  viteFinal: (vite) => ({
    ...vite,
    // Storybook empties its folder itself, and its manager is written there first. For older engines, Vite would turn
    // light-dark() into something that follows only the root.
    build: { ...vite.build, rolldownOptions: {}, emptyOutDir: false, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
    plugins: vite.plugins?.filter((plugin) => !(plugin && 'name' in plugin && plugin.name === 'portero-tokens')),
    // Found late, they would make Vite load Lit a second time.
    optimizeDeps: { ...vite.optimizeDeps, include: [...(vite.optimizeDeps?.include ?? []), 'lit', 'lit/decorators.js', 'lit/directive-helpers.js'] },
  }),
};
export default config;
