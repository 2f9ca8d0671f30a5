import type { Entries, Return } from '../profile.js';
import { spelledOut } from './scopes.js';

/** The members of a successful return, in the order Google sends them. */
export const success = ({ issuer, code, state, scope, person, authUser, consentShown }: Return): Entries => [
  ...(state === undefined ? [] : ([['state', state]] as const)),
  ['iss', issuer],
  ['code', code],
  ['scope', spelledOut(scope)],
  ['authuser', String(authUser)],
  ...(person.hd === undefined ? [] : ([['hd', person.hd]] as const)),
  ['prompt', consentShown ? 'consent' : 'none'],
];

/** What a person's answer, or the lack of one, sends back to the client. All else gets a page. */
const sentBack = new Set([
  'access_denied',
  'interaction_required',
  'login_required',
  'consent_required',
  'account_selection_required',
]);

export function failure(
  error: string,
  _: string | undefined,
  state: string | undefined,
): Entries | undefined {
  if (!sentBack.has(error)) return undefined;
  return [
    ['error', error === 'access_denied' || error === 'login_required' ? error : 'interaction_required'],
    ...(state === undefined ? [] : ([['state', state]] as const)),
  ];
}
