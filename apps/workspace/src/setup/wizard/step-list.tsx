import { Check } from 'lucide-react';
import { useWords } from '../../settings/tongue';
import { classNames } from '../../ui/class-names';
import { type Step, steps } from './state';

/** Where one is, and the way back. */
export function StepList({ now, onGo }: { now: Step; onGo: (step: Step) => void }) {
  const { wizard } = useWords();
  const at = steps.indexOf(now);
  return (
    <ol className="m-0 flex list-none gap-1 overflow-x-auto p-0" aria-label={wizard.steps}>
      {steps.map((name, index) => {
        const done = index < at;
        const look = classNames(
          'flex h-8 w-full items-center gap-2 rounded-control px-2.5 max-pane:gap-1.5 max-pane:px-1.5 text-sm font-medium whitespace-nowrap',
          index === at ? 'bg-accent-bg text-accent-ink' : 'text-quiet',
        );
        const mark = done ? (
          <Check aria-hidden size={14} />
        ) : (
          <span className="tabular-nums">{index + 1}</span>
        );
        return (
          <li key={name} className="flex-1" aria-current={index === at ? 'step' : undefined}>
            {done ? (
              <button
                type="button"
                className={classNames(look, 'cursor-pointer hover:bg-hover hover:text-ink')}
                onClick={() => onGo(name)}
              >
                {mark}
                {wizard.step[name]}
                <span className="sr-only">{wizard.doneStep}</span>
              </button>
            ) : (
              <span className={look}>
                {mark}
                {wizard.step[name]}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
