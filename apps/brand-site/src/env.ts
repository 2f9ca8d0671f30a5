import { z } from 'zod';

const shape = z.object({
  API_URL: z.url().transform((url) => new URL(url).origin),
  IDP_URL: z.url().transform((url) => new URL(url).origin),
  BRAND_SITE_URL: z.url().transform((url) => new URL(url).origin),
  WORKSPACE_URL: z.url().transform((url) => new URL(url).origin),
  DEMO_FILE: z.string().min(1),
  SESSION_SECRET: z.string().min(32),
  /** Where the app's web build lies; without it, the app's address says how to make it. */
  APP_BUILD: z.string().optional(),
  COUNTERSIGN_DEMO: z
    .enum(['0', '1', ''])
    .default('')
    .transform((value) => value === '1'),
  NODE_ENV: z.string().default('production'),
});
export type Env = Readonly<z.infer<typeof shape>>;

/** Read when a request needs it, never when the site is built: one build serves every place. */
export function env(): Env {
  const result = shape.safeParse(process.env);
  if (result.success) return Object.freeze(result.data);
  throw new Error(`The environment is incomplete:\n${z.prettifyError(result.error)}`);
}
