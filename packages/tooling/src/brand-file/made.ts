import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Addresses } from '../seed/addresses.js';

/** A client of the stand-in, as an app needs it. */
export type MadeClient = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
};

export type MadeBrand = {
  readonly name: string;
  readonly apiKey: string;
  readonly agentDomain?: string;
  readonly encryptionKeysUrl: string;
  readonly clients: Readonly<Record<string, MadeClient>>;
  readonly connections: Readonly<
    Record<
      string,
      {
        readonly id: string;
        readonly flow: 'code' | 'implicit';
        readonly issuer: string;
        /** What envelopes are addressed to; in Code Flow the client. */
        readonly audience: string;
        readonly client?: MadeClient;
      }
    >
  >;
};

/** What runs, and every secret that was made for it: what an app and its tests read. */
export type HouseFile = {
  readonly addresses: Pick<Addresses, 'idp' | 'api' | 'workspace'>;
  readonly operatorKey: string;
  readonly brands: Readonly<Record<string, MadeBrand>>;
};

/** Whole or not at all, for its owner only. */
export function writeHouseFile(path: string, content: HouseFile): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
