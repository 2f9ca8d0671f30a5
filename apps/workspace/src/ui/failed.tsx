'use client';

import { RotateCw } from 'lucide-react';
import type { Trouble } from '../api/answer';
import { useWords } from '../settings/tongue';
import { Button } from './button';
import { Empty } from './empty';

/** What was asked for did not come: why, and the way to ask again. */
export function Failed({
  title,
  trouble,
  level,
  onRetry,
}: {
  title: string;
  trouble: Trouble | null;
  level?: 'h1';
  onRetry: () => void;
}) {
  const { shell, trouble: told } = useWords();
  return (
    <Empty
      {...(level ? { level } : {})}
      icon={RotateCw}
      title={title}
      action={<Button onClick={onRetry}>{shell.tryAgain}</Button>}
    >
      {trouble && told(trouble)}
    </Empty>
  );
}
