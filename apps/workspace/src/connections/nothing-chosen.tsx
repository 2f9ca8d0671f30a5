'use client';

import { Plug } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { Coming } from '../ui/coming';
import { Empty } from '../ui/empty';
import { condition } from './condition';
import { useConsole } from './console-context';

/** Beside the list, before a connection is chosen. */
export function NothingChosen() {
  const { connections } = useWords();
  const { list } = useConsole();
  if (!list) return <Coming title={connections.loading} />;
  const broken = list.connections.filter(({ health }) => condition(health) === 'broken').length;
  return (
    <Empty level="h1" icon={Plug} title={connections.choose(broken)}>
      {connections.chooseText(list.kept.days)}
    </Empty>
  );
}
