'use client';

import { TriangleAlert } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';

export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const { shell } = useWords();
  return (
    <main className="flex-1">
      <Empty
        level="h1"
        icon={TriangleAlert}
        title={shell.broke}
        action={
          <Button kind="primary" onClick={() => retry()}>
            {shell.tryAgain}
          </Button>
        }
      >
        {shell.brokeText}
      </Empty>
    </main>
  );
}
