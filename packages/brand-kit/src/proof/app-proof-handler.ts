import { type Answering, answer, answerAttempt, readAttempt } from './answer-attempt.js';

/** The three things only the brand knows. */
export type AppProofHandlerOptions<Customer> = Answering<Customer> & {
  /**
   * Whose app session that is, or undefined. It sees the token and nothing else of the request: neither a cookie nor a
   * member of the body can choose who is vouched for.
   */
  readonly customerOf: (appToken: string) => Promise<Customer | undefined>;
};

// RFC 6750, section 2.1: a b64token.
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/** An app says nothing of a site. A page that says another one has no business here, whatever it holds. */
const fromAnotherSite = ({ headers }: Request) =>
  ['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? 'none');

/**
 * The proof endpoint of a mobile app: `POST` with `Authorization: Bearer {the app's own session at the brand}` and the
 * attempt as JSON, answered with a code or an ID token, whichever the attempt's connection takes. No CORS, no cookies.
 *
 * Answers 200 with the proof, or `{error}`: 405 `method_not_allowed`, 403 `cross_site`, 401 `not_signed_in` (with
 * `WWW-Authenticate`), 415 `not_json`, 400 `attempt_malformed` or `attempt_unknown`, 403 `login_required`,
 * 502 `proof_unavailable`.
 */
export function appProofHandler<Customer>({ customerOf, ...answering }: AppProofHandlerOptions<Customer>) {
  return async (request: Request): Promise<Response> => {
    if (request.method !== 'POST') return answer(405, { error: 'method_not_allowed' }, { allow: 'POST' });
    if (fromAnotherSite(request)) return answer(403, { error: 'cross_site' });
    const token = BEARER.exec(request.headers.get('authorization') ?? '')?.[1];
    if (!token) return answer(401, { error: 'not_signed_in' }, { 'www-authenticate': 'Bearer' });
    const customer = await customerOf(token);
    // RFC 6750, section 3.1: a token that was presented and is not good.
    const refused = { 'www-authenticate': 'Bearer error="invalid_token"' };
    if (!customer) return answer(401, { error: 'not_signed_in' }, refused);
    const asked = await readAttempt(request);
    return asked instanceof Response ? asked : answerAttempt(answering, customer, asked, request);
  };
}
