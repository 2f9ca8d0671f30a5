'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useDesk } from '../desk/desk-context';
import { useRow, useThread } from '../desk/use-thread';
import { NoteRow } from '../notes/note-row';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Fill } from '../ui/fill';
import { useNow } from '../ui/now';
import { ToldLine } from '../ui/told-line';
import { alongMessages } from './along-messages';
import { EventRow } from './event-row';
import { grouped, type Item } from './grouping';
import { MessageGroup } from './message-group';
import { OutgoingLine } from './outgoing-line';
import { type Reached, reachedOf } from './reached';
import { useOpenedAt } from './use-opened-at';

const NEAR = 80;

function Day({ at }: { at: string }) {
  const { time } = useWords();
  const now = useNow(60_000);
  return <p className="text-center text-xs font-medium text-quiet">{time.dayName(at, now)}</p>;
}

function Part({ item, name, reached }: { item: Item; name: string; reached: Reached }) {
  switch (item.kind) {
    case 'day':
      return <Day at={item.at} />;
    case 'note':
      return <NoteRow note={item.note} />;
    case 'event':
      return <EventRow message={item.message} />;
    case 'group':
      return <MessageGroup messages={item.messages} name={name} reached={reached} />;
  }
}

/** Keeps the end in sight, unless the reader has gone up to read: also when a picture comes that was not there yet. */
function useStickToEnd(mark: unknown, isElsewhere: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const near = useRef(!isElsewhere);
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
  const { conversation } = useWords();
  const [busy, setBusy] = useState(false);
  const load = async () => {
    setBusy(true);
    await desk.earlier(id);
    setBusy(false);
  };
  return (
    <div className="flex justify-center">
      <Button kind="quiet" onClick={() => void load()} disabled={busy}>
        {conversation.earlier}
      </Button>
    </div>
  );
}

/** Everything that was said and what happened in between. */
export function Transcript({ id, at, name }: { id: string; at: number | null; name: string }) {
  const desk = useDesk();
  const { conversation } = useWords();
  const { messages, notes, outgoing, typing } = useThread(id);
  const reached = reachedOf(messages, useRow(id)?.marks);
  const { scroller, onScroll } = useStickToEnd(
    `${messages.at(-1)?.number}/${notes.length}/${outgoing.length}/${typing}`,
    at !== null,
  );
  useOpenedAt(id, at);
  return (
    <div
      ref={scroller}
      onScroll={onScroll}
      onKeyDown={alongMessages}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      role="log"
      aria-label={conversation.messages}
      aria-live="polite"
      className="min-h-0 flex-1 overflow-y-auto px-4 py-4 outline-offset-[-2px] pane:px-6"
    >
      <div className="mx-auto flex max-w-[720px] flex-col gap-4">
        {(messages[0]?.number ?? 1) > 1 && <Earlier id={id} />}
        {grouped(messages, notes).map((item) => (
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
            <Fill text={conversation.typing} name={<ToldLine text={name} limit={60} />} />
          </p>
        )}
      </div>
    </div>
  );
}
