'use client';

import type { WebhookMade, WebhookView } from '@countersign/contracts';
import { Send } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Trouble } from '../api/answer';
import { webhooksClient } from '../api/webhooks.client';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { MoreMenu } from '../ui/more-menu';
import { useWebhooks } from './webhooks-context';

type Asked = 'rotate' | 'remove' | null;

/** What can be done with an endpoint. */
export function WebhookActs({
  endpoint,
  onRotated,
  onEdit,
}: {
  endpoint: WebhookView;
  onRotated: (made: WebhookMade) => void;
  onEdit: () => void;
}) {
  const { apiUrl } = useSettings();
  const { trouble, webhooks } = useWords();
  const words = webhooks.acts;
  const { reload } = useWebhooks();
  const router = useRouter();
  const [asked, setAsked] = useState<Asked>(null);
  const [told, setTold] = useState('');
  const client = webhooksClient(apiUrl);
  const { id, url, description, types, facts, texts, state } = endpoint;
  const off = state === 'off';

  const act = async (work: () => Promise<{ ok: true } | { ok: false; trouble: Trouble }>, done = '') => {
    const answer = await work();
    setTold(answer.ok ? done : trouble(answer.trouble));
    reload();
  };
  const rotate = () =>
    act(async () => {
      const answer = await client.rotate(id);
      if (answer.ok) onRotated(answer.value);
      return answer;
    });
  const remove = () =>
    act(async () => {
      const answer = await client.remove(id);
      if (answer.ok) router.push('/webhooks');
      return answer;
    });
  const switchOver = () =>
    act(() => client.change(id, { url, description, types: [...types], facts, texts, on: off }));
  return (
    <>
      <span role="status" className="hidden text-xs text-quiet pane:inline">
        {told}
      </span>
      <Button
        data-testid="send-test"
        disabled={off}
        onClick={() => void act(() => client.test(id), words.testSent)}
      >
        <Send aria-hidden size={14} />
        <span>
          {words.send}
          <span className="sr-only pane:not-sr-only">{words.sendTest}</span>
        </span>
      </Button>
      <MoreMenu
        label={words.more}
        testid="endpoint-menu"
        acts={[
          { text: words.edit, testid: 'edit-endpoint', run: onEdit },
          { text: words.rotate, testid: 'rotate-secret', run: () => setAsked('rotate') },
          { text: off ? words.turnOn : words.turnOff, testid: 'turn-endpoint', run: () => void switchOver() },
          { text: words.remove, testid: 'remove-endpoint', grave: true, run: () => setAsked('remove') },
        ]}
      />
      <Confirm
        title={words.rotateAsk}
        text={words.rotateText}
        action={words.rotateAct}
        open={asked === 'rotate'}
        onOpenChange={(open) => setAsked(open ? 'rotate' : null)}
        onConfirm={() => void rotate()}
      />
      <Confirm
        title={words.removeAsk}
        text={words.removeText}
        action={words.removeAct}
        open={asked === 'remove'}
        onOpenChange={(open) => setAsked(open ? 'remove' : null)}
        onConfirm={() => void remove()}
      />
    </>
  );
}
