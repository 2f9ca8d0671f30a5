import type { Trace } from '@countersign/claims';
import { ToldText } from '../ui/told-text';

function Members({ title, members }: { title: string; members: Readonly<Record<string, string>> }) {
  const entries = Object.entries(members);
  if (entries.length === 0) return null;
  return (
    <div>
      <h3 className="text-xs leading-5 font-medium text-quiet">{title}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 font-mono text-xs leading-5">
        {entries.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className={value === 'present' ? 'text-quiet' : ''}>
              <ToldText text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What the token says of itself. Of a person it shows only that it says something. */
export function TokenShown({ token, believed }: { token: NonNullable<Trace['token']>; believed: boolean }) {
  const [outer, inner] = token.headers.length > 1 ? token.headers : [undefined, token.headers[0]];
  return (
    <section aria-labelledby="token" className="flex flex-col gap-2">
      <div>
        <h2 id="token" className="text-sm font-semibold">
          What the token says
        </h2>
        <p className="text-xs text-quiet">
          {believed ? '' : 'Read for you, and not believed. '}
          Values that tell of a person are not kept: “present” says that a claim is there, and <code>#</code>{' '}
          with eight digits tells one person from another.
        </p>
      </div>
      <div
        className="flex flex-col gap-3 rounded-card border border-line bg-surface px-3 py-2.5"
        data-testid="token"
      >
        {outer && <Members title="Header of the envelope" members={outer} />}
        {inner && <Members title={outer ? 'Header of the signed token' : 'Header'} members={inner} />}
        <Members title="Claims" members={token.claims} />
        {token.others > 0 && (
          <p className="text-xs text-quiet">
            {token.others === 1 ? 'One more claim' : `${token.others} more claims`} whose names are not kept.
          </p>
        )}
      </div>
    </section>
  );
}
