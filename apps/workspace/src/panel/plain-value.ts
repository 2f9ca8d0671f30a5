import type { Fact } from '@countersign/claims';
import { catalogue, money } from '@countersign/claims';
import { moneyOf } from '../words/money';
import { calendar } from '../words/time';

/** A value as a line of text. Whatever is no line is shown as the JSON it came as. */
export function plainValue(value: Fact['value']): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return JSON.stringify(value);
}

const dates: readonly string[] = ['customer_since', 'birthdate', 'last_payment_date', 'registration_date'];

/** The same for a verified fact, whose value has met its schema: dates are written as dates, amounts as amounts. */
export function knownValue({ name, value }: Pick<Fact, 'name' | 'value'>): string {
  const amount = money.safeParse(value);
  if (amount.success) return moneyOf(amount.data);
  if (dates.includes(name) && catalogue.customer_since.value.safeParse(value).success)
    return calendar(plainValue(value));
  return plainValue(value);
}
