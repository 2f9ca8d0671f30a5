import type { Trace } from '@countersign/claims';
import { ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Exact } from '../exact';
import { showWithin } from '../show-within';
import { Checks } from './checks';
import type { Exchange } from './entry';
import { TokenShown } from './token-shown';

function Row({ exchange }: { exchange: Exchange }) {
  const { from, to, line, why, sent, token } = exchange;
  return (
    <li className="tour-tick rounded-card border border-line bg-surface px-3 py-2" data-testid="exchange">
      <p className="flex flex-wrap items-center gap-x-1.5 text-sm font-semibold">
        {from}
        <ArrowRight className="size-3.5 text-quiet" aria-label="to" />
        {to}
        <code className="min-w-0 font-normal wrap-anywhere text-quiet">{line}</code>
      </p>
      <p className="mt-0.5 text-xs text-quiet">
        <Exact text={why} />
      </p>
      {sent.length > 0 ? (
        <dl className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
          {sent.map(([name, value]) => (
            <div key={name} className="flex min-w-0 gap-1.5">
              <dt>
                <code className="text-quiet">{name}</code>
              </dt>
              <dd className="min-w-0">
                <code className="wrap-anywhere">{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {token ? <TokenShown token={token} /> : null}
    </li>
  );
}

type Props = { readonly exchanges: readonly Exchange[]; readonly trace: Trace | undefined };

/** What happens on the wire, as it happens: the latest is what one looks at. */
export function WireList({ exchanges, trace }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const checks = useRef<HTMLDivElement>(null);
  const many = exchanges.length;
  const attempt = trace?.attempt;
  useEffect(() => {
    if (many) showWithin(end.current, 'nearest');
  }, [many]);
  // They tick from the first on: there one looks, not at the end, where nothing stands yet.
  useEffect(() => {
    if (attempt) showWithin(checks.current, 'start');
  }, [attempt]);
  if (exchanges.length === 0 && !trace)
    return <p className="text-sm text-quiet">Nothing has gone over the wire yet.</p>;
  return (
    <div className="grid gap-2">
      <ol className="grid gap-2">
        {exchanges.map((exchange) => (
          <Row key={exchange.key} exchange={exchange} />
        ))}
      </ol>
      <div ref={end} />
      {trace ? (
        <div ref={checks}>
          <Checks trace={trace} />
        </div>
      ) : null}
    </div>
  );
}
