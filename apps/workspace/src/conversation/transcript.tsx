'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useDesk } from '../desk/desk-context';
import { useRow, useThread } from '../desk/use-thread';
import { Button } from '../ui/button';
import { useNow } from '../ui/now';
import { ToldLine } from '../ui/told-line';
import { dayName } from '../words/time';
import { EventRow } from './event-row';
import { grouped, type Item } from './grouping';
import { MessageGroup } from './message-group';
import { OutgoingLine } from './outgoing-line';
import { type Reached, reachedOf } from './reached';

const NEAR = 80;

function Day({ at }: { at: string }) {
  const now = useNow(60_000);
  return <p className="text-center text-xs font-medium text-quiet">{dayName(at, now)}</p>;
}

function Part({ item, name, reached }: { item: Item; name: string; reached: Reached }) {
  switch (item.kind) {
    case 'day':
      return <Day at={item.at} />;
    case 'event':
      return <EventRow message={item.message} />;
    case 'group':
      return <MessageGroup messages={item.messages} name={name} reached={reached} />;
  }
}

/** Keeps the end in sight, unless the reader has gone up to read: also when a picture comes that was not there yet. */
function useStickToEnd(mark: unknown) {
  const scroller = useRef<HTMLDivElement>(null);
  const near = useRef(true);
  const stick = () => {
    const element = scroller.current;
    if (element && near.current) element.scrollTop = element.scrollHeight;
  };
  useLayoutEffect(stick, [mark]);
  useEffect(() => {
    const element = scroller.current;
    const observer = new ResizeObserver(stick);
    for (const one of [element, element?.firstElementChild]) if (one) observer.observe(one);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    const element = scroller.current;
    if (element) near.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
  };
  return { scroller, onScroll };
}

function Earlier({ id }: { id: string }) {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const load = async () => {
    setBusy(true);
    await desk.earlier(id);
    setBusy(false);
  };
  return (
    <div className="flex justify-center">
      <Button kind="quiet" onClick={() => void load()} disabled={busy}>
        Earlier messages
      </Button>
    </div>
  );
}

/** Everything that was said and what happened in between. */
export function Transcript({ id, name }: { id: string; name: string }) {
  const desk = useDesk();
  const { messages, outgoing, typing } = useThread(id);
  const reached = reachedOf(messages, useRow(id)?.marks);
  const { scroller, onScroll } = useStickToEnd(`${messages.at(-1)?.number}/${outgoing.length}/${typing}`);
  return (
    <div
      ref={scroller}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      role="log"
      aria-label="Messages"
      aria-live="polite"
      className="min-h-0 flex-1 overflow-y-auto px-4 py-4 outline-offset-[-2px] pane:px-6"
    >
      <div className="mx-auto flex max-w-[720px] flex-col gap-4">
        {(messages[0]?.number ?? 1) > 1 && <Earlier id={id} />}
        {grouped(messages).map((item) => (
          <Part key={item.key} item={item} name={name} reached={reached} />
        ))}
        {outgoing.length > 0 && (
          <ul className="flex list-none flex-col gap-1 p-0">
            {outgoing.map((one) => (
              <OutgoingLine
                key={one.clientId}
                outgoing={one}
                onRetry={(anyway) => void desk.resend(id, one.clientId, anyway)}
              />
            ))}
          </ul>
        )}
        {typing !== null && (
          <p className="overflow-clip text-xs text-quiet grayscale" data-testid="typing">
            <ToldLine text={name} limit={60} /> is typing…
          </p>
        )}
      </div>
    </div>
  );
}
