import { answerOf, withBody } from '../answer.js';
import type { Fault } from '../fault.js';

const later = { 'retry-after': '30' };
const page = '<!doctype html><title>Sign in to the network</title><p>Welcome to the hotel.</p>';

/** The road to the token endpoint. */
export const wire = {
  'token-throttled': {
    why: '429 with Retry-After: nothing is wrong with the proof, and asking at once makes it worse',
    expect: 'provider_unavailable',
    at: 'token',
    bend: () => answerOf(429, { error: 'rate_limit_exceeded' }, later),
  },
  'token-error': {
    why: '500: the provider broke, and the person is not to be blamed',
    expect: 'provider_unavailable',
    at: 'token',
    bend: () => answerOf(500, { error: 'internal_failure' }),
  },
  'token-down': {
    why: '503 with Retry-After: maintenance; the chat goes on without a proof',
    expect: 'provider_unavailable',
    at: 'token',
    bend: () => answerOf(503, { error: 'temporarily_unavailable' }, later),
  },
  'token-slow': {
    why: 'half a minute: a client without a time limit hangs, and its people with it',
    expect: 'provider_timeout',
    at: 'token',
    wire: 'delay',
    delayMs: 30_000,
  },
  'token-late': {
    why: 'half a second is slow and no fault',
    expect: 'verified',
    at: 'token',
    wire: 'delay',
    delayMs: 500,
  },
  'token-drip': {
    why: 'a byte at a time: a limit on the gap between two bytes never ends it, one on the whole does',
    expect: 'provider_timeout',
    at: 'token',
    wire: 'drip',
    delayMs: 250,
  },
  'token-dropped': {
    why: 'the connection ends before an answer',
    expect: 'provider_unavailable',
    at: 'token',
    wire: 'drop',
  },
  'token-cut': {
    why: 'the connection ends in the middle: half an answer is none',
    expect: 'provider_unavailable',
    at: 'token',
    wire: 'cut',
  },
  'token-not-json': {
    why: 'text where JSON was promised',
    expect: 'provider_answer_invalid',
    at: 'token',
    bend: (answer) => withBody(answer, 'OK'),
  },
  'token-wrong-content-type': {
    why: 'the right JSON under a wrong name: a page of somebody’s site could be read as tokens',
    expect: 'provider_answer_invalid',
    at: 'token',
    bend: (answer) => withBody(answer, answer.body, { 'content-type': 'text/html; charset=utf-8' }),
  },
  'token-of-a-hotel': {
    why: 'a captive network answers 200 with its own page',
    expect: 'provider_answer_invalid',
    at: 'token',
    bend: (answer) => withBody(answer, page, { 'content-type': 'text/html; charset=utf-8' }),
  },
  'token-huge-answer': {
    why: 'a megabyte: who reads without a limit can be filled up',
    expect: 'provider_answer_invalid',
    at: 'token',
    bend: (answer) => withBody(answer, JSON.stringify({ note: 'x'.repeat(1_000_000) })),
  },
  'token-redirect': {
    why: 'followed, it would carry the client secret wherever it points',
    expect: 'provider_answer_invalid',
    at: 'token',
    bend: (_answer, { issuer }) => answerOf(307, {}, { location: `${issuer}/elsewhere` }),
  },
  'token-empty': {
    why: '200 and nothing in it',
    expect: 'provider_answer_invalid',
    at: 'token',
    bend: (answer) => withBody(answer, ''),
  },
} satisfies Record<string, Fault>;
