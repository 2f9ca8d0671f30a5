import { type Attempt, attempt, type Proof } from '../attempt.js';
import { LoginRequired } from '../login-required.js';

/** What a brand does for one customer and one attempt, and whom it tells when it cannot. */
export type Answering<Customer> = {
  /**
   * A proof for that customer, bound to that attempt. Never for whom the request names. Undefined: no connection of the
   * brand's asks this (compare `attempt.clientId`), answered 400 `attempt_unknown`.
   */
  readonly proofFor: (customer: Customer, attempt: Attempt, request: Request) => Promise<Proof | undefined>;
  /** Told why no proof could be made: for the brand's own log, since whoever asks may be anybody. */
  readonly onFailure: (error: unknown) => void;
};

const LIMIT = 8_192;

export const answer = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });

/** The attempt in the body, or the refusal it deserves. */
export async function readAttempt(request: Request): Promise<Attempt | Response> {
  if (!/^application\/json(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return answer(415, { error: 'not_json' });
  const text = await request.text();
  const parsed = attempt.safeParse(text.length > LIMIT ? undefined : parseJson(text));
  return parsed.success ? parsed.data : answer(400, { error: 'attempt_malformed' });
}

/** The proof, or that there is none: never why. */
export async function answerAttempt<Customer>(
  { proofFor, onFailure }: Answering<Customer>,
  customer: Customer,
  asked: Attempt,
  request: Request,
): Promise<Response> {
  try {
    const proof = await proofFor(customer, asked, request);
    return proof ? answer(200, proof) : answer(400, { error: 'attempt_unknown' });
  } catch (error) {
    if (error instanceof LoginRequired) return answer(403, { error: 'login_required' });
    onFailure(error);
    return answer(502, { error: 'proof_unavailable' });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
