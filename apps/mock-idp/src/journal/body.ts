import type { TokenContent } from './entry.js';
import type { Strike } from './strike.js';

const limit = 4096;
/** More is looked at than is kept: a secret takes less room once it is struck. */
const looked = 4 * limit;
/** Larger ones are not taken apart. */
const whole = 256 * 1024;

const cut = (text: string, bytes: number): string =>
  text.length > limit ? `${text.slice(0, limit)}… (${bytes} bytes in all)` : text;

function parsed(body: Buffer): unknown {
  const first = String.fromCharCode(body[0] ?? 0);
  if (body.length > whole || !'{['.includes(first)) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The last word may be half a secret, which nothing recognises any more. */
const beginning = (body: Buffer): string =>
  body.length > looked
    ? body
        .subarray(0, looked)
        .toString('utf8')
        .replace(/[\w.\-/+~=%]+$/, '')
    : body.toString('utf8');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

/** Of a page its title, and what its forms would send without being asked. */
function page(strike: Strike, html: string): string {
  const title = unescaped(/<title>([^<]*)<\/title>/i.exec(html)?.[1] ?? 'A page without a title').trim();
  const hidden = [...html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/gi)].map(([tag]) => {
    const name = attribute(tag, 'name') ?? '';
    return `${name}=${strike.member(name, attribute(tag, 'value') ?? '')}`;
  });
  return [`Page: ${strike.text(title)}`, ...hidden].join('\n');
}

/** A body as the journal keeps it. */
export function keptBody(strike: Strike, body: Buffer, type: string): string | undefined {
  if (body.length === 0) return undefined;
  if (type.includes('html')) return cut(page(strike, body.subarray(0, whole).toString('utf8')), body.length);
  const json = parsed(body);
  if (typeof json === 'object' && json !== null) return cut(JSON.stringify(strike.json(json)), body.length);
  return cut(strike.loose(beginning(body)), body.length);
}

/** What the ID token of an answer says, wherever it stands. */
export function tokenContent(
  strike: Strike,
  body: Buffer,
  location: string | undefined,
): TokenContent | undefined {
  const json = parsed(body);
  const fragment = new URLSearchParams(location?.split('#')[1] ?? '');
  const said = (json as { id_token?: unknown } | undefined)?.id_token ?? fragment.get('id_token');
  const parts = typeof said === 'string' ? said.split('.') : [];
  if (parts.length !== 3) return undefined;
  const [header, claims] = parts.map((part) => parsed(Buffer.from(part, 'base64url')));
  return header && claims ? { header: strike.json(header), claims: strike.json(claims) } : undefined;
}
