'use client';

import type { WebhookView as Endpoint, WebhookInput, WebhookMade } from '@countersign/contracts';
import { useState } from 'react';
import { webhooksClient } from '../api/webhooks.client';
import { ViewHead } from '../list-detail/view-head';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Coming } from '../ui/coming';
import { Copyable } from '../ui/copy';
import { Fill } from '../ui/fill';
import { Fold } from '../ui/fold';
import { Notice } from '../ui/notice';
import { Ago } from '../ui/when';
import { hostOf } from '../words/host';
import { DeliveryList } from './delivery-list';
import { EndpointForm } from './endpoint-form';
import { MissingWebhook } from './missing-webhook';
import { SecretOnce } from './secret-once';
import { endpointTrouble } from './state';
import { EndpointState } from './state-mark';
import { WebhookActs } from './webhook-acts';
import { useWebhooks } from './webhooks-context';

function Settings({ endpoint }: { endpoint: Endpoint }) {
  const { formats, webhooks } = useWords();
  const { url, types, facts, texts, createdAt, formerUntil } = endpoint;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
      <dt className="text-quiet">{webhooks.address}</dt>
      <dd>
        <Copyable text={url} label={webhooks.copyAddress} />
      </dd>
      <dt className="text-quiet">{webhooks.events}</dt>
      <dd className="flex flex-wrap gap-1">
        {types.map((type) => (
          <code key={type} className="rounded-control bg-hover px-1.5 py-px text-xs">
            {type}
          </code>
        ))}
      </dd>
      <dt className="text-quiet">{webhooks.along}</dt>
      <dd>{webhooks.goesAlong(facts, texts)}</dd>
      <dt className="text-quiet">{webhooks.addedAt}</dt>
      <dd>
        <Ago at={createdAt} />
      </dd>
      {formerUntil && (
        <>
          <dt className="text-quiet">{webhooks.secretTerm}</dt>
          <dd>{webhooks.former(formats.dateTime(formerUntil))}</dd>
        </>
      )}
    </dl>
  );
}

function Trouble({ endpoint }: { endpoint: Endpoint }) {
  const { trouble } = useWords().webhooks;
  const what = endpointTrouble(endpoint);
  return (
    <div role="status" className="empty:hidden" data-testid="endpoint-trouble">
      {what && (
        <Notice tone="warning">
          {trouble[what]}
          {endpoint.failingSince && <Fill text={trouble.since} ago={<Ago at={endpoint.failingSince} />} />}
        </Notice>
      )}
    </div>
  );
}

/** One endpoint: how it does, what it is told, and every event with what came of it. */
export function WebhookView({ id }: { id: string }) {
  const { apiUrl } = useSettings();
  const { webhooks } = useWords();
  const { endpoints, reload } = useWebhooks();
  const [rotated, setRotated] = useState<WebhookMade | null>(null);
  const [edits, setEdits] = useState(false);
  if (!endpoints) return <Coming title={webhooks.title} />;
  const endpoint = endpoints.find((one) => one.id === id);
  if (!endpoint) return <MissingWebhook title={webhooks.missing} />;
  const { url, description, types, facts, texts, state, counts } = endpoint;
  const change = async (input: WebhookInput) => {
    const answer = await webhooksClient(apiUrl).change(id, { ...input, on: state !== 'off' });
    if (!answer.ok) return answer.trouble;
    reload();
    setEdits(false);
    return null;
  };
  return (
    <>
      <ViewHead back="/webhooks" backLabel={webhooks.back} title={description || hostOf(url)}>
        <WebhookActs endpoint={endpoint} onRotated={setRotated} onEdit={() => setEdits(true)} />
      </ViewHead>
      {edits ? (
        <EndpointForm
          initial={{ url, description, types, facts, texts }}
          action={webhooks.form.save}
          onSubmit={change}
          onCancel={() => setEdits(false)}
        />
      ) : (
        <div className="flex flex-col gap-4 px-4 py-4 pane:px-6">
          <div className="flex flex-wrap items-center gap-3 text-sm text-quiet tabular-nums">
            <EndpointState state={state} />
            <span>{webhooks.counts(counts.delivered, counts.waiting, counts.givenUp)}</span>
          </div>
          <Trouble endpoint={endpoint} />
          {rotated && <SecretOnce secret={rotated.secret} rotated onDone={() => setRotated(null)} />}
          <Fold title={webhooks.settings}>
            <div className="py-2 ps-5">
              <Settings endpoint={endpoint} />
            </div>
          </Fold>
          <DeliveryList endpoint={endpoint} />
        </div>
      )}
    </>
  );
}
