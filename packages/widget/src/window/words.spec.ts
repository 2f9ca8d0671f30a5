import { expect, test } from 'vitest';
import { refusalWords } from './words.js';

const title = (reason: string) => refusalWords({ reason: reason as never, attempt: null }, 'Larkspur').title;

test('where the provider is at fault, neither the page nor the consumer is', () => {
  const faults = ['provider_unavailable', 'provider_timeout', 'provider_paused', 'provider_answer_invalid'];
  for (const reason of [...faults, 'keys_unavailable'])
    expect(title(reason), reason).toBe('Larkspur’s sign-in is not answering');
  expect(title('page_method_failed')).toBe('This page could not tell us who you are');
});
