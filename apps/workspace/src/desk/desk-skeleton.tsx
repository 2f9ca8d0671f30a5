'use client';

import { useWords } from '../settings/tongue';

/** The panes before anything is known: the shape of what comes, so that nothing jumps. */
export function DeskSkeleton() {
  const { shell } = useWords();
  return (
    <main aria-busy className="flex min-h-0 flex-1">
      <div className="sr-only" role="status">
        <h1>{shell.loadingDesk}</h1>
      </div>
      <div className="w-full border-e border-line bg-surface pane:w-[300px]">
        <div className="h-12 border-b border-line" />
        {[0, 1, 2, 3].map((row) => (
          <div key={row} className="flex flex-col gap-2 border-b border-line p-3">
            <div className="skeleton h-3 w-1/2" />
            <div className="skeleton h-3 w-4/5" />
          </div>
        ))}
      </div>
      <div className="hidden flex-1 pane:block" />
      <div className="hidden w-[340px] border-s border-line bg-surface wide:block" />
    </main>
  );
}
