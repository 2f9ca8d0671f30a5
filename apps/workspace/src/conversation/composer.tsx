'use client';

import { MESSAGE_LIMIT, variablesIn } from '@countersign/contracts';
import { Send } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react';
import { CannedButton } from '../canned/canned-button';
import { Unfilled } from '../canned/unfilled';
import { useAnswers } from '../canned/use-canned';
import { Propose } from '../cards/propose';
import { SuggestionList } from '../completing/suggestion-list';
import { useCompleting } from '../completing/use-completing';
import { useDesk } from '../desk/desk-context';
import { useThread } from '../desk/use-thread';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { AttachButton, AttachedFile } from './attach';
import { useAttaching } from './use-attaching';

const TYPING_LASTS = 3_000;
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
  const { conversation } = useWords();
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
        ? conversation.tooMany(over)
        : length > NEARLY
          ? conversation.charactersLeft(-over)
          : conversation.hint}
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
  field,
  onSend,
  onTouch,
  onFile,
}: {
  id: string;
  field: RefObject<HTMLTextAreaElement | null>;
  reason: string | null;
  note: string;
  onSend: () => void;
  onTouch: () => void;
  onFile: (file: File) => void;
}) {
  const desk = useDesk();
  const { canned, conversation } = useWords();
  const { draft } = useThread(id);
  const change = (text: string) => desk.write(id, text);
  const completing = useCompleting({ field, value: draft, onChange: change, suggest: useAnswers(id) });
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (completing.onKey(event)) return;
    if (event.key === 'Escape') return event.currentTarget.blur();
    // While an input method composes, Enter chooses a character.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  };
  return (
    <>
      <SuggestionList label={canned.title} completing={completing} />
      <textarea
        ref={field}
        data-testid="composer"
        aria-label={conversation.message}
        aria-describedby={note}
        aria-invalid={draft.length > MESSAGE_LIMIT || variablesIn(draft).length > 0}
        placeholder={reason ?? conversation.write}
        disabled={reason !== null}
        dir="auto"
        rows={1}
        value={draft}
        onChange={(event) => {
          desk.write(id, event.target.value);
          onTouch();
        }}
        onKeyDown={press}
        {...completing.attributes}
        onPaste={(event) => {
          const [file] = event.clipboardData.files;
          if (!file) return;
          event.preventDefault();
          onFile(file);
        }}
        className="field-sizing-content max-h-48 min-h-9 min-w-0 flex-1 resize-none max-pane:order-first max-pane:basis-full rounded-control border border-control bg-surface px-3 py-[7px] text-base placeholder:text-quiet disabled:cursor-not-allowed disabled:bg-hover"
      />
    </>
  );
}

/** What is about to be sent, and whether it can be. */
function useAnswer(id: string, reason: string | null, onSent: () => void) {
  const desk = useDesk();
  const { draft } = useThread(id);
  const { attaching, choose, clear } = useAttaching(id);
  const there = attaching?.there ?? null;
  const isSaying = draft.trim() !== '' || there !== null;
  // What is still on its way would be left behind.
  const isWhole = attaching === null || there !== null;
  const isFilled = variablesIn(draft).length === 0;
  const ready = reason === null && isFilled && isSaying && isWhole && draft.length <= MESSAGE_LIMIT;

  const send = () => {
    if (!ready) return;
    onSent();
    void desk.send(id, draft, there);
    clear();
  };
  return { draft, ready, send, attaching, choose, clear };
}

/** Where the agent writes. Always there; where it cannot be used it says why. */
export function Composer({ id, reason }: { id: string; reason: string | null }) {
  const desk = useDesk();
  const { conversation } = useWords();
  const { touch, stop } = useTyping(id);
  const note = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, ready, send, attaching, choose, clear } = useAnswer(id, reason, stop);
  return (
    <form
      className="flex flex-col gap-1.5"
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
      {attaching && (
        <AttachedFile attaching={attaching} onAgain={() => void choose(attaching.file)} onRemove={clear} />
      )}
      <div className="relative flex flex-wrap items-end gap-2">
        <AttachButton disabled={reason !== null} onChoose={(file) => void choose(file)} />
        <Propose id={id} disabled={reason !== null} />
        {reason === null && (
          <CannedButton
            id={id}
            onInsert={(text) => desk.write(id, draft === '' ? text : `${draft} ${text}`)}
          />
        )}
        <Field
          id={id}
          field={field}
          reason={reason}
          note={note}
          onSend={send}
          onTouch={touch}
          onFile={(file) => void choose(file)}
        />
        <Button kind="primary" type="submit" data-testid="send" disabled={!ready} className="ms-auto h-9">
          <Send aria-hidden size={14} className="rtl:-scale-x-100" />
          {conversation.send}
        </Button>
      </div>
      {reason === null && (
        <Unfilled id={id} text={draft} field={field} onChange={(text) => desk.write(id, text)} />
      )}
      <Note id={note} reason={reason} length={draft.length} />
    </form>
  );
}
