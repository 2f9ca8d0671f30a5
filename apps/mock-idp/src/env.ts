import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const onOff = z.enum(['on', 'off']);

const env = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
    /** The address to listen on; without it, loopback only. */
    HOST: z.string().min(1).default('127.0.0.1'),
    /** How browsers and clients reach the stand-in; issuers are made from it. */
    PUBLIC_URL: url.optional(),
    /** How servers reach it, where they cannot by the public one. */
    BACKCHANNEL_URL: url.optional(),
    LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
    NODE_ENV: z.string().default('development'),
    /** The control API: on for this machine except in production, unless it is said here. */
    MOCK_IDP_CONTROL: z.enum(['on', 'off', 'anywhere']).optional(),
    /** Where signing keys and certificates are kept between starts; without it they are made anew. */
    MOCK_IDP_DATA: z.string().min(1).optional(),
    /** A YAML or JSON file with people, clients and issuers. */
    MOCK_IDP_CONFIG: z.string().min(1).optional(),
    /** What would stand in that file. */
    MOCK_IDP_CONFIG_INLINE: z.string().min(1).optional(),
    /** How many namespaces there is room for. */
    MOCK_IDP_NAMESPACES: z.coerce.number().int().min(1).max(100_000).optional(),
    MOCK_IDP_HTTPS: onOff.default('off'),
    /** Answers as Google's four hosts too. */
    MOCK_IDP_AS_GOOGLE: onOff.default('off'),
  })
  .refine((said) => !said.MOCK_IDP_CONFIG || !said.MOCK_IDP_CONFIG_INLINE, {
    path: ['MOCK_IDP_CONFIG_INLINE'],
    message: 'expected either this or MOCK_IDP_CONFIG, not both',
  });
export type Config = Readonly<z.infer<typeof env>>;

/** `spoken` is what a message calls a variable, for whoever gave it by another name. */
export function readConfig(
  source: NodeJS.ProcessEnv = process.env,
  spoken: (variable: string) => string = String,
): Config {
  const result = env.safeParse(source);
  if (result.success) return Object.freeze(result.data);
  const said = result.error.issues.map(({ path, message }) => `${spoken(String(path[0]))}: ${message}`);
  throw new Error(`The settings cannot be read:\n${said.join('\n')}`);
}

export function controlIsOpen({ MOCK_IDP_CONTROL: said, NODE_ENV: mode }: Config): boolean | 'anywhere' {
  if (said === undefined) return mode !== 'production';
  return said === 'anywhere' ? said : said === 'on';
}
