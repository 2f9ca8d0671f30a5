'use client';

import type { IdentityPanel } from '@countersign/contracts';
import { Hand } from 'lucide-react';
import { useRow, useThread } from '../desk/use-thread';
import { dateTime } from '../words/time';
import { Conflicts } from './conflicts';
import { History } from './history';
import { PageFacts } from './page-facts';
import { ProfileFacts } from './profile-facts';
import { refusalBehind } from './refusal';
import { Refused } from './refused';
import { TraceSection } from './trace-section';
import { FreshFacts } from './use-fresh';
import { VerifiedFacts } from './verified-facts';
import { Vouching } from './vouching';
import { WhoCard } from './who';

/** Once the proof has run out, facts are what they were then. */
function asOf({ assurance, holdsUntil }: IdentityPanel['who']): string | null {
  if (assurance === 'anonymous' || assurance === 'verified' || assurance === 'due') return null;
  return holdsUntil ? `As of ${dateTime(holdsUntil)}, when the proof ended` : 'As of when the proof ended';
}

function Withheld({ id }: { id: string }) {
  const row = useRow(id);
  const text =
    row?.state === 'ended'
      ? 'A customer’s facts are shown only while the conversation is open.'
      : row?.agent
        ? `The customer’s facts are for ${row.agent.name}, who has this conversation.`
        : 'Take the conversation to see the customer’s facts.';
  return (
    <p data-testid="withheld" className="flex gap-2 border-t border-line px-4 py-3.5 text-sm text-quiet">
      <Hand aria-hidden size={16} className="mt-0.5 shrink-0" />
      {text}
    </p>
  );
}

function PanelSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-3 px-4 py-4">
      <div className="skeleton h-5 w-1/2" />
      <div className="skeleton h-8 w-full" />
      <div className="skeleton mt-4 h-3 w-4/5" />
      <div className="skeleton h-3 w-3/5" />
      <div className="skeleton h-3 w-4/5" />
    </div>
  );
}

/** Everything we know of who this is, ordered by how sure it is. */
export function IdentityPane({ id }: { id: string }) {
  const { panel, fresh } = useThread(id);
  if (!panel) return <PanelSkeleton />;
  const refusal = refusalBehind(panel);
  return (
    <FreshFacts value={fresh}>
      <div data-testid="panel" data-visible={panel.visible}>
        <WhoCard who={panel.who} />
        <Vouching id={id} panel={panel} />
        {refusal && <Refused event={refusal} />}
        {panel.visible ? (
          <>
            <VerifiedFacts facts={panel.sealed} asOf={asOf(panel.who)} />
            <ProfileFacts facts={panel.profile} issuerLabel={panel.who.issuerLabel} />
            <PageFacts facts={panel.page} />
            <Conflicts conflicts={panel.conflicts} holds={asOf(panel.who) === null} />
          </>
        ) : (
          <Withheld id={id} />
        )}
        <History events={panel.history} />
        <TraceSection conversation={id} attempt={panel.attempt} />
      </div>
    </FreshFacts>
  );
}
