'use client';

import { useWords } from '../settings/tongue';

export default function Loading() {
  const { shell } = useWords();
  return (
    <main aria-busy className="flex-1">
      <p className="sr-only" role="status">
        {shell.loading}
      </p>
    </main>
  );
}
