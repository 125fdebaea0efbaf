/** Style sheets that Storybook's builder imports for their effect. */
declare module '*.css';
