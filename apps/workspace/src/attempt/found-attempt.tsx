'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import type { Trouble } from '../api/answer';
import { consoleClient } from '../api/console.client';
import { useSettings } from '../settings/settings';
import { TraceLoading, TraceUnavailable } from './trace-states';

/** An attempt of which only the id is known: it is looked for, and shown where it belongs. */
export function FoundAttempt({ attempt }: { attempt: string }) {
  const { apiUrl } = useSettings();
  const router = useRouter();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const find = useCallback(() => {
    setTrouble(null);
    void consoleClient(apiUrl)
      .find(attempt)
      .then((answer) => {
        if (answer.ok) router.replace(`/connections/${answer.value.connection}/attempts/${attempt}`);
        else setTrouble(answer.trouble);
      });
  }, [apiUrl, attempt, router]);
  useEffect(find, [find]);
  return trouble ? <TraceUnavailable trouble={trouble} onRetry={find} /> : <TraceLoading />;
}
