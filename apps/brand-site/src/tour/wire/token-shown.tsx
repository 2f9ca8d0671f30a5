import type { TokenShown as Token } from './entry';

/** What each claim is for. Only these are shown. */
const meanings: Readonly<Record<string, string>> = {
  iss: 'who vouches: exactly the issuer of the connection',
  aud: 'for whom: the chat’s own client, nobody else’s',
  sub: 'who it is, by the issuer’s own name for her',
  nonce: 'for this very attempt of this browser',
  iat: 'when it was made',
  exp: 'until when it may be presented',
  auth_time: 'when she last signed in there',
  at_hash: 'ties the access token to it',
};

const time = (seconds: number): string => new Date(seconds * 1_000).toLocaleTimeString('en-GB');
const shown = (name: string, value: unknown): string =>
  typeof value === 'number' && ['iat', 'exp', 'auth_time'].includes(name) ? time(value) : String(value);

/** The claims that are judged, each with what it is for. */
export function TokenShown({ token }: { token: Token }) {
  const claims = Object.entries(meanings).filter(([name]) => token.claims[name] !== undefined);
  return (
    <div className="mt-1.5 rounded-control border border-verified-border bg-verified-bg px-2.5 py-2">
      <p className="text-xs font-semibold text-verified-ink">
        ID token, signed with <code>{String(token.header['alg'])}</code> by the key{' '}
        <code className="wrap-anywhere">{String(token.header['kid'])}</code>
      </p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 gap-y-0.5 text-xs">
        {claims.map(([name, meaning]) => (
          <div key={name} className="contents">
            <dt>
              <code>{name}</code>
            </dt>
            <dd className="min-w-0">
              <code className="text-ink wrap-anywhere">{shown(name, token.claims[name])}</code>{' '}
              <span className="text-quiet">{meaning}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
