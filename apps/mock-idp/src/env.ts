import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));

const env = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** The address to listen on; without it, loopback only. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** How browsers and clients reach the stand-in; issuers are made from it. */
  PUBLIC_URL: url.optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  NODE_ENV: z.string().default('development'),
  /** The control API: on except in production, unless it is said here. */
  MOCK_IDP_CONTROL: z.enum(['on', 'off']).optional(),
  /** Where signing keys are kept between starts; without it they are made anew. */
  MOCK_IDP_DATA: z.string().min(1).optional(),
});
export type Config = Readonly<z.infer<typeof env>>;

export function readConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const result = env.safeParse(source);
  if (result.success) return Object.freeze(result.data);
  throw new Error(`The environment is incomplete:\n${z.prettifyError(result.error)}`);
}

export const controlIsOpen = ({ MOCK_IDP_CONTROL: said, NODE_ENV: mode }: Config): boolean =>
  said === undefined ? mode !== 'production' : said === 'on';
