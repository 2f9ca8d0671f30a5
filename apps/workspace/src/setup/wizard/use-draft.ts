import type { DraftInput, DraftView } from '@countersign/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Trouble } from '../../api/answer';
import { useSetUp } from '../use-answer';
import { emptyDraft, type Found } from './state';

/** The draft as the service keeps it. */
export function useDraft() {
  const client = useSetUp();
  const [view, setView] = useState<DraftView | null>(null);
  const [draft, setDraft] = useState<DraftInput>(emptyDraft);
  const [resumedAt, setResumedAt] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  // Kept one after the other: each says what it has seen, and so tells another window from this one.
  const seen = useRef<string | null>(null);
  const keeping = useRef<Promise<void>>(Promise.resolve());
  const load = useCallback(async () => {
    const answer = await client.draft();
    if (!answer.ok) return setTrouble(answer.trouble);
    seen.current = answer.value.changedAt;
    setTrouble(null);
    setView(answer.value);
    setDraft(answer.value.draft ?? emptyDraft);
    setResumedAt(answer.value.draft ? answer.value.changedAt : null);
  }, [client]);
  useEffect(() => void load(), [load]);
  const drop = async () => {
    await client.dropDraft();
    await load();
  };
  const keep = (next: DraftInput): Promise<void> => {
    setDraft(next);
    keeping.current = keeping.current.then(async () => {
      const answer = await client.keepDraft({ ...next, seen: seen.current });
      if (answer.ok) seen.current = answer.value.changedAt;
      setTrouble(answer.ok ? null : answer.trouble);
    });
    return keeping.current;
  };
  return { client, view, draft, setDraft, resumedAt, trouble, drop, keep, load };
}

/** After a break what the provider publishes is looked up anew: it is no part of the draft. */
export function useFoundAgain(
  { issuer, step, keysBy = 'discovery' }: DraftInput,
  found: Found | null,
  onFound: (found: Found) => void,
) {
  const client = useSetUp();
  useEffect(() => {
    if (found || !issuer || step === 'issuer' || keysBy !== 'discovery') return;
    void client.discover(issuer).then((answer) => {
      if (answer.ok && answer.value.found) onFound(answer.value);
    });
  }, [client, found, issuer, step, keysBy, onFound]);
}
