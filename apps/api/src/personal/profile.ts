import type { Keyed, Place } from '../common/keyed.js';
import type { PersonalKeys } from './personal-keys.js';

/** A name as its row has it: sealed, or plain from before names were. */
export type NameRow = {
  readonly brandId: string;
  readonly consumerId: string | null;
  readonly displayName: string | null;
  readonly sealedName: string | null;
  readonly wrappedKey: string | null;
};

export const namePlace = (brandId: string, consumerId: string): Place => [
  brandId,
  'consumers',
  'sealed_name',
  consumerId,
];
export const factPlace = (brandId: string, id: string): Place => [brandId, 'facts', 'sealed_value', id];
export const pageFactPlace = (brandId: string, sessionId: string, name: string): Place => [
  brandId,
  'page_facts',
  'sealed_value',
  `${sessionId} ${name}`,
];

export async function nameOf(keys: PersonalKeys, row: NameRow): Promise<string | null> {
  const { brandId, consumerId, displayName, sealedName, wrappedKey } = row;
  if (sealedName === null || wrappedKey === null || consumerId === null) return displayName;
  return (await keys.open(brandId, consumerId, wrappedKey)).open(sealedName, namePlace(brandId, consumerId));
}

/** A fact's value: any JSON, under a consumer's key. */
export const sealValue = (key: Keyed, value: unknown, place: Place): string =>
  key.seal(JSON.stringify(value), place);
export const openValue = (key: Keyed, sealed: string, place: Place): unknown =>
  JSON.parse(key.open(sealed, place));

/** The same for the same value, whichever order its members come in: by it a value is known to be another. */
export const digestOf = (key: Keyed, name: string, value: unknown): string =>
  key.blind(`value\n${name}\n${JSON.stringify(inOrder(value))}`);

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]));
}

/** By which a brand's server finds the consumers who were proven with a value. */
export const blindOf = (brand: Keyed, name: string, value: string): string =>
  brand.blind(`fact\n${name}\n${value}`);
