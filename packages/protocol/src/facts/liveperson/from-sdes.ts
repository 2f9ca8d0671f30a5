import { type Fact, factValueSchema, type Provenance } from '@countersign/claims';
import type { MappedFacts } from '../from-claims.js';
import {
  addressFields,
  contactFields,
  customerFields,
  type Fields,
  neverVerified,
  personalFields,
} from './customer.js';
import { date, isMembers, number } from './fields.js';

type Members = Readonly<Record<string, unknown>>;

/** Engagement attributes that LivePerson knows and takes from no token. */
const pageTypes = [
  'mrktInfo',
  'lead',
  'service',
  'error',
  'cart',
  'purchase',
  'prodView',
  'viewedProduct',
  'searchInfo',
  'section',
];
const MOST_SDES = 20;
const MOST_CONTACTS = 5;

/** Values by the name of their fact, and what is to be said of the rest. */
class Reading {
  readonly values = new Map<string, Fact['value']>();
  readonly notes = new Set<string>();

  put(place: string, name: string, value: Fact['value'] | undefined): void {
    const parsed = value === undefined ? undefined : factValueSchema(name).safeParse(value);
    if (parsed?.success) this.values.set(name, parsed.data as Fact['value']);
    else this.notes.add(`${place} is not of the form the catalogue gives it, and was left out.`);
  }

  /** The members the catalogue has; `known` are read by somebody else. */
  members(place: string, members: Members, fields: Fields, known: readonly string[], suffix = ''): void {
    for (const [member, value] of Object.entries(members)) {
      const field = Object.hasOwn(fields, member) ? fields[member] : undefined;
      if (field && value !== null)
        this.put(`${place}.${member}`, `${field.name}${suffix}`, field.read(value, members));
      else if (!field && !known.includes(member))
        this.notes.add(`${place} has a member that is not in the catalogue: it was left out.`);
    }
  }
}

function customer(reading: Reading, info: Members): void {
  reading.members('ctmrinfo', info, customerFields, ['currency', ...neverVerified]);
  for (const member of neverVerified)
    if (Object.hasOwn(info, member))
      reading.notes.add(`ctmrinfo.${member} is never verified: it was left out.`);
}

function contact(reading: Reading, given: unknown, index: number): void {
  const place = `personal.contacts.${index}`;
  const suffix = index === 0 ? '' : `_${index + 1}`;
  if (!isMembers(given)) {
    reading.put(place, 'email', undefined);
    return;
  }
  reading.members(place, given, contactFields, ['address'], suffix);
  const { address } = given;
  if (isMembers(address)) reading.members(`${place}.address`, address, addressFields, [], suffix);
}

function personal(reading: Reading, person: Members): void {
  reading.members('personal', person, personalFields, ['age', 'contacts']);
  const { age, contacts } = person;
  if (isMembers(age)) {
    if (Object.hasOwn(age, 'age')) reading.put('personal.age.age', 'age', number(age['age'], age));
    if (Object.hasOwn(age, 'year')) reading.put('personal.age', 'birthdate', date(age, age));
  }
  if (!Array.isArray(contacts)) return;
  for (const [index, one] of contacts.slice(0, MOST_CONTACTS).entries()) contact(reading, one, index);
  if (contacts.length > MOST_CONTACTS)
    reading.notes.add(`personal.contacts has more than ${MOST_CONTACTS}: the rest was left out.`);
}

const readers: Readonly<Record<string, { readonly member: string; readonly read: typeof customer }>> = {
  ctmrinfo: { member: 'info', read: customer },
  personal: { member: 'personal', read: personal },
};

function read(reading: Reading, sde: unknown): void {
  const type = isMembers(sde) && typeof sde['type'] === 'string' ? sde['type'] : '';
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  const members = reader && isMembers(sde) ? sde[reader.member] : undefined;
  if (reader && isMembers(members)) reader.read(reading, members);
  else if (pageTypes.includes(type))
    reading.notes.add(`lp_sdes: ${type} is never verified. Let the page say it.`);
  else
    reading.notes.add(
      `lp_sdes: ${reader ? type : 'an attribute'} is not of the form of the catalogue, and was left out.`,
    );
}

export type FactsFromSdes = {
  /** The claim `lp_sdes`, as it came. */
  readonly sdes: unknown;
  readonly sealed: boolean;
  readonly provenance: Provenance;
};

/** LivePerson's engagement attributes become facts: `ctmrinfo` and `personal`, field by field; a later one wins. */
export function factsFromSdes({ sdes, sealed, provenance }: FactsFromSdes): MappedFacts {
  if (sdes === undefined || sdes === null) return { facts: [], notes: [] };
  const reading = new Reading();
  if (!Array.isArray(sdes)) reading.notes.add('lp_sdes is no list, and was left out.');
  else for (const sde of sdes.slice(0, MOST_SDES)) read(reading, sde);
  if (Array.isArray(sdes) && sdes.length > MOST_SDES)
    reading.notes.add(`lp_sdes has more than ${MOST_SDES} attributes: the rest was left out.`);
  const facts = [...reading.values].map(([name, value]) => ({ name, value, sealed, provenance }));
  return { facts, notes: [...reading.notes] };
}
