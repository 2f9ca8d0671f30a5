import type { DeliveryAttempt, DeliveryDetail } from '@countersign/contracts';
import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { Fill } from '../ui/fill';
import { ToldText } from '../ui/told-text';
import { Ago } from '../ui/when';

function Attempt({ attempt, number }: { attempt: DeliveryAttempt; number: number }) {
  const { outcomes, log } = useWords().webhooks;
  const { outcome, status, at, durationMs, answer, replayed } = attempt;
  const delivered = outcome === 'delivered';
  const Icon = delivered ? CircleCheck : CircleX;
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 pb-4 last:pb-0" data-testid="attempt">
      <span aria-hidden className="absolute inset-y-0 start-[7px] w-px bg-line" />
      <Icon
        aria-hidden
        size={15}
        className={`relative mt-0.5 bg-surface ${delivered ? 'text-verified-ink' : 'text-revoked-ink'}`}
      />
      <div className="min-w-0">
        <p className="text-sm font-medium">{outcomes[outcome](status)}</p>
        <p className="text-xs text-quiet">
          <Fill text={log.try(number, replayed, log.took(durationMs))} ago={<Ago at={at} />} />
        </p>
        {answer && (
          <div className="mt-1.5 rounded-control border border-line bg-hover px-2.5 py-1.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
            <span className="sr-only">{log.answered}</span>
            <ToldText text={answer} />
          </div>
        )}
      </div>
    </li>
  );
}

/** Every try from the latest to the first, and before them the one to come. */
export function AttemptTimeline({ delivery, attempts }: Pick<DeliveryDetail, 'delivery' | 'attempts'>) {
  const { formats, webhooks } = useWords();
  const { nextAt } = delivery;
  return (
    <ol className="list-none p-0" data-testid="attempts">
      {nextAt && (
        <li className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 pb-4">
          <span aria-hidden className="absolute inset-y-0 start-[7px] w-px bg-line" />
          <CircleDashed aria-hidden size={15} className="relative mt-0.5 bg-surface text-quiet" />
          <p className="text-sm text-quiet">
            {attempts.length === 0 ? webhooks.log.soon : webhooks.log.again(formats.exactly(nextAt))}
          </p>
        </li>
      )}
      {attempts.map((attempt, index) => (
        <Attempt key={attempt.id} attempt={attempt} number={attempts.length - index} />
      ))}
    </ol>
  );
}
