import { readFileSync } from 'node:fs';
import { houseFile } from './env.js';

export type HouseClient = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
};
export type HouseBrand = {
  readonly name: string;
  readonly apiKey: string;
  readonly agentDomain?: string;
  readonly encryptionKeysUrl: string;
  readonly clients: Readonly<Record<string, HouseClient>>;
  readonly connections: Readonly<
    Record<string, { readonly id: string; readonly audience: string; readonly issuer: string }>
  >;
};
/** What runs, and what was made for it. */
export type House = {
  readonly addresses: { readonly idp: string; readonly api: string; readonly workspace: string };
  readonly operatorKey: string;
  readonly brands: Readonly<Record<string, HouseBrand>>;
};

export function readHouse(file = houseFile()): House {
  if (file === undefined)
    throw new Error(
      'COUNTERSIGN_HOUSE is not set. Start Countersign with `npm start -- --config brand.yaml --ci` and set it to the ' +
        'houseFile of the line of JSON that it prints.',
    );
  return JSON.parse(readFileSync(file, 'utf8')) as House;
}

/** The brand that is meant: the one that is named, or the only one. */
export function brandOf({ brands }: House, named: string | undefined): string {
  const known = Object.keys(brands);
  const slug = named ?? (known.length === 1 ? known[0] : undefined);
  if (slug !== undefined && known.includes(slug)) return slug;
  throw new Error(
    named === undefined
      ? `There are several brands: name one by test.use({ countersign: { brand } }). Known: ${known.join(', ')}.`
      : `There is no brand ${named}. Known: ${known.join(', ')}.`,
  );
}
