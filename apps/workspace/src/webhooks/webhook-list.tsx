'use client';

import { WEBHOOKS_LIMIT, type WebhookView } from '@countersign/contracts';
import { Plus, Webhook } from 'lucide-react';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { ListRow } from '../list-detail/list-row';
import { Rows } from '../list-detail/rows';
import { useWords } from '../settings/tongue';
import { buttonLook } from '../ui/button';
import { Empty } from '../ui/empty';
import { Failed } from '../ui/failed';
import { OneLine } from '../ui/one-line';
import { hostOf, pathOf } from '../words/host';
import { EndpointState } from './state-mark';
import { useWebhooks } from './webhooks-context';

function Row({ endpoint, current }: { endpoint: WebhookView; current: boolean }) {
  const { webhooks } = useWords();
  const { id, url, description, state, counts } = endpoint;
  return (
    <ListRow href={`/webhooks/${id}`} testid="endpoint-row" current={current} className="gap-1">
      <span className="flex items-center gap-2">
        <OneLine className="flex-1 text-base font-medium">{description || hostOf(url)}</OneLine>
        <EndpointState state={state} />
      </span>
      <code className="truncate text-xs text-quiet">
        {description ? hostOf(url) : ''}
        {pathOf(url)}
      </code>
      <span className="text-xs text-quiet tabular-nums">
        {webhooks.delivered(counts.delivered)}
        {counts.waiting > 0 && webhooks.waiting(counts.waiting)}
      </span>
    </ListRow>
  );
}

function Endpoints({ endpoints }: { endpoints: readonly WebhookView[] }) {
  const { webhooks } = useWords();
  const { webhook: current } = useParams<{ webhook?: string }>();
  if (endpoints.length === 0)
    return (
      <Empty icon={Webhook} title={webhooks.none}>
        {webhooks.noneText}
      </Empty>
    );
  return (
    <Rows testid="endpoints" items={endpoints} keyOf={({ id }) => id}>
      {(endpoint) => <Row endpoint={endpoint} current={endpoint.id === current} />}
    </Rows>
  );
}

/** Every endpoint of the brand, and how it does. */
export function WebhookList() {
  const { webhooks } = useWords();
  const { endpoints, trouble, reload } = useWebhooks();
  if (!endpoints && trouble) return <Failed title={webhooks.failed} trouble={trouble} onRetry={reload} />;
  if (!endpoints)
    return (
      <p className="p-4 text-sm text-quiet" role="status">
        {webhooks.loading}
      </p>
    );
  return (
    <>
      <div className="flex items-center justify-between gap-2 border-b border-line px-4 py-2">
        <h2 className="text-sm font-semibold">{webhooks.title}</h2>
        {endpoints.length < WEBHOOKS_LIMIT ? (
          <Link
            href="/webhooks/new"
            data-testid="add-endpoint"
            className={buttonLook('plain', 'no-underline')}
          >
            <Plus aria-hidden size={14} />
            {webhooks.add}
          </Link>
        ) : (
          <span className="text-xs text-quiet">{webhooks.full(WEBHOOKS_LIMIT)}</span>
        )}
      </div>
      <Endpoints endpoints={endpoints} />
    </>
  );
}
