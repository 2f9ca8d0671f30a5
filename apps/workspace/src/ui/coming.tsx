'use client';

import type { ReactNode } from 'react';
import { useWords } from '../settings/tongue';

/** A page, or its main part, while nothing is known of it: whoever hears it is told, and finds where it begins. */
export function Coming({ title, children }: { title?: string; children?: ReactNode }) {
  const { shell } = useWords();
  return (
    <div aria-busy className="h-full flex-1">
      <div role="status" className="sr-only">
        <h1>{title ?? shell.loading}</h1>
      </div>
      {children}
    </div>
  );
}
