import type { Provenance } from '@countersign/claims';
import type { ReactNode } from 'react';
import { ToldText } from '../ui/told-text';
import { Ago } from '../ui/when';
import { sourceWords } from '../words/provenance';
import { dateTime, exactly } from '../words/time';

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
  const { issuer, issuerLabel, keyId, source, at, until } = provenance;
  return (
    <dl className="mt-1 mb-1.5 flex flex-col gap-0.5 rounded-control bg-verified-bg px-2.5 py-2 text-xs">
      <Line term="Issuer">
        {issuerLabel && <ToldText text={issuerLabel} />}
        {issuer && <span className="block font-mono text-[11px] text-quiet">{issuer}</span>}
      </Line>
      <Line term="By way of">{sourceWords(source)}</Line>
      {keyId && (
        <Line term="Key">
          <code>{keyId}</code>
        </Line>
      )}
      <Line term="Told">
        <Ago at={at} />
      </Line>
      <Line term="Until">
        {until ? (
          <time dateTime={until} title={exactly(until)}>
            {dateTime(until)}
          </time>
        ) : (
          'as long as the session holds'
        )}
      </Line>
    </dl>
  );
}
