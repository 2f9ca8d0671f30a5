'use client';

import type { AgentView } from '@countersign/contracts';
import { CloudOff } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { agentClient } from '../api/agent.client';
import type { Trouble } from '../api/answer';
import { WithNotices } from '../notify/teller';
import { WithPalette } from '../palette/with-palette';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { createDesk } from './desk';
import { DeskProvider } from './desk-context';
import { DeskSkeleton } from './desk-skeleton';
import { drafts } from './drafts';
import { leaving } from './leaving';

const RETRY_AFTER = 4_000;

/** To the sign-in page, by a page load: nothing of the former session stays in memory. */
function leaveFor(problem: string, brand?: string): void {
  const query = new URLSearchParams({ problem, returnTo: location.pathname });
  if (brand) query.set('brand', brand);
  location.assign(`/sign-in?${query}`);
}

/** One desk for one agent, and the two ways to leave it: the session ends, or the agent goes. */
function holdDesk(apiUrl: string, me: AgentView) {
  const door = leaving({
    leaveFor: (problem) => leaveFor(problem, me.brand.slug),
    isLive: () => desk.store.get().line === 'live',
  });
  const desk = createDesk(apiUrl, (why) => door.ended(why));
  const signOut = async () => {
    // The service ends the line as it signs out: that is no news then.
    const answer = await door.quietly(() => agentClient(apiUrl).signOut());
    const over = answer.ok || answer.trouble.code === 'agent_session_required';
    if (over) drafts.forgetAll();
    if (over) door.leave('signed_out');
    return over;
  };
  return { desk, me, signOut };
}

function SignedIn({ me, children }: { me: AgentView; children: ReactNode }) {
  const { apiUrl } = useSettings();
  const held = useMemo(() => holdDesk(apiUrl, me), [apiUrl, me]);
  useEffect(() => held.desk.start(), [held]);
  return (
    <DeskProvider held={held}>
      <WithNotices>
        <WithPalette>{children}</WithPalette>
      </WithNotices>
    </DeskProvider>
  );
}

function Unavailable({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const words = useWords();
  return (
    <main className="flex-1" data-testid="unavailable">
      <Empty
        level="h1"
        icon={CloudOff}
        title={words.trouble(trouble)}
        action={<Button onClick={onRetry}>{words.shell.tryAgain}</Button>}
      >
        {words.shell.waitsAtService}
      </Empty>
    </main>
  );
}

/** Asks who is signed in before anything is drawn. */
export function DeskGate({ children }: { children: ReactNode }) {
  const { apiUrl } = useSettings();
  const [me, setMe] = useState<AgentView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const load = useCallback(async () => {
    const answer = await agentClient(apiUrl).me();
    if (answer.ok) setMe(answer.value);
    else if (answer.trouble.code === 'agent_session_required') leaveFor('agent_session_required');
    else setTrouble(answer.trouble);
  }, [apiUrl]);

  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (me || !trouble) return;
    const timer = setInterval(() => void load(), RETRY_AFTER);
    return () => clearInterval(timer);
  }, [me, trouble, load]);

  if (me) return <SignedIn me={me}>{children}</SignedIn>;
  if (trouble) return <Unavailable trouble={trouble} onRetry={() => void load()} />;
  return <DeskSkeleton />;
}
