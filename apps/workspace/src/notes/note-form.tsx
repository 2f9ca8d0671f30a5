'use client';

import { LockKeyhole } from 'lucide-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { SuggestionList } from '../completing/suggestion-list';
import { matches, type Token } from '../completing/token';
import { type Suggestion, useCompleting } from '../completing/use-completing';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { useNote, useOthers } from './use-note';

function useNames() {
  const others = useOthers();
  const { duty } = useWords();
  return ({ sign, query }: Token): readonly Suggestion[] =>
    sign !== '@'
      ? []
      : others
          .filter(({ name }) => matches(name, query))
          .map(({ id, name, on }) => ({
            key: id,
            inserted: `@${name}`,
            label: name,
            aside: on ? duty.on : duty.off,
          }));
}

/** For colleagues: whoever may read the conversation may add to it, whoever has it. */
export function NoteForm({ id }: { id: string }) {
  const { together, conversation, trouble } = useWords();
  const { text, write, why, ready, over, add } = useNote(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const completing = useCompleting({ field, value: text, onChange: write, suggest: useNames() });
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (completing.onKey(event)) return;
    if (event.key === 'Escape') return event.currentTarget.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
  };
  return (
    <form
      className="flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="relative flex items-end gap-2">
        <SuggestionList label={together.note} completing={completing} />
        <textarea
          ref={field}
          // biome-ignore lint/a11y/noAutofocus: it was asked for, by a key or a press, and stands where the answer stood
          autoFocus
          data-testid="note-composer"
          aria-label={together.internal}
          aria-describedby={hint}
          aria-invalid={over > 0}
          placeholder={together.writeNote}
          dir="auto"
          rows={1}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={press}
          {...completing.attributes}
          className="field-sizing-content max-h-48 min-h-9 min-w-0 flex-1 resize-none rounded-control border border-dashed border-control bg-ground px-3 py-[7px] text-base placeholder:text-quiet"
        />
        <Button type="submit" data-testid="add-note" disabled={!ready} className="h-9">
          <LockKeyhole aria-hidden size={14} />
          {together.addNote}
        </Button>
      </div>
      <p id={hint} className="text-xs text-quiet">
        {over > 0 ? together.noteTooLong(over) : `${together.noteHint} ${conversation.hint}`}
      </p>
      <div role="alert" className="text-xs text-revoked-ink">
        {why && together.notAdded(trouble(why))}
      </div>
    </form>
  );
}
