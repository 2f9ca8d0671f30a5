import { entry, tokenEntries } from '../plain.js';
import type { Entries, Return } from '../profile.js';
import { spelledOut } from './scopes.js';

/** What Google says of the person behind every answer: which of their accounts, and what they were shown. */
const aboutPerson = ({ person, authUser, consentShown }: Return): Entries => [
  ['authuser', String(authUser)],
  ...entry('hd', person.hd),
  ['prompt', consentShown ? 'consent' : 'none'],
];

/** The members of a successful return, in the order Google sends them. */
export const successWith =
  (issInCallback: boolean) =>
  (answer: Return): Entries => {
    const { issuer, code, state, scope, accessToken, idToken } = answer;
    const withTokens = accessToken !== undefined || idToken !== undefined;
    return [
      ...entry('state', state),
      // Where tokens come along, nobody has seen it.
      ...entry('iss', issInCallback && !withTokens ? issuer : undefined),
      ...entry('code', code),
      ...tokenEntries(answer, spelledOut(scope)),
      ...entry('scope', code !== undefined && accessToken === undefined ? spelledOut(scope) : undefined),
      ...entry('id_token', idToken),
      ...aboutPerson(answer),
    ];
  };

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
    ...entry('state', state),
  ];
}
