import { z } from 'zod';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
  );

const env = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(4100),
  /** The address to listen on; without it, every one of the machine. */
  HOST: z.string().min(1).optional(),
  PUBLIC_URL: z.url(),
  WORKSPACE_URL: z.url(),
  DATABASE_URL: z.string().min(1),
  /** 32 bytes, base64. Seals secrets and personal data; there is no default. */
  MASTER_KEY: z
    .string()
    .refine((value) => Buffer.from(value, 'base64').length === 32, 'is not 32 bytes in base64'),
  OPERATOR_KEY: z.string().min(24),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  COUNTERSIGN_DEMO: flag,
  /** Private targets the operator allows, each `host:port`. */
  OUTBOUND_ALLOW: list,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** How many days the traces of attempts are kept. */
  TRACE_DAYS: z.coerce.number().int().min(1).max(400).default(30),
  /** Of how many refused proofs of a connection the traces are kept, per day (UTC). The rest are counted. */
  TRACE_REFUSED_PER_DAY: z.coerce.number().int().min(1).default(1_000),
  /** For how many days an encryption key is published before the next takes its place. */
  ENCRYPTION_KEY_DAYS: z.coerce.number().int().min(1).max(3_650).default(90),
  /** Attempts and anonymous sessions per address and minute. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().positive().default(120),
});

export type Config = Readonly<z.infer<typeof env>> & {
  /** Loopback pages and providers over plain http: on a developer's machine and in a demo only. */
  readonly loopback: boolean;
};

/** Reads the environment once. Throws with every missing or wrong variable, in words. */
export function readConfig(source: NodeJS.ProcessEnv): Config {
  const result = env.safeParse(source);
  if (!result.success) throw new Error(`The environment is incomplete:\n${z.prettifyError(result.error)}`);
  const loopback = result.data.NODE_ENV !== 'production' || result.data.COUNTERSIGN_DEMO;
  return Object.freeze({ ...result.data, loopback });
}
