'use client';

import { brokenIn, type CannedAnswer } from '@countersign/contracts';
import { type ReactNode, useId, useState } from 'react';
import type { Answer, Trouble } from '../api/answer';
import { cannedClient } from '../api/canned.client';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';

const box = 'mt-1 block w-full rounded-control border border-control bg-surface px-3 text-base text-ink';
const TITLE_LIMIT = 80;

function useAnswer(answer: CannedAnswer | null, onDone: () => void) {
  const client = cannedClient(useSettings().apiUrl);
  const [title, setTitle] = useState(answer?.title ?? '');
  const [text, setText] = useState(answer?.text ?? '');
  const [why, setWhy] = useState<Trouble | null>(null);
  const [broken] = brokenIn(text);
  const ready = title.trim() !== '' && text.trim() !== '' && broken === undefined;
  const settle = (reply: Answer<unknown>) => (reply.ok ? onDone() : setWhy(reply.trouble));
  const save = async () => {
    if (ready)
      settle(await (answer ? client.change(answer.id, { title, text }) : client.add({ title, text })));
  };
  const remove = async () => {
    if (answer) settle(await client.remove(answer.id));
  };
  return { title, setTitle, text, setText, why, broken, ready, save, remove };
}

function TitleField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { canned } = useWords();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {canned.name}
      </label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: the button that opened the form is gone with its list
        autoFocus
        dir="auto"
        maxLength={TITLE_LIMIT}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${box} h-9`}
        data-testid="canned-title"
      />
    </div>
  );
}

function TextField({
  value,
  isBroken,
  note,
  onChange,
}: {
  value: string;
  isBroken: boolean;
  note: ReactNode;
  onChange: (text: string) => void;
}) {
  const { canned } = useWords();
  const [id, noteId] = [useId(), useId()];
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <label htmlFor={id} className="text-sm font-medium">
        {canned.text}
      </label>
      <textarea
        id={id}
        dir="auto"
        aria-describedby={noteId}
        aria-invalid={isBroken}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${box} min-h-32 flex-1 resize-none py-2`}
        data-testid="canned-text"
      />
      <p id={noteId} className="mt-1 text-xs text-quiet">
        {note}
      </p>
    </div>
  );
}

/** One answer, new or known. For leads: the service asks again. */
export function CannedForm({ answer, onDone }: { answer: CannedAnswer | null; onDone: () => void }) {
  const { canned, trouble } = useWords();
  const { title, setTitle, text, setText, why, broken, ready, save, remove } = useAnswer(answer, onDone);
  return (
    <form
      className="flex min-h-0 flex-1 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TitleField value={title} onChange={setTitle} />
      <TextField
        value={text}
        isBroken={broken !== undefined}
        note={broken === undefined ? canned.places : canned.broken(broken)}
        onChange={setText}
      />
      <div role="alert" className="text-xs text-revoked-ink">
        {why && trouble(why)}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        {answer && (
          <Button kind="danger" className="me-auto" onClick={() => void remove()}>
            {canned.remove}
          </Button>
        )}
        <Button onClick={onDone}>{canned.back}</Button>
        <Button kind="primary" type="submit" disabled={!ready} data-testid="canned-save">
          {canned.save}
        </Button>
      </div>
    </form>
  );
}
