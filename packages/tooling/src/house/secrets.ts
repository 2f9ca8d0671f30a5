import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the house keeps to itself. Made once, readable by its owner only. */
export type Secrets = {
  readonly masterKey: string;
  readonly operatorKey: string;
  readonly sessionSecret: string;
  readonly databasePassword: string;
  readonly ownerPassword: string;
  readonly apiPassword: string;
  /** The service's own client at the stand-in: for whoever makes a brand. */
  readonly signIn: { readonly clientId: string; readonly clientSecret: string };
};

const make = (): Secrets => ({
  masterKey: randomBytes(32).toString('base64'),
  operatorKey: `op_${randomBytes(32).toString('base64url')}`,
  sessionSecret: randomBytes(32).toString('base64url'),
  databasePassword: randomBytes(24).toString('base64url'),
  ownerPassword: randomBytes(24).toString('base64url'),
  apiPassword: randomBytes(24).toString('base64url'),
  signIn: {
    clientId: `${randomInt(1e11, 2e11)}-${randomBytes(16).toString('hex')}.apps.googleusercontent.com`,
    clientSecret: `GOCSPX-${randomBytes(21).toString('base64url')}`,
  },
});

export function secretsIn(dataDir: string): Secrets {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, 'house.json');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(make(), null, 2), { mode: 0o600 });
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  const whole = { ...make(), ...kept };
  // A house that is older than one of them gets it now, and keeps the others.
  if (kept.signIn === undefined) writeFileSync(file, JSON.stringify(whole, null, 2), { mode: 0o600 });
  return whole;
}
