/** Style sheets that Storybook's builder imports for their effect. */
declare module '*.css';

/** Made by `npm run manifest`, before Storybook starts. */
declare module '*/custom-elements.json' {
  const manifest: unknown;
  export default manifest;
}
