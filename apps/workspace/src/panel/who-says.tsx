'use client';

import type { IdentityPanel } from '@countersign/contracts';
import { ListChecks } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../settings/tongue';
import { Fill } from '../ui/fill';
import { ToldText } from '../ui/told-text';
import { Ago } from '../ui/when';

function Line({ term, testid, children }: { term: string; testid?: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[88px_minmax(0,1fr)] gap-2" data-testid={testid}>
      <dt className="text-quiet">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

/** With which key the facts of the proof were signed: all that came in one token name the same. */
const keyOf = ({ sealed, profile }: IdentityPanel): string | undefined =>
  [...sealed, ...profile].find(({ provenance }) => provenance.source === 'id_token' && provenance.keyId)
    ?.provenance.keyId;

/** Who vouched, by what, with which key, and how long that holds. */
export function WhoSays({ panel, onTrace }: { panel: IdentityPanel; onTrace: (() => void) | null }) {
  const words = useWords();
  const { formats } = words;
  const { vouched, signedInAt, byMeans } = words.panel;
  const { who } = panel;
  const key = keyOf(panel);
  return (
    <div className="mt-2.5 border-t border-line pt-2.5 text-xs">
      <dl className="flex flex-col gap-1">
        {who.issuer && (
          <Line term={vouched.by}>
            {who.issuerLabel && <ToldText text={who.issuerLabel} className="font-medium" />}
            <span className="block font-mono text-[11px] leading-4 text-quiet">
              <bdi>{who.issuer}</bdi>
            </span>
          </Line>
        )}
        <Line term={vouched.wayOf}>
          <ToldText text={who.connectionLabel} />
        </Line>
        {key && (
          <Line term={vouched.key} testid="proof-key">
            <code>
              <ToldText text={key} limit={48} />
            </code>
          </Line>
        )}
        {who.holdsUntil && (
          <Line term={vouched.until} testid="holds-until">
            <time dateTime={who.holdsUntil} title={formats.exactly(who.holdsUntil)} className="tabular-nums">
              {formats.dateTime(who.holdsUntil)}
            </time>
          </Line>
        )}
      </dl>
      {who.authenticatedAt && (
        <p data-testid="authenticated" className="mt-1 text-quiet">
          <Fill text={signedInAt(who.issuerLabel)} ago={<Ago at={who.authenticatedAt} />} />
          {who.acr && <Fill text={byMeans} means={<code className="font-mono">{who.acr}</code>} />}
        </p>
      )}
      {onTrace && (
        <button
          type="button"
          data-testid="open-trace"
          onClick={onTrace}
          className="mt-2 inline-flex cursor-pointer items-center gap-1.5 rounded-control text-xs font-medium text-accent-ink underline-offset-2 hover:underline"
        >
          <ListChecks aria-hidden size={13} />
          {vouched.trace}
        </button>
      )}
    </div>
  );
}
