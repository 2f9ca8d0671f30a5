import { Check, Circle, LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Exact } from './exact';
import { showWithin } from './show-within';
import type { Story } from './story';
import type { Tour } from './use-tour';

type Props = { readonly story: Story; readonly tour: Tour };

const mark = (index: number, { done, doing }: Tour) => {
  if (index < done) return { Icon: Check, words: 'Done', look: 'text-verified-ink' };
  if (index === done && doing === 'playing')
    return { Icon: LoaderCircle, words: 'Now', look: 'text-accent-ink motion-safe:animate-spin' };
  return { Icon: Circle, words: 'To come', look: 'text-neutral-8' };
};

/** Where the story is. The step that was played last, or is being played, says what is seen and how it works. */
export function StepsList({ story, tour }: Props) {
  const current = tour.doing === 'playing' || tour.done === 0 ? tour.done : tour.done - 1;
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current > 0) showWithin(here.current, 'nearest');
  }, [current]);
  return (
    <ol className="grid gap-1">
      {story.steps.map(({ key, title, say, wire }, index) => {
        const { Icon, words, look } = mark(index, tour);
        const isCurrent = index === current;
        return (
          <li
            key={key}
            ref={isCurrent ? here : undefined}
            aria-current={isCurrent ? 'step' : undefined}
            data-testid={`step-${key}`}
            className={`rounded-card px-3 py-2 ${isCurrent ? 'bg-surface ring-1 ring-line' : ''}`}
          >
            <p className="flex items-center gap-2 text-sm font-semibold">
              <Icon className={`size-4 shrink-0 ${look}`} aria-label={words} />
              {title}
            </p>
            {isCurrent ? (
              <div className="mt-1 grid gap-1.5 ps-6 text-sm">
                <p>{say}</p>
                <p className="text-quiet">
                  <Exact text={wire} />
                </p>
              </div>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
