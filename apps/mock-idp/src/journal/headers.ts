import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { Members } from './entry.js';
import type { Strike } from './strike.js';

/** Of a request only what a provider looks at: anything else may carry secrets that have no name here. */
const kept = ['accept', 'content-type', 'host', 'origin', 'user-agent'] as const;

/** HTTP Basic names the client; RFC 6749, section 2.3.1. */
function authorization(strike: Strike, value: string): string {
  const [scheme = '', credentials = ''] = value.split(' ', 2);
  if (scheme.toLowerCase() !== 'basic') return `${scheme} ${strike.mark(value.slice(scheme.length + 1))}`;
  strike.mark(credentials);
  const plain = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = plain.indexOf(':');
  if (colon < 0) return `${scheme} ${strike.mark(credentials)}`;
  return `${scheme} ${plain.slice(0, colon)}:${strike.mark(plain.slice(colon + 1))}`;
}

/** `name=value` and what follows: names say which cookie, values are nobody's business. */
function cookie(strike: Strike, pair: string): string {
  const [, name = '', value = '', rest = ''] = /^([^=;]*)=?([^;]*)(.*)$/s.exec(pair.trim()) ?? [];
  const path = rest.replace(/(path=)([^;]*)/i, (_, key: string, at: string) => `${key}${strike.path(at)}`);
  return `${name}=${value === '' ? '' : strike.mark(value)}${path}`;
}

export function requestHeaders(strike: Strike, headers: IncomingHttpHeaders): Members {
  const struck: Record<string, string> = {};
  for (const name of kept) {
    const value = headers[name];
    if (typeof value === 'string') struck[name] = strike.member(name, value);
  }
  if (headers.authorization !== undefined)
    struck['authorization'] = authorization(strike, headers.authorization);
  if (headers.cookie !== undefined)
    struck['cookie'] = headers.cookie
      .split(';')
      .map((pair) => cookie(strike, pair))
      .join('; ');
  return struck;
}

export function answerHeaders(strike: Strike, headers: OutgoingHttpHeaders): Members {
  const struck: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    const values = (Array.isArray(value) ? value : [value]).map(String).map((one) => {
      if (name === 'set-cookie') return cookie(strike, one);
      return name === 'location' ? strike.address(one) : strike.member(name, one);
    });
    if (value !== undefined) struck[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return struck;
}
