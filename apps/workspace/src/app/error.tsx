'use client';

import { TriangleAlert } from 'lucide-react';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';

export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="flex-1">
      <Empty
        level="h1"
        icon={TriangleAlert}
        title="This page broke"
        action={
          <Button kind="primary" onClick={() => retry()}>
            Try again
          </Button>
        }
      >
        The fault is ours. Conversations and drafts are kept.
      </Empty>
    </main>
  );
}
