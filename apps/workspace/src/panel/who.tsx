'use client';

import type { Assurance } from '@countersign/claims';
import type { IdentityPanel } from '@countersign/contracts';
import { AssuranceIcon } from '../ui/assurance-mark';
import { classNames } from '../ui/class-names';
import { useNow } from '../ui/now';
import { Seal } from '../ui/seal';
import { ToldText } from '../ui/told-text';
import { Ago } from '../ui/when';
import { advice, remaining, standing } from '../words/assurance';
import { Relaxed } from './relaxed';

type Who = IdentityPanel['who'];

const tones: Record<Assurance, string> = {
  anonymous: 'bg-hover text-ink',
  verified: 'bg-verified-bg text-verified-ink',
  due: 'bg-due-bg text-due-ink',
  stale: 'bg-due-bg text-due-ink',
  ended: 'bg-hover text-ink',
  revoked: 'bg-revoked-bg text-revoked-ink',
};

/** A name is sealed while the proof holds; afterwards it is what somebody was called. */
const holds = ({ assurance }: Who) => assurance === 'verified' || assurance === 'due';

function Name({ who }: { who: Who }) {
  if (who.name === null) return <h2 className="text-lg">Anonymous visitor</h2>;
  return (
    <h2 className="text-lg leading-6">
      <span className="flex items-start gap-1.5">
        <ToldText text={who.name} limit={80} />
        {who.nameSealed && holds(who) && <Seal size={16} className="mt-1" />}
      </span>
      {!who.nameSealed && (
        <span className="block text-xs font-normal text-quiet">
          {who.issuerLabel ? `from their ${who.issuerLabel} profile` : 'from their profile'}
        </span>
      )}
    </h2>
  );
}

/** Who this is, how sure we are, for how long, and what then. */
export function WhoCard({ who }: { who: Who }) {
  const rest = remaining(who, useNow());
  return (
    <section data-testid="who" data-assurance={who.assurance} className="px-4 py-3.5">
      <Name who={who} />
      <p
        {...(who.issuer ? { title: who.issuer } : {})}
        className={classNames(
          'mt-2.5 flex items-center gap-1.5 rounded-control px-2.5 py-1.5 text-sm font-medium tabular-nums',
          tones[who.assurance],
        )}
      >
        <AssuranceIcon assurance={who.assurance} />
        <span data-testid="standing" className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-2">
          <span>{standing(who)}</span>
          {rest && (
            <span className="font-normal whitespace-nowrap">
              <span className="sr-only"> · </span>
              {rest}
            </span>
          )}
        </span>
      </p>
      <p className="mt-1.5 text-xs text-quiet">{advice[who.assurance]}</p>
      <p className="mt-1 text-xs text-quiet">By way of {who.connectionLabel}</p>
      {who.authenticatedAt && (
        <p data-testid="authenticated" className="mt-1 text-xs text-quiet">
          Signed in{who.issuerLabel ? ` at ${who.issuerLabel}` : ' there'} <Ago at={who.authenticatedAt} />
          {who.acr && (
            <>
              , by <code className="font-mono">{who.acr}</code>
            </>
          )}
        </p>
      )}
      <Relaxed names={who.relaxed} />
    </section>
  );
}
