import { useCallback, useEffect, useState } from 'react';
import { ShopProblem, shop } from './backend';
import { passStore } from './pass-store';
import type { Pass, Settings } from './shapes';

const words = {
  nobody: 'Larkspur does not know this address. Choose somebody from the list, or write another one.',
  unreachable: 'Larkspur does not answer. Check your connection, then try again.',
} as const;

export type Shop = {
  /** Undefined: not known yet. */
  readonly settings: Settings | undefined;
  readonly pass: Pass | undefined;
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  retry(): void;
  signIn(person: string): void;
  signOut(): void;
};

/** Who is signed in at the shop, in this app. */
export function useShop(): Shop {
  const [settings, setSettings] = useState<Settings>();
  const [pass, setPass] = useState<Pass>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const attempt = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    await work().catch((error: unknown) =>
      setProblem(words[error instanceof ShopProblem ? error.kind : 'unreachable']),
    );
    setBusy(false);
  }, []);

  const begin = useCallback(
    () =>
      void attempt(async () => {
        setPass(await passStore.load());
        setSettings(await shop.settings());
      }),
    [attempt],
  );
  useEffect(begin, [begin]);
  const signOut = useCallback(() => {
    setPass(undefined);
    void passStore.remove();
  }, []);

  return {
    settings,
    pass,
    problem,
    isBusy,
    retry: begin,
    signIn: (person) =>
      void attempt(async () => {
        const made = await shop.signIn(person);
        await passStore.save(made);
        setPass(made);
      }),
    signOut,
  };
}
