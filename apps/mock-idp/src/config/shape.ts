import { z } from 'zod';
import { clientInput } from '../clients/index.js';
import { personInput } from '../people/index.js';

/** Paths beside the issuers', which no issuer can have. */
const taken = ['assets', 'control', 'health', 'journal', 't'];

const issuerKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'expected 1 to 40 of a-z, 0-9, dash and underscore')
  .refine((key) => !taken.includes(key), `expected another name: ${taken.join(', ')} are taken`);

const issuer = z.strictObject({
  /** Its path, and how people and clients name it. */
  key: issuerKey,
  /** How its pages name it; default the key. */
  label: z.string().trim().min(1).max(80).optional(),
  /** How it behaves, by the name of a profile. */
  profile: z.string(),
  /** Another issuer whose people it knows too, under the same subjects. */
  peopleOf: issuerKey.optional(),
});

/** A file that says who is there. Everything in it may be left out. */
export const configFile = z.strictObject({
  issuers: z.array(issuer).min(1).max(40).optional(),
  /** Instead of the cast of the demo. */
  people: z.array(personInput).max(10_000).optional(),
  clients: z.array(clientInput).max(1_000).optional(),
  /** How many namespaces there is room for. */
  namespaces: z.int().min(1).max(100_000).optional(),
});
export type ConfigFile = z.output<typeof configFile>;

const membersOf = (shape: object): string => Object.keys(shape).join(', ');

/** The members there are where a path leads, for whoever named another. */
export function membersAt([list, index]: readonly PropertyKey[]): string | undefined {
  if (list === undefined) return membersOf(configFile.shape);
  if (index === undefined) return undefined;
  if (list === 'people') return membersOf(personInput.shape);
  if (list === 'clients') return membersOf(clientInput.shape);
  return list === 'issuers' ? membersOf(issuer.shape) : undefined;
}
