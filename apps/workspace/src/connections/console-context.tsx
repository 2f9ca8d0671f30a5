'use client';

import type { ConsoleConnections } from '@countersign/contracts';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Trouble } from '../api/answer';
import { consoleClient } from '../api/console.client';
import { useDesk } from '../desk/desk-context';
import { useSettings } from '../settings/settings';

type Console = {
  /** Null until they came. */
  readonly list: ConsoleConnections | null;
  readonly trouble: Trouble | null;
  readonly reload: () => void;
};

const ConsoleContext = createContext<Console | null>(null);

/** The brand's connections, read anew whenever one of them judged a proof. */
export function ConsoleProvider({ children }: { children: ReactNode }) {
  const { apiUrl } = useSettings();
  const desk = useDesk();
  const [list, setList] = useState<ConsoleConnections | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const reload = useCallback(() => {
    void consoleClient(apiUrl)
      .connections()
      .then((answer) => {
        if (answer.ok) setList(answer.value);
        setTrouble(answer.ok ? null : answer.trouble);
      });
  }, [apiUrl]);
  useEffect(reload, [reload]);
  useEffect(() => desk.onJudged(reload), [desk, reload]);
  const value = useMemo(() => ({ list, trouble, reload }), [list, trouble, reload]);
  return <ConsoleContext value={value}>{children}</ConsoleContext>;
}

export function useConsole(): Console {
  const found = useContext(ConsoleContext);
  if (!found) throw new Error('The connections are read outside of their provider.');
  return found;
}
