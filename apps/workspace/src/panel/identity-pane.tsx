'use client';

import type { IdentityPanel } from '@countersign/contracts';
import { Hand } from 'lucide-react';
import { useState } from 'react';
import { useRow, useThread } from '../desk/use-thread';
import { useWords } from '../settings/tongue';
import type { Words } from '../words/languages';
import { AtAGlance } from './at-a-glance';
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
function asOf({ assurance, holdsUntil }: IdentityPanel['who'], { formats, panel }: Words): string | null {
  if (assurance === 'anonymous' || assurance === 'verified' || assurance === 'due') return null;
  return panel.asOf(holdsUntil && formats.dateTime(holdsUntil));
}

function Withheld({ id }: { id: string }) {
  const { withheld } = useWords().panel;
  const row = useRow(id);
  const text =
    row?.state === 'ended' ? withheld.ended : row?.agent ? withheld.others(row.agent.name) : withheld.untaken;
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

/** Where there is room: what is verified beside what is claimed. */
const twofold =
  '@min-[540px]:grid @min-[540px]:grid-cols-2 @min-[540px]:items-start @min-[540px]:border-t @min-[540px]:border-line @min-[540px]:*:*:first:border-t-0';
const isTwofold = ({ sealed, profile, page }: IdentityPanel): boolean =>
  sealed.length + profile.length > 0 && page.length > 0;

/** Everything we know of who this is, ordered by how sure it is. */
export function IdentityPane({ id }: { id: string }) {
  const words = useWords();
  const { panel, fresh } = useThread(id);
  const [trace, setTrace] = useState(false);
  const showTrace = () => {
    setTrace(true);
    document.querySelector('[data-testid=trace]')?.scrollIntoView({ block: 'start' });
  };
  if (!panel) return <PanelSkeleton />;
  const refusal = refusalBehind(panel);
  const since = asOf(panel.who, words);
  return (
    <FreshFacts value={fresh}>
      <div data-testid="panel" data-visible={panel.visible} className="@container pb-6">
        <div>
          <WhoCard panel={panel} onTrace={panel.attempt ? showTrace : null} />
          <Vouching id={id} panel={panel} />
          {refusal && <Refused event={refusal} />}
          {panel.visible && <AtAGlance panel={panel} holds={since === null} />}
        </div>
        {panel.visible ? (
          <div className={isTwofold(panel) ? twofold : undefined}>
            <div>
              <VerifiedFacts facts={panel.sealed} asOf={since} />
              <ProfileFacts facts={panel.profile} issuerLabel={panel.who.issuerLabel} />
            </div>
            <div>
              <PageFacts facts={panel.page} conflicts={panel.conflicts} />
              <Conflicts conflicts={panel.conflicts} holds={since === null} />
            </div>
          </div>
        ) : (
          <Withheld id={id} />
        )}
        <History events={panel.history} />
        <TraceSection conversation={id} attempt={panel.attempt} open={trace} onOpen={setTrace} />
      </div>
    </FreshFacts>
  );
}
