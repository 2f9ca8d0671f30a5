import { type Refusal, refuse } from './refusal.js';

const LIMIT = 8_192;

/** Parameters by name; empty ones count as left out, and none may come twice. RFC 6749, section 3.1. */
export function parametersOf(query: URLSearchParams): ReadonlyMap<string, string> | Refusal {
  if (query.toString().length > LIMIT)
    return refuse('invalid_request', `Expected at most ${LIMIT} characters`);
  const names = [...query.keys()];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    return refuse('invalid_request', `Expected each parameter once: ${twice.slice(0, 40)}`);
  return new Map([...query].filter(([, value]) => value !== ''));
}

/** Those of a form. */
export async function formOf(request: Request): Promise<ReadonlyMap<string, string> | Refusal> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded(;|$)/i.test(type))
    return refuse('invalid_request', 'Expected a form: application/x-www-form-urlencoded');
  const text = await request.text();
  return parametersOf(new URLSearchParams(text));
}
