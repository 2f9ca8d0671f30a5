'use client';

import type { WebhookView } from '@countersign/contracts';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Trouble } from '../api/answer';
import { webhooksClient } from '../api/webhooks.client';
import { useSettings } from '../settings/settings';
import { useEvery } from '../ui/use-every';

type Webhooks = {
  /** Null until they came. */
  readonly endpoints: readonly WebhookView[] | null;
  readonly trouble: Trouble | null;
  readonly reload: () => void;
};

const LOOK_EVERY_MS = 3_000;
const WebhooksContext = createContext<Webhooks | null>(null);

/** The brand's endpoints, read anew now and then: what happens to them happens elsewhere. */
export function WebhooksProvider({ children }: { children: ReactNode }) {
  const { apiUrl } = useSettings();
  const [endpoints, setEndpoints] = useState<readonly WebhookView[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const reload = useCallback(() => {
    void webhooksClient(apiUrl)
      .list()
      .then((answer) => {
        if (answer.ok) setEndpoints(answer.value.endpoints);
        setTrouble(answer.ok ? null : answer.trouble);
      });
  }, [apiUrl]);
  useEffect(reload, [reload]);
  useEvery(LOOK_EVERY_MS, reload);
  const value = useMemo(() => ({ endpoints, trouble, reload }), [endpoints, trouble, reload]);
  return <WebhooksContext value={value}>{children}</WebhooksContext>;
}

export function useWebhooks(): Webhooks {
  const found = useContext(WebhooksContext);
  if (!found) throw new Error('The webhooks are read outside of their provider.');
  return found;
}
