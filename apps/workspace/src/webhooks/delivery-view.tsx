'use client';

import type { DeliveryDetail } from '@countersign/contracts';
import { RotateCcw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Trouble } from '../api/answer';
import { webhooksClient } from '../api/webhooks.client';
import { ViewHead } from '../list-detail/view-head';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Copyable } from '../ui/copy';
import { Fill } from '../ui/fill';
import { useEvery } from '../ui/use-every';
import { Ago } from '../ui/when';
import { AttemptTimeline } from './attempt-timeline';
import { MissingWebhook } from './missing-webhook';
import { DeliveryState } from './state-mark';

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function Shown({ detail }: { detail: DeliveryDetail }) {
  const { log } = useWords().webhooks;
  const { delivery, attempts, body } = detail;
  return (
    <div className="grid gap-6 px-4 py-4 pane:px-6 wide:grid-cols-2">
      <section aria-labelledby="tries" className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-quiet">
          <DeliveryState delivery={delivery} />
          <span>
            <Fill text={log.happened} ago={<Ago at={delivery.at} />} />
          </span>
        </div>
        <p className="mt-2 flex flex-wrap items-baseline gap-x-2 text-xs text-quiet">
          <code>webhook-id</code>
          <Copyable text={delivery.id} label={log.copyId} />
        </p>
        <h2 id="tries" className="mt-5 mb-3 text-sm font-semibold">
          {log.attempts}
        </h2>
        <AttemptTimeline delivery={delivery} attempts={attempts} />
      </section>
      <section aria-labelledby="body" className="min-w-0">
        <h2 id="body" className="text-sm font-semibold">
          {log.body}
        </h2>
        <p className="mt-0.5 mb-2 text-xs text-quiet">{log.bodyNote}</p>
        <pre
          dir="ltr"
          className="rounded-card border border-line bg-hover p-3 text-xs leading-5 wrap-anywhere whitespace-pre-wrap"
          data-testid="delivery-body"
        >
          {pretty(body)}
        </pre>
      </section>
    </div>
  );
}

const LOOK_EVERY_MS = 3_000;

/** One event: every attempt to deliver it, and what is sent. */
export function DeliveryView({ endpoint, id }: { endpoint: string; id: string }) {
  const { apiUrl } = useSettings();
  const { trouble: told, webhooks } = useWords();
  const [detail, setDetail] = useState<DeliveryDetail | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const read = useCallback(() => {
    void webhooksClient(apiUrl)
      .delivery(endpoint, id)
      .then((answer) => {
        if (answer.ok) setDetail(answer.value);
        setTrouble(answer.ok ? null : answer.trouble);
      });
  }, [apiUrl, endpoint, id]);
  useEffect(read, [read]);
  useEvery(LOOK_EVERY_MS, read);
  if (trouble?.code === 'webhook_not_found' || trouble?.code === 'request_malformed')
    return <MissingWebhook title={webhooks.log.missing} />;
  if (!detail)
    return (
      <p className="p-6 text-sm text-quiet" role="status">
        {trouble ? told(trouble) : webhooks.log.loadingOne}
      </p>
    );
  const replay = async () => {
    const answer = await webhooksClient(apiUrl).replay(endpoint, id);
    setTrouble(answer.ok ? null : answer.trouble);
    read();
  };
  return (
    <>
      <ViewHead
        back={`/webhooks/${endpoint}`}
        backLabel={webhooks.log.back}
        always
        title={<code>{detail.delivery.type}</code>}
      >
        <span role="status" className="text-xs text-revoked-ink">
          {trouble && told(trouble)}
        </span>
        <Button data-testid="replay" onClick={() => void replay()}>
          <RotateCcw aria-hidden size={14} />
          {webhooks.replay.act}
        </Button>
      </ViewHead>
      <Shown detail={detail} />
    </>
  );
}
