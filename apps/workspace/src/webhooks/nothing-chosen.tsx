'use client';

import { WEBHOOK_LOG_DAYS } from '@countersign/contracts';
import { Plus, Webhook } from 'lucide-react';
import Link from 'next/link';
import { useWords } from '../settings/tongue';
import { buttonLook } from '../ui/button';
import { Coming } from '../ui/coming';
import { Empty } from '../ui/empty';
import { useWebhooks } from './webhooks-context';

/** Beside the list, before an endpoint is chosen. */
export function NothingChosen() {
  const { webhooks } = useWords();
  const { endpoints } = useWebhooks();
  if (!endpoints) return <Coming title={webhooks.title} />;
  const none = endpoints.length === 0;
  return (
    <Empty
      level="h1"
      icon={Webhook}
      title={none ? webhooks.begin : webhooks.choose}
      action={
        none && (
          <Link href="/webhooks/new" className={buttonLook('primary', 'no-underline max-pane:hidden')}>
            <Plus aria-hidden size={14} />
            {webhooks.addTitle}
          </Link>
        )
      }
    >
      {none ? webhooks.beginText : webhooks.chooseText(WEBHOOK_LOG_DAYS)}
    </Empty>
  );
}
