'use client';

import type { Mention } from '@countersign/contracts';
import { AtSign } from 'lucide-react';
import Link from 'next/link';
import { useDeskState } from '../desk/desk-context';
import { useWords } from '../settings/tongue';
import { Fill } from '../ui/fill';
import { Ago } from '../ui/when';

const MOST = 3;

function One({ mention: { kind, by, text, conversation, at } }: { mention: Mention }) {
  const { together } = useWords();
  const who = <bdi className="font-semibold">{by ?? together.service}</bdi>;
  return (
    <li>
      <Link
        href={`/conversations/${conversation}`}
        data-testid="mention"
        className="flex flex-col gap-0.5 px-3 py-1.5 text-sm text-ink no-underline hover:bg-hover"
      >
        <span className="flex items-baseline gap-1.5">
          <AtSign aria-hidden size={12} className="shrink-0 self-center text-quiet" />
          <span className="min-w-0 flex-1 truncate">
            <Fill text={kind === 'given' ? together.given : together.mentioned} who={who} />
          </span>
          <span className="text-xs text-quiet">
            <Ago at={at} />
          </span>
        </span>
        {text !== '' && (
          <span dir="auto" className="truncate text-xs text-quiet">
            {text}
          </span>
        )}
      </Link>
    </li>
  );
}

/** Where this agent was named, or what they were given, until they have looked. */
export function ForYou() {
  const { together, formats } = useWords();
  const mentions = useDeskState((desk) => desk.mentions);
  return (
    <section aria-label={together.forYou} aria-live="polite">
      {mentions.length > 0 && (
        <div className="border-b border-line py-1" data-testid="for-you">
          <p className="px-3 pt-1 text-xs font-medium text-quiet">
            {together.forYou} <span className="tabular-nums">{formats.number(mentions.length)}</span>
          </p>
          <ul className="list-none p-0">
            {mentions.slice(0, MOST).map((one) => (
              <One key={one.note} mention={one} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
