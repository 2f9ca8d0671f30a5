import { readFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';
import { prepared } from './site/places.ts';
import type { SidebarGroup } from './site/sidebar.ts';

// `site/prepare` made it before: Astro reads what lies there, and nothing else of the repository.
const sidebar = JSON.parse(readFileSync(`${prepared}sidebar.json`, 'utf8')) as SidebarGroup[];

const reach = readFileSync(new URL('./site/reach.js', import.meta.url), 'utf8');

export default defineConfig({
  srcDir: './site',
  publicDir: './.site/public',
  cacheDir: './.site/cache',
  outDir: './dist',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Pictures are as they were taken: no library is needed to draw them anew.
  image: { service: passthroughImageService() },
  integrations: [
    starlight({
      title: 'Countersign',
      description: 'Authenticated chat that anyone can run.',
      favicon: '/favicon.svg',
      head: [{ tag: 'script', attrs: { type: 'module' }, content: reach }],
      customCss: ['./site/styles/tokens.css', './site/styles/site.css'],
      sidebar: sidebar.map((group) => ({ ...group, items: [...group.items] })),
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      credits: false,
      lastUpdated: false,
      disable404Route: false,
      expressiveCode: {
        themes: ['github-dark-default', 'github-light-default'],
        useStarlightUiThemeColors: true,
        // Long lines go on below: nothing has to be scrolled sideways, by nobody's keyboard.
        defaultProps: { wrap: true },
        styleOverrides: {
          borderRadius: '10px',
          codeFontSize: '13px',
          frames: { shadowColor: 'transparent' },
        },
      },
    }),
  ],
});
