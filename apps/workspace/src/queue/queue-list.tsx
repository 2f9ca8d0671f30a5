'use client';

import type { ConversationSummary } from '@countersign/contracts';
import { Archive, Coffee, RotateCw } from 'lucide-react';
import { useParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useDesk, useDeskState, useMe } from '../desk/desk-context';
import { endedRows, openSections } from '../desk/sections';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { QueueRow } from './queue-row';
import { useStill } from './use-still';

function Rows({ rows }: { rows: readonly ConversationSummary[] }) {
  const { id: current } = useParams<{ id?: string }>();
  const me = useMe().agent.id;
  return (
    <ul className="list-none p-0">
      {rows.map((row) => (
        <li key={row.id}>
          <QueueRow row={row} current={row.id === current} mine={row.agent?.id === me} />
        </li>
      ))}
    </ul>
  );
}

function OpenList() {
  const rows = useStill(useDeskState((desk) => desk.rows));
  const me = useMe();
  const sections = openSections(Object.values(rows), me.agent.id);
  if (sections.length === 0)
    return (
      <Empty icon={Coffee} title="Nobody is waiting">
        A new conversation shows here by itself, the moment a customer writes.
      </Empty>
    );
  return sections.map(({ title, rows: some }) => (
    <section key={title} aria-label={title}>
      <h2 className="sticky top-0 z-10 flex justify-between border-b border-line bg-ground px-4 py-1 text-xs font-semibold text-quiet">
        {title}
        <span className="tabular-nums">{some.length}</span>
      </h2>
      <Rows rows={some} />
    </section>
  ));
}

function EndedList() {
  const rows = endedRows(Object.values(useDeskState((desk) => desk.rows)));
  if (rows.length === 0)
    return (
      <Empty icon={Archive} title="Nothing has ended yet">
        Conversations that you or a customer end are kept here, to read.
      </Empty>
    );
  return <Rows rows={rows} />;
}

function Loading() {
  return (
    <div aria-busy className="flex flex-col">
      {[0, 1, 2].map((row) => (
        <div key={row} className="flex flex-col gap-2 border-b border-line px-4 py-3">
          <div className="skeleton h-3 w-1/2" />
          <div className="skeleton h-3 w-4/5" />
        </div>
      ))}
    </div>
  );
}

/** One half of the queue: loaded when it is first looked at, live from then on. */
export function QueueList({ state }: { state: 'open' | 'ended' }) {
  const desk = useDesk();
  const loaded = useDeskState((all) => all.loaded[state]);
  const [failed, setFailed] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    if (loaded) return setFailed(null);
    let current = true;
    void desk.loadList(state).then((answer) => {
      if (current && !answer.ok) setFailed(answer.trouble.title);
    });
    return () => {
      current = false;
    };
  }, [desk, state, loaded, asked]);

  if (loaded) return state === 'open' ? <OpenList /> : <EndedList />;
  if (!failed) return <Loading />;
  return (
    <Empty
      icon={RotateCw}
      title="The list could not be loaded"
      action={<Button onClick={() => setAsked(asked + 1)}>Try again</Button>}
    >
      {failed}
    </Empty>
  );
}
