'use client';

import { Plug } from 'lucide-react';
import { Empty } from '../ui/empty';
import { condition } from '../words/attempts';
import { useConsole } from './console-context';

/** Beside the list, before a connection is chosen. */
export function NothingChosen() {
  const { list } = useConsole();
  if (!list) return <div aria-busy className="h-full" />;
  const broken = list.connections.filter(({ health }) => condition(health) === 'broken').length;
  const title =
    broken === 0
      ? 'Why was it refused?'
      : broken === 1
        ? 'One connection refuses every proof'
        : `${broken} connections refuse every proof`;
  return (
    <Empty level="h1" icon={Plug} title={title}>
      Choose a connection: its attempts stand there as they happen, and each says which check failed, what was
      expected and seen, and what to do. Traces are kept for {list.kept.days} days.
    </Empty>
  );
}
