import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Answer } from '../http/index.js';
import type { World } from '../world/index.js';
import { withBody } from './answer.js';
import type { IdToken } from './fault.js';

/** In JSON, in a query or a fragment, in a form: whichever way it comes, three parts after its name. */
const place = /\bid_token(?:"\s*:\s*"|=|"\s+value=")([\w-]+\.[\w-]+\.[\w-]+)(?![\w.-])/;

const textual = /json|html|text/i;

const textOf = ({ headers, body }: Answer): string =>
  textual.test(String(headers['content-type'] ?? '')) ? body.toString('utf8') : '';

/** The signed ID token an answer carries, if it carries one. */
export const idTokenIn = (answer: Answer): string | undefined =>
  (place.exec(String(answer.headers['location'] ?? '')) ?? place.exec(textOf(answer)))?.[1];

/** The same answer with another ID token. */
export function withIdToken(answer: Answer, honest: string, forged: string): Answer {
  const { location } = answer.headers;
  if (typeof location === 'string' && location.includes(honest))
    return { ...answer, headers: { ...answer.headers, location: location.replace(honest, forged) } };
  return withBody(answer, textOf(answer).replaceAll(honest, forged));
}

export async function takenApart(compact: string, { keys, clock, issuer }: World): Promise<IdToken> {
  return {
    compact,
    header: { ...decodeProtectedHeader(compact) },
    claims: decodeJwt(compact),
    now: clock.seconds,
    issuer,
    key: await keys.current(),
    ring: keys,
  };
}
