'use client';

import type { Assurance } from '@countersign/claims';
import type { IdentityPanel } from '@countersign/contracts';
import { useWords } from '../settings/tongue';
import { AssuranceIcon } from '../ui/assurance-mark';
import { classNames } from '../ui/class-names';
import { useNow } from '../ui/now';
import { Seal } from '../ui/seal';
import { ToldText } from '../ui/told-text';
import { Relaxed } from './relaxed';
import { WhoSays } from './who-says';

type Who = IdentityPanel['who'];

const tones: Record<Assurance, string> = {
  anonymous: 'border-dashed border-page-border bg-hover text-ink',
  verified: 'border-verified-border bg-verified-bg text-verified-ink',
  due: 'border-due-border bg-due-bg text-due-ink',
  stale: 'border-due-border bg-due-bg text-due-ink',
  ended: 'border-dashed border-page-border bg-hover text-ink',
  revoked: 'border-revoked-border bg-revoked-bg text-revoked-ink',
};

/** A name is sealed while the proof holds; afterwards it is what somebody was called. */
const holds = ({ assurance }: Who) => assurance === 'verified' || assurance === 'due';

function Name({ who }: { who: Who }) {
  const { identity } = useWords();
  if (who.name === null) return <h2 className="text-lg">{identity.anonymousVisitor}</h2>;
  return (
    <h2 className="text-lg leading-6">
      <span className="flex items-start gap-1.5">
        <ToldText text={who.name} limit={80} />
        {who.nameSealed && holds(who) && <Seal size={16} className="mt-1" />}
      </span>
      {!who.nameSealed && (
        <span className="block text-xs font-normal text-quiet">{identity.fromProfile(who.issuerLabel)}</span>
      )}
    </h2>
  );
}

/** What is left of the proof, as a line that grows shorter. What it says stands in words above it. */
function Rest({ who, now }: { who: Who; now: number }) {
  if (!who.holdsUntil || !who.verifiedAt || !holds(who)) return null;
  const [from, until] = [Date.parse(who.verifiedAt), Date.parse(who.holdsUntil)];
  const part = Math.min(1, Math.max(0, (until - now) / Math.max(1, until - from)));
  return (
    <span aria-hidden className="mt-1.5 block h-1 overflow-clip rounded-full bg-current/15">
      <span className="block h-full rounded-full bg-current" style={{ width: `${part * 100}%` }} />
    </span>
  );
}

function Standing({ who }: { who: Who }) {
  const { identity, time } = useWords();
  const now = useNow();
  const rest = who.holdsUntil && holds(who) ? time.left(who.holdsUntil, now) : null;
  return (
    <div
      {...(who.issuer ? { title: who.issuer } : {})}
      className={classNames('mt-2.5 rounded-card border px-3 py-2', tones[who.assurance])}
    >
      <p className="flex items-center gap-2 text-sm font-semibold tabular-nums">
        <AssuranceIcon assurance={who.assurance} />
        <span data-testid="standing" className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-2">
          <span className="min-w-0 wrap-anywhere">{identity.standing(who)}</span>
          {rest && (
            <span className="font-medium whitespace-nowrap">
              <span className="sr-only"> · </span>
              {rest}
            </span>
          )}
        </span>
      </p>
      <Rest who={who} now={now} />
    </div>
  );
}

/** Who this is, how sure we are, for how long, and what then. */
export function WhoCard({ panel, onTrace }: { panel: IdentityPanel; onTrace: (() => void) | null }) {
  const { identity } = useWords();
  const { who } = panel;
  return (
    <section data-testid="who" data-assurance={who.assurance} className="px-4 py-3.5">
      <Name who={who} />
      <Standing who={who} />
      <p className="mt-2 text-xs text-quiet">{identity.advice[who.assurance]}</p>
      <WhoSays panel={panel} onTrace={onTrace} />
      <Relaxed names={who.relaxed} />
    </section>
  );
}
