import { useEffect, useState, useSyncExternalStore } from 'react';
import { noPush } from '../push/push';
import type { Pass, Settings } from '../shop/shapes';
import { startTalk, type Talk, type TalkState } from './talk';

const nothing = () => () => undefined;

/** One chat for one person: with another pass, nothing of the former one is left. */
export function useTalk(settings: Settings, pass: Pass | undefined, connection: string): Talk | undefined {
  const [talk, setTalk] = useState<Talk>();
  useEffect(() => {
    if (!pass) return;
    const started = startTalk(settings, pass, connection, noPush);
    setTalk(started);
    return () => {
      started.dispose();
      setTalk(undefined);
    };
  }, [settings, pass, connection]);
  return talk;
}

export const useTalkState = (talk: Talk | undefined): TalkState | undefined =>
  useSyncExternalStore(talk?.subscribe ?? nothing, () => talk?.state);
