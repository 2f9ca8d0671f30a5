'use client';

import { useWords } from '../settings/tongue';

export default function Loading() {
  const { shell } = useWords();
  return (
    <main aria-busy className="flex-1">
      <div className="sr-only" role="status">
        <h1>{shell.loading}</h1>
      </div>
    </main>
  );
}
