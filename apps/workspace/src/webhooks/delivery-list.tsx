'use client';

import type { DeliveryState, DeliveryView, WebhookView } from '@countersign/contracts';
import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Empty } from '../ui/empty';
import { Failed } from '../ui/failed';
import { Ago } from '../ui/when';
import { ReplayFailed } from './replay-failed';
import { DeliveryState as State } from './state-mark';
import { useDeliveries } from './use-deliveries';

function Row({ endpoint, delivery }: { endpoint: string; delivery: DeliveryView }) {
  const { outcomes, log } = useWords().webhooks;
  const { id, type, at, last, attempts } = delivery;
  return (
    <Link
      href={`/webhooks/${endpoint}/${id}`}
      prefetch={false}
      data-testid="delivery-row"
      data-row
      data-state={delivery.state}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 px-3 py-2.5 text-ink no-underline outline-offset-[-2px] transition-colors duration-100 hover:bg-hover"
    >
      <code className="truncate text-sm">{type}</code>
      <State delivery={delivery} />
      <span className="truncate text-xs text-quiet">
        {last ? outcomes[last.outcome](last.status) : log.notSent}
        {attempts > 1 && log.tries(attempts)}
      </span>
      <span className="text-end text-xs text-quiet">
        <Ago at={at} />
      </span>
    </Link>
  );
}

function Rows({ endpoint, deliveries }: { endpoint: string; deliveries: readonly DeliveryView[] }) {
  return (
    <ol className="list-none divide-y divide-line p-0" data-testid="deliveries">
      {deliveries.map((delivery) => (
        <li key={delivery.id}>
          <Row endpoint={endpoint} delivery={delivery} />
        </li>
      ))}
    </ol>
  );
}

const states = ['delivered', 'waiting', 'given_up'] as const satisfies readonly DeliveryState[];

/** The events of an endpoint, the latest first, as they happen. */
export function DeliveryList({ endpoint }: { endpoint: WebhookView }) {
  const { log } = useWords().webhooks;
  const [state, setState] = useState<DeliveryState | undefined>(undefined);
  const { page, trouble, reload, loadOlder } = useDeliveries(endpoint.id, state);
  return (
    <section aria-labelledby="deliveries" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="deliveries" className="text-sm font-semibold">
          {log.title}
        </h2>
        <div className="flex items-end gap-2">
          <ReplayFailed endpoint={endpoint} onDone={reload} />
          <Choice
            label={log.show}
            className="w-32"
            value={state ?? ''}
            onChange={(event) => setState(states.find((one) => one === event.target.value))}
          >
            <option value="">{log.all}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {log.states[one]}
              </option>
            ))}
          </Choice>
        </div>
      </div>
      <div className="rounded-card border border-line bg-surface">
        {!page && !trouble && (
          <p className="p-4 text-sm text-quiet" role="status">
            {log.loading}
          </p>
        )}
        {trouble && <Failed title={log.failed} trouble={trouble} onRetry={reload} />}
        {page && !trouble && page.items.length === 0 && (
          <Empty icon={Inbox} title={state ? log.noneSuch : log.none}>
            {state ? log.noneSuchText : log.noneText}
          </Empty>
        )}
        {page && page.items.length > 0 && <Rows endpoint={endpoint.id} deliveries={page.items} />}
        {page?.next && (
          <div className="flex justify-center border-t border-line p-2">
            <Button kind="quiet" data-testid="older" onClick={() => void loadOlder()}>
              {log.older}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
