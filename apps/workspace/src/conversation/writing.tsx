'use client';

import { useState } from 'react';
import { NoteForm } from '../notes/note-form';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { Composer } from './composer';

const mode =
  'h-7 cursor-pointer rounded-control px-2 text-xs font-medium text-quiet hover:bg-hover hover:text-ink aria-pressed:bg-active aria-pressed:text-ink';

/** What the agent writes: to the customer, or to colleagues. What was begun of either stays. */
export function Writing({ id, reason }: { id: string; reason: string | null }) {
  const { together } = useWords();
  const [noting, setNoting] = useState(false);
  return (
    <div
      data-mode={noting ? 'note' : 'answer'}
      className={classNames(
        'shrink-0 border-t border-line px-4 pt-1.5 pb-3 pane:px-6',
        noting ? 'bg-ground' : 'bg-surface',
      )}
    >
      <div className="mx-auto flex max-w-[720px] flex-col gap-1.5">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of one form, and these are buttons */}
        <div role="group" aria-label={together.modes} className="flex gap-1">
          <button
            type="button"
            className={mode}
            aria-pressed={!noting}
            data-start-answer
            onClick={() => setNoting(false)}
          >
            {together.answer}
          </button>
          <button
            type="button"
            className={mode}
            aria-pressed={noting}
            data-start-note
            data-testid="write-note"
            onClick={() => setNoting(true)}
          >
            {together.note}
          </button>
        </div>
        {noting ? <NoteForm id={id} /> : <Composer id={id} reason={reason} />}
      </div>
    </div>
  );
}
