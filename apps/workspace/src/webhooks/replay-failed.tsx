'use client';

import type { WebhookView } from '@countersign/contracts';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { webhooksClient } from '../api/webhooks.client';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { PlainDialog } from '../ui/dialog';

const spans = [1, 24, 72, 336] as const;

/** After a repair: whatever was not delivered goes out again. */
export function ReplayFailed({ endpoint, onDone }: { endpoint: WebhookView; onDone: () => void }) {
  const { apiUrl } = useSettings();
  const { trouble, webhooks } = useWords();
  const words = webhooks.replay;
  const [open, setOpen] = useState(false);
  const [hours, setHours] = useState<number>(24);
  const [told, setTold] = useState('');
  const replay = async () => {
    const since = new Date(Date.now() - hours * 3_600_000).toISOString();
    const answer = await webhooksClient(apiUrl).replayFailed(endpoint.id, since);
    if (!answer.ok) return setTold(trouble(answer.trouble));
    setTold(words.done(answer.value.replayed));
    onDone();
  };
  const change = (now: boolean) => {
    setTold('');
    setOpen(now);
  };
  return (
    <>
      <Button disabled={endpoint.state === 'off'} onClick={() => change(true)} data-testid="replay-failed">
        <RotateCcw aria-hidden size={14} />
        {words.failed}
      </Button>
      <PlainDialog title={words.title} open={open} onOpenChange={change}>
        <p className="mt-1.5 text-base text-quiet">{words.text}</p>
        <div className="mt-4 flex items-end gap-2">
          <Choice
            label={words.within}
            className="flex-1"
            value={hours}
            onChange={(event) => setHours(Number(event.target.value))}
          >
            {spans.map((span) => (
              <option key={span} value={span}>
                {words.spans[span]}
              </option>
            ))}
          </Choice>
          <Button kind="primary" onClick={() => void replay()} data-testid="confirm-replay">
            {words.again}
          </Button>
        </div>
        <p role="status" className="mt-3 text-sm empty:hidden">
          {told}
        </p>
      </PlainDialog>
    </>
  );
}
