import { z } from 'zod';

const environment = z.object({
  API_URL: z.url(),
  COUNTERSIGN_DEMO: z.enum(['0', '1']).default('0'),
  BRAND_SITE_URL: z.url().optional(),
  IDP_URL: z.url().optional(),
});

/** What the browser is told. No secret lives in this app. */
export type Settings = {
  readonly apiUrl: string;
  readonly demo: boolean;
  readonly brandSiteUrl: string | null;
  readonly idpUrl: string | null;
};

const bare = (url: string) => url.replace(/\/+$/, '');

/** Read per request, so that one build runs anywhere. */
export function readSettings(source: NodeJS.ProcessEnv = process.env): Settings {
  const result = environment.safeParse(source);
  if (!result.success) throw new Error(`The environment is incomplete:\n${z.prettifyError(result.error)}`);
  const { API_URL, COUNTERSIGN_DEMO, BRAND_SITE_URL, IDP_URL } = result.data;
  return {
    apiUrl: bare(API_URL),
    demo: COUNTERSIGN_DEMO === '1',
    brandSiteUrl: BRAND_SITE_URL ? bare(BRAND_SITE_URL) : null,
    idpUrl: IDP_URL ? bare(IDP_URL) : null,
  };
}

/** While the app is built at each request, its tools evaluate strings. Nowhere else may anything do that. */
export const isDevelopment = (source: NodeJS.ProcessEnv = process.env): boolean =>
  source.NODE_ENV === 'development';
