'use client';

import { Dialog } from '@base-ui/react/dialog';
import type { CannedAnswer } from '@countersign/contracts';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { matches } from '../completing/token';
import { useDeskState, useMe } from '../desk/desk-context';
import { leads } from '../desk/roles';
import { useWords } from '../settings/tongue';
import { Button, buttonLook, IconButton } from '../ui/button';
import { CannedForm } from './canned-form';
import { useFill } from './use-canned';

function Row({
  answer: { title, text },
  shown,
  onInsert,
  onEdit,
}: {
  answer: CannedAnswer;
  shown: string;
  onInsert: () => void;
  onEdit: (() => void) | null;
}) {
  const { canned } = useWords();
  return (
    <li className="flex items-center gap-1 rounded-control hover:bg-hover">
      <button
        type="button"
        data-testid="canned-answer"
        className="flex min-w-0 flex-1 cursor-pointer flex-col gap-0.5 rounded-control px-2 py-1.5 text-start"
        onClick={onInsert}
      >
        <bdi className="truncate text-sm font-medium">{title}</bdi>
        <span dir="auto" className="line-clamp-2 text-xs text-quiet">
          {shown === '' ? text : shown}
        </span>
      </button>
      {onEdit && (
        <IconButton label={canned.edit(title)} onClick={onEdit}>
          <Pencil aria-hidden size={14} />
        </IconButton>
      )}
    </li>
  );
}

/** `new`: one that is being made. */
type Edited = CannedAnswer | 'new' | null;

export function CannedList({ id, onInsert }: { id: string; onInsert: (text: string) => void }) {
  const { canned } = useWords();
  const { agent } = useMe();
  const answers = useDeskState((desk) => desk.canned);
  const { fill } = useFill(id);
  const [query, setQuery] = useState('');
  const [edited, setEdited] = useState<Edited>(null);
  if (edited !== null)
    return <CannedForm answer={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />;
  const found = answers.filter(({ title, text }) => matches(`${title} ${text}`, query));
  return (
    <>
      <input
        type="search"
        aria-label={canned.search}
        placeholder={canned.search}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        data-testid="canned-search"
        className="h-9 w-full rounded-control border border-control bg-surface px-3 text-base placeholder:text-quiet"
      />
      <ul className="min-h-0 flex-1 list-none overflow-y-auto p-0">
        {found.map((answer) => (
          <Row
            key={answer.id}
            answer={answer}
            shown={fill(answer.text)}
            onInsert={() => onInsert(fill(answer.text))}
            onEdit={leads(agent) ? () => setEdited(answer) : null}
          />
        ))}
        {found.length === 0 && (
          <li className="px-2 py-6 text-center text-sm text-quiet">
            {answers.length > 0 ? canned.noneFound : leads(agent) ? canned.noneForLeads : canned.none}
          </li>
        )}
      </ul>
      <div className="flex items-center justify-between gap-2">
        <p className="text-xs text-quiet max-pane:sr-only">{canned.hint}</p>
        <div className="ms-auto flex gap-2">
          {leads(agent) && (
            <Button onClick={() => setEdited('new')} data-testid="canned-new">
              <Plus aria-hidden size={14} />
              {canned.add}
            </Button>
          )}
          <Dialog.Close className={buttonLook('plain')}>{canned.close}</Dialog.Close>
        </div>
      </div>
    </>
  );
}
