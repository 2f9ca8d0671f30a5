import type { Fact } from '@countersign/claims';
import { catalogue } from '@countersign/claims';
import { calendar } from '../words/time';

/** A value as a line of text. Whatever is no line is shown as the JSON it came as. */
export function plainValue(value: Fact['value']): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return JSON.stringify(value);
}

/** The same for a verified fact, whose value has met its schema: dates are written as dates. */
export function knownValue({ name, value }: Pick<Fact, 'name' | 'value'>): string {
  if (name === 'customer_since' && catalogue.customer_since.value.safeParse(value).success)
    return calendar(plainValue(value));
  return plainValue(value);
}
