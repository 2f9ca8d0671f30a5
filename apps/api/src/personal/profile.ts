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

/** By which a brand's server finds the consumers who were proven with a value. */
export const blindOf = (brand: Keyed, name: string, value: string): string =>
  brand.blind(`fact\n${name}\n${value}`);
