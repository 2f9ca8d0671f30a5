'use client';

import { Menu } from '@base-ui/react/menu';
import { Check, ListFilter } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useDeskState } from '../desk/desk-context';
import { connectionsIn, everything, narrows, orders, type QueueFilter } from '../desk/queue-view';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';

const item =
  'flex h-7 cursor-pointer items-center gap-2 rounded-control px-2 text-sm outline-none select-none data-highlighted:bg-hover';
const ALL = 'all';

type Option = { readonly value: string; readonly text: ReactNode };

function Choices({
  title,
  value,
  options,
  onValue,
  testid,
}: {
  title: string;
  value: string;
  options: readonly Option[];
  onValue: (value: string) => void;
  testid: string;
}) {
  return (
    <Menu.RadioGroup value={value} onValueChange={onValue}>
      <Menu.GroupLabel className="px-2 pt-2 pb-1 text-xs font-medium text-quiet">{title}</Menu.GroupLabel>
      {options.map((option) => (
        <Menu.RadioItem
          key={option.value}
          value={option.value}
          closeOnClick={false}
          className={item}
          data-testid={`${testid}-${option.value}`}
        >
          <span className="min-w-0 flex-1 truncate">{option.text}</span>
          <Menu.RadioItemIndicator>
            <Check aria-hidden size={14} />
          </Menu.RadioItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

type Changing = { readonly filter: QueueFilter; readonly onFilter: (filter: QueueFilter) => void };

const either = <Value extends string>(all: readonly Value[], value: string): Value | null =>
  all.find((one) => one === value) ?? null;

function OrderChoice({ filter, onFilter }: Changing) {
  const words = useWords().queue.filter;
  return (
    <Choices
      title={words.order}
      testid="order"
      value={filter.order}
      options={orders.map((value) => ({ value, text: words.orders[value] }))}
      onValue={(value) => onFilter({ ...filter, order: either(orders, value) ?? everything.order })}
    />
  );
}

/** As one text it is the same while none comes or goes: the menu is not drawn anew with each row that changes. */
function useConnections(): readonly string[] {
  const named = useDeskState(({ rows }) => connectionsIn(rows.values()).join(' '));
  return useMemo(() => named.split(' '), [named]);
}

function Body({ filter, onFilter }: Changing) {
  const { queue } = useWords();
  const words = queue.filter;
  const connections = useConnections();
  const change = (part: Partial<QueueFilter>) => onFilter({ ...filter, ...part });
  const whose = ['yours', 'waiting', 'withOthers'] as const;
  const who = ['verified', 'anonymous'] as const;
  return (
    <>
      <Choices
        title={words.whose}
        testid="whose"
        value={filter.whose ?? ALL}
        options={[{ value: ALL, text: words.all }, ...whose.map((value) => ({ value, text: queue[value] }))]}
        onValue={(value) => change({ whose: either(whose, value) })}
      />
      <Choices
        title={words.who}
        testid="who"
        value={filter.who ?? ALL}
        options={[
          { value: ALL, text: words.anybody },
          ...who.map((value) => ({ value, text: words[value] })),
        ]}
        onValue={(value) => change({ who: either(who, value) })}
      />
      {connections.length > 1 && (
        <Choices
          title={words.connection}
          testid="from"
          value={filter.connection ?? ALL}
          options={[
            { value: ALL, text: words.any },
            ...connections.map((value) => ({ value, text: <bdi>{value}</bdi> })),
          ]}
          onValue={(value) => change({ connection: either(connections, value) })}
        />
      )}
      <Menu.Separator className="my-1 h-px bg-line" />
      <Menu.CheckboxItem
        checked={filter.unread}
        onCheckedChange={(unread) => change({ unread })}
        closeOnClick={false}
        className={item}
        data-testid="unread-only"
      >
        <span className="flex-1">{words.unread}</span>
        <Menu.CheckboxItemIndicator>
          <Check aria-hidden size={14} />
        </Menu.CheckboxItemIndicator>
      </Menu.CheckboxItem>
      <Menu.Separator className="my-1 h-px bg-line" />
      <OrderChoice {...{ filter, onFilter }} />
    </>
  );
}

/** What of the queue is shown, and in which order. */
export function FilterMenu(props: Changing) {
  const { queue } = useWords();
  const { filter } = props;
  // Drawn inside of the pane's landmark, not at the end of the page.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  // Built after everything else, when there is time for it: a press then has only to show it.
  const isBuilt = useDeferredValue(true, false);
  const on = narrows(filter) || filter.whose !== null || filter.order !== everything.order;
  return (
    <div ref={setPlace}>
      <Menu.Root>
        <Menu.Trigger
          data-testid="filter"
          aria-label={queue.filter.title}
          title={queue.filter.title}
          className={classNames(
            'inline-flex size-7 cursor-pointer items-center justify-center rounded-control hover:bg-hover data-popup-open:bg-hover',
            on ? 'bg-accent-bg text-accent-ink' : 'text-quiet',
          )}
        >
          <ListFilter aria-hidden size={15} />
        </Menu.Trigger>
        <Menu.Portal container={place} keepMounted={isBuilt}>
          <Menu.Positioner sideOffset={4} align="end" className="z-50 outline-none">
            <Menu.Popup className="max-h-[calc(100dvh-7rem)] w-60 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-float outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
              <Body {...props} />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
