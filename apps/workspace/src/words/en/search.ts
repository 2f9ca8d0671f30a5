import type { Speech } from '../speech';

/** What was said, found by its words. */
export const search = ({ count, name }: Speech<'one' | 'other'>) => ({
  title: 'Search',
  field: 'Words somebody wrote, or a customer’s name',
  hint: 'What was written in conversations you have or had, newest first. The beginning of a word is enough.',
  hintForLeads:
    'What was written in all conversations of the brand, newest first. The beginning of a word is enough. That you looked is on record.',
  none: 'Nobody wrote these words.',
  said: 'What was written',
  people: 'Customers in the queue',
  more: 'There are older ones. Another word tells them apart.',
  count: (some: number) => count(some, { one: '# line found', other: '# lines found' }),
  saidBy: (agent: string) => `written by ${name(agent)}`,
  ended: 'ended',
});
