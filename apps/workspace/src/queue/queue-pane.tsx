'use client';

import { Tabs } from '@base-ui/react/tabs';
import { useDeskState } from '../desk/desk-context';
import { PaneHead } from './pane-head';
import { QueueList } from './queue-list';

const tab =
  'relative h-9 cursor-pointer px-1 text-sm font-medium text-quiet transition-colors duration-150 hover:text-ink data-active:text-ink';

function OpenCount() {
  const count = useDeskState(
    ({ rows }) => Object.values(rows).filter(({ state }) => state !== 'ended').length,
  );
  return <span className="ml-1.5 text-xs font-normal text-quiet tabular-nums">{count}</span>;
}

export function QueuePane({ onKeys }: { onKeys: () => void }) {
  return (
    <nav aria-label="Conversations" className="flex h-full min-h-0 flex-col">
      <PaneHead onKeys={onKeys} />
      <Tabs.Root defaultValue="open" className="flex min-h-0 flex-1 flex-col">
        <Tabs.List className="relative flex shrink-0 gap-4 border-b border-line px-3">
          <Tabs.Tab value="open" className={tab} data-testid="tab-open">
            Open
            <OpenCount />
          </Tabs.Tab>
          <Tabs.Tab value="ended" className={tab} data-testid="tab-ended">
            Ended
          </Tabs.Tab>
          <Tabs.Indicator className="absolute bottom-[-1px] left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-accent transition-[translate,width] duration-150" />
        </Tabs.List>
        <Tabs.Panel value="open" className="min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]">
          <QueueList state="open" />
        </Tabs.Panel>
        <Tabs.Panel value="ended" className="min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]">
          <QueueList state="ended" />
        </Tabs.Panel>
      </Tabs.Root>
    </nav>
  );
}
