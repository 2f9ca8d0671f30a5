import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  ClientError,
  ResponseBodyError,
} from 'openid-client';
import type { Place } from '../brands/request';
import type { Customer } from '../customers/customer';
import { idOf, loginClaims, openAccount } from '../customers/open-account';
import { findCustomer, saveCustomer } from '../customers/store';
import { settingsOf } from '../demo-file/read';
import type { LoginAttempt, LoginProblem } from './attempt';
import { loginProvider } from './provider';

export type LoginOutcome =
  | { kind: 'signed-in'; customer: Customer }
  | { kind: 'failed'; problem: LoginProblem };

/** Which sentence a failure deserves. */
function problemOf(error: unknown): LoginProblem {
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied' ? 'cancelled' : 'refused';
  if (error instanceof ResponseBodyError || error instanceof ClientError) return 'refused';
  return 'unavailable';
}

async function recognise(place: Place, attempt: LoginAttempt, currentUrl: URL, now: Date): Promise<Customer> {
  const settings = await settingsOf(place.brand);
  const provider = settings && (await loginProvider(settings, attempt.way));
  if (!provider) throw new Error('There is no such provider any more.');
  const tokens = await authorizationCodeGrant(provider, currentUrl, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
  });
  const claims = loginClaims.parse(tokens.claims());
  const { way } = attempt;
  const linked = settings.linked.find(({ logins }) => logins[way] === claims.sub);
  const known = await findCustomer(idOf(place.brand, way, claims.sub, linked?.logins));
  if (!known) {
    const told = loginClaims.parse({ ...claims, ...linked?.records });
    return saveCustomer(openAccount(place.brand, way, told, now, linked?.logins));
  }
  const row = linked && !known.logins ? await saveCustomer({ ...known, logins: linked.logins }) : known;
  return { ...row, way, subject: claims.sub };
}

/** Swaps the code, checks the ID token and finds or opens the account. */
export async function finishLogin(
  place: Place,
  attempt: LoginAttempt,
  url: URL,
  now: Date,
): Promise<LoginOutcome> {
  try {
    return { kind: 'signed-in', customer: await recognise(place, attempt, url, now) };
  } catch (error) {
    const problem = problemOf(error);
    console.error(`login at ${place.brand}: ${problem}`, error instanceof Error ? error.name : '');
    return { kind: 'failed', problem };
  }
}
