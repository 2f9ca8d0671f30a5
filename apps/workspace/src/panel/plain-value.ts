import type { Fact } from '@countersign/claims';
import { catalogue, money } from '@countersign/claims';
import { useWords } from '../settings/tongue';
import type { Words } from '../words/languages';

type Spoken = Pick<Words, 'formats' | 'panel'>;

/** A value as a line of text. Whatever is no line is shown as the JSON it came as. */
export function plainValue(value: Fact['value'], { panel }: Spoken): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? panel.yes : panel.no;
  return JSON.stringify(value);
}

const dates: readonly string[] = ['customer_since', 'birthdate', 'last_payment_date', 'registration_date'];

/** The same for a verified fact, whose value has met its schema: dates are written as dates, amounts as amounts. */
export function knownValue({ name, value }: Pick<Fact, 'name' | 'value'>, words: Spoken): string {
  const amount = money.safeParse(value);
  if (amount.success) return words.formats.money(amount.data);
  if (dates.includes(name) && catalogue.customer_since.value.safeParse(value).success)
    return words.formats.calendar(plainValue(value, words));
  return plainValue(value, words);
}

export function usePlainValue() {
  const words = useWords();
  return (value: Fact['value']) => plainValue(value, words);
}

export function useKnownValue() {
  const words = useWords();
  return (fact: Pick<Fact, 'name' | 'value'>) => knownValue(fact, words);
}
