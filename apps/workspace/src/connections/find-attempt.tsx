'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { z } from 'zod';
import { useWords } from '../settings/tongue';
import { IconButton } from '../ui/button';
import { Fill } from '../ui/fill';

const id = z.uuid();
const EXAMPLE = '01a2072a-13b2-7772-9c79-16196fc7e418';

/** From the id a consumer read out, or a log line has, to its trace. */
export function FindAttempt() {
  const { attempts } = useWords().connections;
  const router = useRouter();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const [field, note] = [useId(), useId()];
  return (
    <search className="shrink-0 border-b border-line px-4 py-2.5">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = id.safeParse(text.trim().toLowerCase());
          setWrong(!wanted.success);
          if (wanted.success) router.push(`/attempts/${wanted.data}`);
        }}
      >
        <label htmlFor={field} className="text-xs font-medium text-quiet">
          {attempts.find}
        </label>
        <div className="mt-1 flex gap-1">
          <input
            id={field}
            dir="ltr"
            data-testid="find-attempt"
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-invalid={wrong}
            aria-describedby={wrong ? note : undefined}
            className="h-8 min-w-0 flex-1 rounded-control border border-control bg-surface px-2 font-mono text-xs aria-invalid:border-revoked-border"
          />
          <IconButton type="submit" label={attempts.findAct}>
            <Search aria-hidden size={15} />
          </IconButton>
        </div>
        {wrong && (
          <p id={note} role="alert" className="mt-1 text-xs text-revoked-ink">
            <Fill text={attempts.idIs} example={<code>{EXAMPLE}</code>} />
          </p>
        )}
      </form>
    </search>
  );
}
