'use client';

import { Users } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { Empty } from '../ui/empty';

/** Beside the list, before a customer is chosen. */
export function NobodyChosen() {
  const { customers } = useWords();
  return (
    <Empty level="h1" icon={Users} title={customers.choose}>
      {customers.chooseText}
    </Empty>
  );
}
