'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Answer, Trouble } from '../api/answer';
import { type SetUpClient, setUpClient } from '../api/set-up.client';
import { useSettings } from '../settings/settings';
import { useEvery } from '../ui/use-every';

export function useSetUp(): SetUpClient {
  const { apiUrl } = useSettings();
  return useMemo(() => setUpClient(apiUrl), [apiUrl]);
}

/** What the service answers, and asking it again. What was there stays while it is asked anew. */
export function useAnswer<Value>(ask: (client: SetUpClient) => Promise<Answer<Value>>, everyMs?: number) {
  const client = useSetUp();
  // A page asks one thing, by a function that is written in place.
  const asking = useRef(ask);
  const [value, setValue] = useState<Value | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const reload = useCallback(async () => {
    const answer = await asking.current(client);
    if (answer.ok) setValue(answer.value);
    setTrouble(answer.ok ? null : answer.trouble);
  }, [client]);
  useEffect(() => void reload(), [reload]);
  useEvery(everyMs ?? null, () => void reload());
  return { value, trouble, reload, setValue, client };
}
