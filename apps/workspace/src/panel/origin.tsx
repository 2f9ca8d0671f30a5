import type { Provenance } from '@countersign/claims';
import type { ReactNode } from 'react';
import { useWords } from '../settings/tongue';
import { ToldText } from '../ui/told-text';
import { Ago } from '../ui/when';

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[72px_1fr] gap-2">
      <dt className="text-quiet">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

/** Where a verified fact comes from: issuer, key, time, until when. */
export function Origin({ provenance }: { provenance: Provenance }) {
  const { formats, identity, panel } = useWords();
  const words = panel.origin;
  const { issuer, issuerLabel, keyId, source, at, until } = provenance;
  return (
    <dl className="mt-1 mb-1.5 flex flex-col gap-0.5 rounded-control bg-verified-bg px-2.5 py-2 text-xs">
      <Line term={words.issuer}>
        {issuerLabel && <ToldText text={issuerLabel} />}
        {issuer && <bdi className="block font-mono text-[11px] text-quiet">{issuer}</bdi>}
      </Line>
      <Line term={words.source}>{identity.source(source)}</Line>
      {keyId && (
        <Line term={words.key}>
          <code>
            <bdi>{keyId}</bdi>
          </code>
        </Line>
      )}
      <Line term={words.told}>
        <Ago at={at} />
      </Line>
      <Line term={words.until}>
        {until ? (
          <time dateTime={until} title={formats.exactly(until)}>
            {formats.dateTime(until)}
          </time>
        ) : (
          words.session
        )}
      </Line>
    </dl>
  );
}
