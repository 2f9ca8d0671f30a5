import { type Problem, problems } from '@countersign/contracts';
import { afterEach, expect, test } from 'vitest';
import { arabic } from '../words/arabic.js';
import { english } from '../words/english.js';
import { speak } from '../words/index.js';
import { refusalWords, whyWords } from './words.js';

afterEach(() => speak('en', english));

const title = (reason: string) => refusalWords({ reason: reason as never, attempt: null }, 'Larkspur').title;

test('where the provider is at fault, neither the page nor the consumer is', () => {
  const faults = ['provider_unavailable', 'provider_timeout', 'provider_paused', 'provider_answer_invalid'];
  for (const reason of [...faults, 'keys_unavailable'])
    expect(title(reason), reason).toBe('Larkspur’s sign-in is not answering');
  expect(title('page_method_failed')).toBe('This page could not tell us who you are');
});

test('whatever the service refuses, an Arabic chat says why in Arabic', () => {
  speak('ar', arabic);
  for (const code of Object.keys(problems) as Problem['code'][]) {
    expect(whyWords(code), code).toMatch(/\p{Script=Arabic}/u);
    expect(whyWords(code).replace('PDF', ''), code).not.toMatch(/[a-z]/i);
  }
});

test('why a file, a message or an answer was not taken is told apart', () => {
  const codes = ['message_too_long', 'conversation_ended', 'verification_required', 'session_ended'] as const;
  const files = ['attachment_empty', 'attachment_too_large', 'attachment_type_refused'] as const;
  const said = [
    ...codes,
    ...files,
    'card_outdated',
    'card_settled',
    'rate_limited',
    'internal_error',
  ] as const;
  expect(new Set(said.map(whyWords)).size).toBe(said.length);
  expect(whyWords(undefined)).toBe(whyWords('internal_error'));
});
