'use client';

import { useWords } from '../settings/tongue';
import { DeadEnd } from '../ui/dead-end';

export default function NotFound() {
  const { shell } = useWords();
  return (
    <main className="flex-1">
      <DeadEnd title={shell.nothingHere} to="/conversations" toLabel={shell.toQueue}>
        {shell.nothingHereText}
      </DeadEnd>
    </main>
  );
}
