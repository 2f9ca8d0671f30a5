import { type Attempt, attempt, type Proof } from './attempt.js';

/** The three things only the brand knows. */
export type ProofHandlerOptions<Customer> = {
  /** Whoever is signed in at the brand, or undefined. */
  readonly customerOf: (request: Request) => Promise<Customer | undefined>;
  /** A proof for that customer, bound to that attempt. Never for whom the request names. */
  readonly proofFor: (customer: Customer, attempt: Attempt, request: Request) => Promise<Proof>;
  /** Told why no proof could be made: for the brand's own log, since whoever asks may be anybody. */
  readonly onFailure: (error: unknown) => void;
};

const LIMIT = 8_192;

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

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
 */
export function proofHandler<Customer>({ customerOf, proofFor, onFailure }: ProofHandlerOptions<Customer>) {
  return async (request: Request): Promise<Response> => {
    if (request.method !== 'POST') return answer(405, { error: 'method_not_allowed' });
    if (!fromOwnPage(request)) return answer(403, { error: 'not_same_origin' });
    if (!/^application\/json(;|$)/i.test(request.headers.get('content-type') ?? ''))
      return answer(415, { error: 'not_json' });
    const text = await request.text();
    const parsed = attempt.safeParse(text.length > LIMIT ? undefined : parseJson(text));
    if (!parsed.success) return answer(400, { error: 'attempt_malformed' });
    const customer = await customerOf(request);
    if (!customer) return answer(401, { error: 'not_signed_in' });
    return proofFor(customer, parsed.data, request).then(
      (proof) => answer(200, proof),
      (error: unknown) => {
        onFailure(error);
        return answer(502, { error: 'proof_unavailable' });
      },
    );
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
