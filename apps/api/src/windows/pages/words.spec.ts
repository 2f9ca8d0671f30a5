import { rejectionReasonNames } from '@countersign/claims';
import { problems } from '@countersign/contracts';
import { expect, test } from 'vitest';
import type { Failure } from '../window-failed.js';
import { wordsFor } from './words.js';

const failures = [
  ...rejectionReasonNames,
  ...Object.keys(problems),
  'declined',
  'stranger',
  'framed',
] as Failure[];
const errors = [
  'invalid_request',
  'unauthorized_client',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'interaction_required',
  'login_required',
  'account_selection_required',
  'consent_required',
  'invalid_request_uri',
  'invalid_request_object',
  'request_not_supported',
  'request_uri_not_supported',
  'registration_not_supported',
  'unmet_authentication_requirements',
  'unknown_error',
];

test('every way to fail has its sentence, and none shows a code', () => {
  for (const failure of failures) {
    const { title, text, status } = wordsFor(failure, 'Larkspur');
    expect(`${title}. ${text}`, failure).not.toMatch(/[a-z]_[a-z]|undefined/);
    expect(text, failure).toMatch(/\.$/);
    expect(status).toBeGreaterThanOrEqual(200);
  }
});

test('every error of OAuth 2.0 and OpenID Connect becomes a sentence for the consumer', () => {
  for (const error of errors) {
    const { title, text } = wordsFor('authorization_refused', 'Larkspur', error);
    expect(`${title}. ${text}`, error).not.toMatch(/[a-z]_[a-z]/);
    expect(text, error).toMatch(/\.$/);
  }
});
