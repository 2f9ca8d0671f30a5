'use client';

import { Archive, Coffee, ListFilter, RotateCw } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { Trouble } from '../api/answer';
import { useDesk, useDeskState, useMe } from '../desk/desk-context';
import { endedRows, everything, narrows, openSections, type QueueFilter } from '../desk/queue-view';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { QueueSections } from './queue-sections';
import { useStill } from './use-still';

type Within = {
  readonly filter: QueueFilter;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
};

/** Something is there, and nothing of it is wanted. */
function NothingFits({ filter, onFilter }: Pick<Within, 'filter' | 'onFilter'>) {
  const { queue } = useWords();
  return (
    <Empty
      icon={ListFilter}
      title={queue.filter.nothing}
      action={
        <Button onClick={() => onFilter({ ...everything, order: filter.order })}>{queue.filter.clear}</Button>
      }
    >
      {queue.filter.nothingText}
    </Empty>
  );
}

function OpenList({ filter, onFilter, scroller }: Within) {
  const { queue } = useWords();
  const rows = useStill(useDeskState((desk) => desk.rows));
  const isWhole = useDeskState(({ whole }) => whole.open);
  const counts = useDeskState((desk) => desk.counts);
  const desk = useDesk();
  const me = useMe().agent.id;
  const sections = useMemo(
    () =>
      openSections(rows.values(), me, filter).map(({ kind, rows: some }) => ({
        key: kind,
        title: queue[kind],
        label: queue[kind],
        rows: some,
        // Beyond what has come, the service has counted.
        total: isWhole || narrows(filter) || !counts ? some.length : Math.max(counts[kind], some.length),
      })),
    [rows, me, filter, queue, isWhole, counts],
  );
  const more = useCallback(() => void desk.moreOf('open'), [desk]);
  if (sections.length > 0) return <QueueSections sections={sections} scroller={scroller} onNearEnd={more} />;
  if (narrows(filter) || filter.whose !== null) return <NothingFits filter={filter} onFilter={onFilter} />;
  return (
    <Empty icon={Coffee} title={queue.nobody}>
      {queue.nobodyText}
    </Empty>
  );
}

function EndedList({ filter, onFilter, scroller }: Within) {
  const { queue } = useWords();
  const desk = useDesk();
  const all = useDeskState(({ rows }) => rows);
  const sections = useMemo(() => {
    const rows = endedRows(all.values(), filter);
    return rows.length === 0
      ? []
      : [{ key: 'ended', title: null, label: queue.ended, rows, total: rows.length }];
  }, [all, filter, queue]);
  const more = useCallback(() => void desk.moreOf('ended'), [desk]);
  if (sections.length > 0) return <QueueSections sections={sections} scroller={scroller} onNearEnd={more} />;
  if (narrows(filter)) return <NothingFits filter={filter} onFilter={onFilter} />;
  return (
    <Empty icon={Archive} title={queue.noneEnded}>
      {queue.noneEndedText}
    </Empty>
  );
}

function Loading() {
  return (
    <div aria-busy className="flex flex-col">
      {[0, 1, 2, 3, 4].map((row) => (
        <div key={row} className="flex h-[78px] flex-col justify-center gap-2 border-b border-line px-4">
          <div className="skeleton h-3 w-1/2" />
          <div className="skeleton h-3 w-4/5" />
        </div>
      ))}
    </div>
  );
}

/** One half of the queue: loaded when it is first looked at, live from then on. */
export function QueueList({ state, ...within }: { state: 'open' | 'ended' } & Within) {
  const desk = useDesk();
  const { queue, shell, trouble } = useWords();
  const loaded = useDeskState((all) => all.loaded[state]);
  const [failed, setFailed] = useState<Trouble | null>(null);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    if (loaded) return setFailed(null);
    let current = true;
    void desk.loadList(state).then((answer) => {
      if (current && !answer.ok) setFailed(answer.trouble);
    });
    return () => {
      current = false;
    };
  }, [desk, state, loaded, asked]);

  if (loaded) return state === 'open' ? <OpenList {...within} /> : <EndedList {...within} />;
  if (!failed) return <Loading />;
  return (
    <Empty
      icon={RotateCw}
      title={queue.failed}
      action={<Button onClick={() => setAsked(asked + 1)}>{shell.tryAgain}</Button>}
    >
      {trouble(failed)}
    </Empty>
  );
}
