import type { Note } from '@countersign/contracts';
import { LockKeyhole } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { Clock } from '../ui/when';
import { namesIn } from './names-in';

function About({ note: { kind, by, to } }: { note: Note }) {
  const { together } = useWords();
  const who = by?.name ?? together.service;
  if (kind === 'note') return <bdi className="font-medium text-ink">{who}</bdi>;
  if (kind === 'given') return <span>{together.gaveTo(who, to?.name ?? '')}</span>;
  return <span>{by ? together.returnedBy(who) : together.leftBehind}</span>;
}

/** Between the lines, and unlike any of them: a frame that is dashed, a lock, and the words that say who sees it. */
export function NoteRow({ note }: { note: Note }) {
  const { together } = useWords();
  return (
    <article
      data-testid="note"
      data-kind={note.kind}
      aria-label={together.internal}
      className="rounded-card border border-dashed border-control bg-ground px-3 py-2"
    >
      <p className="flex flex-wrap items-baseline gap-x-1.5 text-xs text-quiet">
        <LockKeyhole aria-hidden size={12} className="shrink-0 self-center" />
        <span className="font-medium text-ink">{together.internal}</span>
        <span aria-hidden>·</span>
        <About note={note} />
        <Clock at={note.at} />
        <span className="ms-auto">{together.onlyAgents}</span>
      </p>
      {note.text !== '' && (
        <p
          dir="auto"
          className="mt-1 overflow-clip text-base wrap-anywhere whitespace-pre-wrap [unicode-bidi:isolate]"
        >
          {namesIn(note).map(({ text, isName, at }) =>
            isName ? (
              <strong key={at} className="font-semibold text-accent-ink">
                {text}
              </strong>
            ) : (
              text
            ),
          )}
        </p>
      )}
    </article>
  );
}
