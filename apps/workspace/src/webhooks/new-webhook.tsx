'use client';

import type { WebhookMade } from '@countersign/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { webhooksClient } from '../api/webhooks.client';
import { ViewHead } from '../list-detail/view-head';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { EndpointForm } from './endpoint-form';
import { SecretOnce } from './secret-once';
import { useWebhooks } from './webhooks-context';

/** An endpoint from nothing to its secret. */
export function NewWebhook() {
  const { apiUrl } = useSettings();
  const { webhooks } = useWords();
  const { reload } = useWebhooks();
  const router = useRouter();
  const [made, setMade] = useState<WebhookMade | null>(null);
  return (
    <>
      <ViewHead
        back="/webhooks"
        backLabel={webhooks.back}
        title={made ? webhooks.added : webhooks.addTitle}
      />
      {made ? (
        <div className="max-w-[720px] px-4 py-5 pane:px-6">
          <SecretOnce
            secret={made.secret}
            rotated={false}
            onDone={() => router.push(`/webhooks/${made.endpoint.id}`)}
          />
        </div>
      ) : (
        <EndpointForm
          action={webhooks.form.add}
          onCancel={() => router.push('/webhooks')}
          onSubmit={async (input) => {
            const answer = await webhooksClient(apiUrl).make(input);
            if (!answer.ok) return answer.trouble;
            setMade(answer.value);
            reload();
            return null;
          }}
        />
      )}
    </>
  );
}
