import { type Formats, formatsOf } from './formats';
import { segments } from './visible';

/** What a language needs to speak of numbers, dates and names. `Plural`: the forms its grammar has, all of them. */
export type Speech<Plural extends Intl.LDMLPluralRule> = Formats & {
  readonly locale: string;
  /** The form that fits the number, which stands where `#` is. */
  readonly count: (number: number, forms: Readonly<Record<Plural, string>>) => string;
  /** A name within a sentence: whatever direction it has, the sentence keeps its own; characters nobody sees are named. */
  readonly name: (text: string) => string;
};

export function speechOf<Plural extends Intl.LDMLPluralRule>(
  locale: string,
  direction: 'ltr' | 'rtl',
): Speech<Plural> {
  const formats = formatsOf(locale);
  const rules = new Intl.PluralRules(locale);
  return {
    ...formats,
    locale,
    count(number, forms) {
      const all: Partial<Record<Intl.LDMLPluralRule, string>> = forms;
      const form = all[rules.select(number)] ?? all.other ?? '#';
      return form.replace('#', formats.number(number));
    },
    name(text) {
      const seen = segments(text)
        .map((segment) => segment.text)
        .join('');
      return direction === 'ltr' ? seen : `\u2068${seen}\u2069`;
    },
  };
}
