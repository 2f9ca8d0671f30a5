'use client';

import { Moon } from 'lucide-react';
import { useDesk } from '../desk/desk-context';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { useAnybodyOnDuty } from './use-duty';

/** Above the queue: customers are told that nobody is there, so agents are told as well. */
export function NobodyOnDuty() {
  const { duty } = useWords();
  const desk = useDesk();
  const anybody = useAnybodyOnDuty();
  return (
    <div role="status">
      {anybody === false && (
        <div
          data-testid="nobody-on-duty"
          className="flex items-center gap-2 border-b border-line bg-ground px-3 py-2 text-xs text-quiet"
        >
          <Moon aria-hidden size={14} className="shrink-0" />
          <p className="min-w-0 flex-1">{duty.nobody}</p>
          <Button className="h-7 px-2 text-xs" onClick={() => void desk.setDuty(true)}>
            {duty.here}
          </Button>
        </div>
      )}
    </div>
  );
}
