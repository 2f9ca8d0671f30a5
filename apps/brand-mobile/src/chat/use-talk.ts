import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { noPush } from '../push/push';
import type { Pass, Settings } from '../shop/shapes';
import { type ChatApp, type ChatAppState, startTalk } from './talk';

/** One chat for one person: with another pass, nothing of the former one is left. */
export function useTalk(settings: Settings, pass: Pass, connection: string): ChatApp | undefined {
  const [talk, setTalk] = useState<ChatApp>();
  useEffect(() => {
    const started = startTalk(settings, pass, connection, noPush);
    setTalk(started);
    return () => {
      started.dispose();
      noPush.setBadge(0);
      setTalk(undefined);
    };
  }, [settings, pass, connection]);
  return talk;
}

export function useTalkState(talk: ChatApp | undefined): ChatAppState | undefined {
  const subscribe = useCallback((listen: () => void) => talk?.subscribe(listen) ?? (() => undefined), [talk]);
  return useSyncExternalStore(subscribe, () => talk?.state);
}
