import { randomBytes } from 'node:crypto';
import { signUpMode } from '@countersign/contracts';
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

/** As a browser writes it: keys prove themselves to it, and pages are compared with it, letter by letter. */
const origin = z
  .url({ protocol: /^https?$/ })
  .transform((value) => value.replace(/\/$/, ''))
  .refine(
    (value) => new URL(value).origin === value,
    'is not an origin: a scheme, a host and a port that is not usual',
  );

const isHere = (url: string): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/.test(new URL(url).hostname);

const env = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(4100),
  /** The address to listen on; without it, every one of the machine. */
  HOST: z.string().min(1).optional(),
  PUBLIC_URL: origin,
  WORKSPACE_URL: origin,
  DATABASE_URL: z.string().min(1),
  /** How many connections to it a process holds at most, beside the one that listens. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  /** Shared by several processes of the API. Without it, one process serves the house. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** 32 bytes, base64. Seals secrets and personal data; there is no default. */
  MASTER_KEY: z
    .string()
    .refine((value) => Buffer.from(value, 'base64').length === 32, 'is not 32 bytes in base64'),
  /** While the master key is turned: what was sealed under the one before still opens. */
  MASTER_KEY_PREVIOUS: z
    .string()
    .refine((value) => Buffer.from(value, 'base64').length === 32, 'is not 32 bytes in base64')
    .optional(),
  OPERATOR_KEY: z.string().min(24),
  /** The service's own sign-in: for people who make brands, and for the agents of brands that have no other. */
  SIGN_IN_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  SIGN_IN_CLIENT_ID: z.string().min(1).optional(),
  SIGN_IN_CLIENT_SECRET: z.string().min(1).optional(),
  /** How people call who vouches there. */
  SIGN_IN_LABEL: z.string().min(1).max(40).optional(),
  /** Who may make a brand: anybody who signs in, whoever's address is listed, or nobody. */
  SIGN_UP: signUpMode.default('closed'),
  SIGN_UP_INVITED: list,
  /** How many brands one person may be admin of. */
  SIGN_UP_BRANDS: z.coerce.number().int().min(1).max(1_000).default(10),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  COUNTERSIGN_DEMO: flag,
  /** A clock that the operator can move, for development and tests. Production refuses it, also as a demo. */
  COUNTERSIGN_TEST_CLOCK: flag,
  /** Private targets the operator allows, each `host:port`. */
  OUTBOUND_ALLOW: list,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** A file beside the database that remembers who was erased, for when a backup is restored. */
  ERASURE_LIST: z.string().min(1).optional(),
  /** How many days the traces of attempts are kept. */
  TRACE_DAYS: z.coerce.number().int().min(1).max(400).default(30),
  /** Of how many refused proofs of a connection the traces are kept, per day (UTC). The rest are counted. */
  TRACE_REFUSED_PER_DAY: z.coerce.number().int().min(1).default(1_000),
  /** For how many days an encryption key is published before the next takes its place. */
  ENCRYPTION_KEY_DAYS: z.coerce.number().int().min(1).max(3_650).default(90),
  /** Attempts and anonymous sessions per address and minute. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().positive().default(120),
  /** Sockets that have not said yet who they are: of one address, and altogether. */
  UNKNOWN_SOCKETS_PER_ADDRESS: z.coerce.number().int().positive().default(1_000),
  UNKNOWN_SOCKETS: z.coerce.number().int().positive().default(5_000),
  /** What is kept for one socket that does not read. The longest answer has to fit in. */
  SOCKET_BUFFER_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(32 * 1024 * 1024),
  /** How long a process that is told to stop may take to send its clients to another and to finish what it began. */
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(600).default(10),
  /** What this process is called, in the header of each answer; chance names it otherwise. */
  PROCESS_NAME: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .default(() => randomBytes(4).toString('hex')),
  /** How many proxies of one's own stand before the API: so many entries of `X-Forwarded-For` are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Where traces go, by OTLP over HTTP; without it none are made. The names are OpenTelemetry's own. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default('countersign-api'),
  /** Which part of the traces is recorded, of 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  /** Where Prometheus reads figures; without it none are kept. */
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** Of this machine alone, unless the operator says otherwise. */
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** Where files that are sent lie: a folder, of this machine or shared by all that run the API. */
  ATTACHMENTS_FOLDER: z.string().min(1).optional(),
  /** Or a bucket of whatever speaks S3; then the keys to it as well. */
  S3_BUCKET: z.string().min(3).optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** How long a file may be on its way. */
  UPLOAD_SECONDS: z.coerce.number().int().min(1).max(280).default(240),
});

type Environment = z.infer<typeof env>;
const mayBeLoopback = ({ NODE_ENV, COUNTERSIGN_DEMO }: Environment) =>
  NODE_ENV !== 'production' || COUNTERSIGN_DEMO;

/** Without https a cookie is not Secure and a token is read on the way. Who moves time makes an expired proof good. */
const whole = env.superRefine((given, context) => {
  if (given.COUNTERSIGN_TEST_CLOCK && given.NODE_ENV === 'production')
    context.addIssue({
      code: 'custom',
      path: ['COUNTERSIGN_TEST_CLOCK'],
      message: 'is for NODE_ENV=development or test, never for production',
    });
  if (given.SIGN_UP !== 'closed' || given.SIGN_IN_ISSUER !== undefined)
    for (const name of ['SIGN_IN_ISSUER', 'SIGN_IN_CLIENT_ID', 'SIGN_IN_CLIENT_SECRET'] as const)
      if (given[name] === undefined)
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'is missing: the service’s own sign-in needs issuer, client id and secret',
        });
  if (given.S3_BUCKET !== undefined)
    for (const name of ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
      if (given[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: 'is missing, and S3_BUCKET is set' });
  if (mayBeLoopback(given)) return;
  if (given.PUBLIC_URL.startsWith('https:') && given.TRUSTED_PROXIES === 0)
    context.addIssue({
      code: 'custom',
      path: ['TRUSTED_PROXIES'],
      message:
        'is 0, and the API speaks plain http: whatever speaks https for it stands before it. Say how many do',
    });
  for (const name of ['PUBLIC_URL', 'WORKSPACE_URL'] as const)
    if (given[name].startsWith('http:') && !isHere(given[name]))
      context.addIssue({ code: 'custom', path: [name], message: 'is not https' });
});

const bucketOf = (given: Environment): Config['bucket'] =>
  given.S3_BUCKET === undefined
    ? undefined
    : {
        name: given.S3_BUCKET,
        endpoint: given.S3_ENDPOINT,
        region: given.S3_REGION,
        accessKeyId: given.S3_ACCESS_KEY_ID ?? '',
        secretAccessKey: given.S3_SECRET_ACCESS_KEY ?? '',
      };

/** The service's own sign-in. */
export type SignIn = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly label: string;
};

const signInOf = (given: Environment): SignIn | undefined =>
  given.SIGN_IN_ISSUER === undefined
    ? undefined
    : {
        issuer: given.SIGN_IN_ISSUER,
        clientId: given.SIGN_IN_CLIENT_ID ?? '',
        clientSecret: given.SIGN_IN_CLIENT_SECRET ?? '',
        label: given.SIGN_IN_LABEL ?? new URL(given.SIGN_IN_ISSUER).host,
      };

export type Config = Readonly<Environment> & {
  readonly signIn: SignIn | undefined;
  /** Loopback pages and providers over plain http: on a developer's machine and in a demo only. */
  readonly loopback: boolean;
  /** Where files lie, when that is a bucket. */
  readonly bucket:
    | {
        name: string;
        endpoint: string | undefined;
        region: string;
        accessKeyId: string;
        secretAccessKey: string;
      }
    | undefined;
};

/** Reads the environment once. Throws with every missing or wrong variable, in words. */
export function readConfig(source: NodeJS.ProcessEnv): Config {
  const result = whole.safeParse(source);
  if (!result.success) throw new Error(`The environment is incomplete:\n${z.prettifyError(result.error)}`);
  const { data } = result;
  return Object.freeze({
    ...data,
    loopback: mayBeLoopback(data),
    bucket: bucketOf(data),
    signIn: signInOf(data),
  });
}
