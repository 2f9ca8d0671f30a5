'use client';

import type { RatingFigures } from '@countersign/contracts';
import { Smile } from 'lucide-react';
import { useEffect, useState } from 'react';
import { agentClient } from '../api/agent.client';
import { useMe } from '../desk/desk-context';
import { leads } from '../desk/roles';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { foundGood } from './found-good';

/** Under what has ended, for leads: what customers thought of it. Where it does not come, nothing is missed. */
export function RatingsLine() {
  const isLead = leads(useMe().agent);
  const { apiUrl } = useSettings();
  const { queue } = useWords();
  const [figures, setFigures] = useState<RatingFigures | null>(null);
  useEffect(() => {
    if (!isLead) return;
    let isWanted = true;
    void agentClient(apiUrl)
      .ratings()
      .then((answer) => {
        if (isWanted && answer.ok) setFigures(answer.value);
      });
    return () => {
      isWanted = false;
    };
  }, [apiUrl, isLead]);
  const share = figures ? foundGood(figures) : undefined;
  if (!figures || share === undefined) return null;
  return (
    <p
      data-testid="ratings"
      className="flex shrink-0 items-center gap-2 border-t border-line px-4 py-2 text-xs text-quiet tabular-nums"
    >
      <Smile aria-hidden size={14} className="shrink-0" />
      {queue.foundGood(share, figures.rated, figures.days)}
    </p>
  );
}
