'use client';

import { MESSAGE_LIMIT } from '@countersign/contracts';
import { Send } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useDesk } from '../desk/desk-context';
import { useThread } from '../desk/use-thread';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { AttachButton, AttachedFile } from './attach';
import { useAttaching } from './use-attaching';

const TYPING_LASTS = 3_000;
const characters = (count: number) => `${count.toLocaleString()} character${count === 1 ? '' : 's'}`;
const NEARLY = MESSAGE_LIMIT - 500;

/** Tells the other side that somebody is writing, once at the start and once at the end. */
function useTyping(id: string) {
  const desk = useDesk();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    desk.tell(id, false);
  };
  const touch = () => {
    if (timer.current === undefined) desk.tell(id, true);
    clearTimeout(timer.current);
    timer.current = setTimeout(stop, TYPING_LASTS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return { touch, stop };
}

function LengthNote({ length, id }: { length: number; id: string }) {
  const over = length - MESSAGE_LIMIT;
  return (
    <p
      id={id}
      aria-live={over > 0 ? 'polite' : 'off'}
      className={classNames(
        'text-xs',
        over > 0 ? 'text-revoked-ink' : 'text-quiet',
        length <= NEARLY && 'max-pane:sr-only',
      )}
    >
      {over > 0
        ? `${characters(over)} too many: a message holds 8,000. Shorten it or send it in parts; nothing is lost.`
        : length > NEARLY
          ? `${characters(-over)} left`
          : 'Enter sends, Shift + Enter begins a new line'}
    </p>
  );
}

function Note({ id, reason, length }: { id: string; reason: string | null; length: number }) {
  if (reason === null) return <LengthNote length={length} id={id} />;
  return (
    <p id={id} className="sr-only">
      {reason}
    </p>
  );
}

function Field({
  id,
  reason,
  note,
  onSend,
  onTouch,
  onFile,
}: {
  id: string;
  reason: string | null;
  note: string;
  onSend: () => void;
  onTouch: () => void;
  onFile: (file: File) => void;
}) {
  const desk = useDesk();
  const { draft } = useThread(id);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') return event.currentTarget.blur();
    // While an input method composes, Enter chooses a character.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  };
  return (
    <textarea
      data-testid="composer"
      aria-label="Message"
      aria-describedby={note}
      aria-invalid={draft.length > MESSAGE_LIMIT}
      placeholder={reason ?? 'Write an answer'}
      disabled={reason !== null}
      dir="auto"
      rows={1}
      value={draft}
      onChange={(event) => {
        desk.write(id, event.target.value);
        onTouch();
      }}
      onKeyDown={press}
      onPaste={(event) => {
        const [file] = event.clipboardData.files;
        if (!file) return;
        event.preventDefault();
        onFile(file);
      }}
      className="field-sizing-content max-h-48 min-h-9 min-w-0 flex-1 resize-none rounded-control border border-control bg-surface px-3 py-[7px] text-base placeholder:text-quiet disabled:cursor-not-allowed disabled:bg-hover"
    />
  );
}

/** Where the agent writes. Always there; where it cannot be used it says why. */
export function Composer({ id, reason }: { id: string; reason: string | null }) {
  const desk = useDesk();
  const { draft } = useThread(id);
  const { touch, stop } = useTyping(id);
  const note = useId();
  const { attaching, choose, clear } = useAttaching(id);
  const there = attaching?.there ?? null;
  const isSaying = draft.trim() !== '' || there !== null;
  // What is still on its way would be left behind.
  const isWhole = attaching === null || there !== null;
  const ready = reason === null && isSaying && isWhole && draft.length <= MESSAGE_LIMIT;

  const send = () => {
    if (!ready) return;
    stop();
    void desk.send(id, draft, there);
    clear();
  };
  return (
    <form
      className="shrink-0 border-t border-line bg-surface px-4 py-3 pane:px-6"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file && reason === null) void choose(file);
      }}
    >
      <div className="mx-auto flex max-w-[720px] flex-col gap-1.5">
        {attaching && (
          <AttachedFile attaching={attaching} onAgain={() => void choose(attaching.file)} onRemove={clear} />
        )}
        <div className="flex items-end gap-2">
          <AttachButton disabled={reason !== null} onChoose={(file) => void choose(file)} />
          <Field
            id={id}
            reason={reason}
            note={note}
            onSend={send}
            onTouch={touch}
            onFile={(file) => void choose(file)}
          />
          <Button kind="primary" type="submit" data-testid="send" disabled={!ready} className="h-9">
            <Send aria-hidden size={14} />
            Send
          </Button>
        </div>
        <Note id={note} reason={reason} length={draft.length} />
      </div>
    </form>
  );
}
