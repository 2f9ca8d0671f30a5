import { type Answering, answer, answerAttempt, readAttempt } from './answer-attempt.js';

/** The three things only the brand knows. */
export type ProofHandlerOptions<Customer> = Answering<Customer> & {
  /** Whoever is signed in at the brand, or undefined. */
  readonly customerOf: (request: Request) => Promise<Customer | undefined>;
};

/** Only pages of the brand's own origin may ask, and no other page may read the answer: there is no CORS. */
function fromOwnPage({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host');
}

/**
 * The brand's proof endpoint: `POST` with the attempt as JSON, answered with a code or an ID token.
 * Framework-neutral: a Fetch API handler.
 *
 * Answers 200 with the proof, or `{error}`: 405 `method_not_allowed`, 403 `not_same_origin`, 415 `not_json`,
 * 400 `attempt_malformed` or `attempt_unknown`, 401 `not_signed_in`, 403 `login_required`,
 * 502 `proof_unavailable`.
 */
export function proofHandler<Customer>({ customerOf, ...answering }: ProofHandlerOptions<Customer>) {
  return async (request: Request): Promise<Response> => {
    if (request.method !== 'POST') return answer(405, { error: 'method_not_allowed' }, { allow: 'POST' });
    if (!fromOwnPage(request)) return answer(403, { error: 'not_same_origin' });
    const asked = await readAttempt(request);
    if (asked instanceof Response) return asked;
    const customer = await customerOf(request);
    if (!customer) return answer(401, { error: 'not_signed_in' });
    return answerAttempt(answering, customer, asked, request);
  };
}
