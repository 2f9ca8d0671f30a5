'use client';

import { Tabs } from '@base-ui/react/tabs';
import { useDeferredValue, useRef } from 'react';
import { useDeskState } from '../desk/desk-context';
import { counted } from '../desk/queue-view';
import type { Desk } from '../desk/state';
import { NobodyOnDuty } from '../duty/nobody-on-duty';
import { ForYou } from '../notes/for-you';
import { useWords } from '../settings/tongue';
import { FilterBar } from './filter-bar';
import { FilterMenu } from './filter-menu';
import { PaneHead } from './pane-head';
import { QueueList } from './queue-list';
import { RatingsLine } from './ratings-line';
import { useFilter } from './use-filter';

const tab =
  'relative h-9 cursor-pointer px-1 text-sm font-medium text-quiet transition-colors duration-150 hover:text-ink data-active:text-ink';

/** What is here; while more is still coming, what the service has counted. */
function openCount({ rows, whole, counts }: Desk): number {
  const here = counted(rows, ({ state }) => state !== 'ended');
  return whole.open || !counts ? here : Math.max(here, counts.yours + counts.waiting + counts.withOthers);
}

function OpenCount() {
  const { formats } = useWords();
  const count = useDeskState(openCount);
  return <span className="ms-1.5 text-xs font-normal text-quiet tabular-nums">{formats.number(count)}</span>;
}

export function QueuePane({ onKeys }: { onKeys: () => void }) {
  const { queue } = useWords();
  const { filter, onFilter } = useFilter();
  const [open, ended] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const within = { filter, onFilter };
  // What was pressed is shown at once; two thousand rows follow when there is time for them.
  const listed = { filter: useDeferredValue(filter), onFilter };
  return (
    <nav aria-label={queue.title} className="flex h-full min-h-0 flex-col">
      <PaneHead onKeys={onKeys} />
      <NobodyOnDuty />
      <ForYou />
      <Tabs.Root defaultValue="open" className="flex min-h-0 flex-1 flex-col">
        <div className="flex shrink-0 items-center justify-between border-b border-line px-3">
          <Tabs.List className="relative flex gap-4">
            <Tabs.Tab value="open" className={tab} data-testid="tab-open">
              {queue.open}
              <OpenCount />
            </Tabs.Tab>
            <Tabs.Tab value="ended" className={tab} data-testid="tab-ended">
              {queue.ended}
            </Tabs.Tab>
            <Tabs.Indicator className="absolute bottom-[-1px] left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-accent transition-[translate,width] duration-150" />
          </Tabs.List>
          <FilterMenu {...within} />
        </div>
        <FilterBar {...within} />
        <Tabs.Panel
          ref={open}
          value="open"
          data-testid="queue-scroller"
          className="min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]"
        >
          <QueueList state="open" scroller={open} {...listed} />
        </Tabs.Panel>
        <Tabs.Panel value="ended" className="flex min-h-0 flex-1 flex-col outline-offset-[-2px]">
          <div ref={ended} className="min-h-0 flex-1 overflow-y-auto">
            <QueueList state="ended" scroller={ended} {...listed} />
          </div>
          <RatingsLine />
        </Tabs.Panel>
      </Tabs.Root>
    </nav>
  );
}
