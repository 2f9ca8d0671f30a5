import type { Speech } from '../speech';

/** Arabic counts in six forms. */
export type Arabic = Speech<'zero' | 'one' | 'two' | 'few' | 'many' | 'other'>;

/** Characters of a text, counted. */
export const characterForms = {
  zero: '# حرف',
  one: 'حرف واحد',
  two: 'حرفان',
  few: '# أحرف',
  many: '# حرفًا',
  other: '# حرف',
};
