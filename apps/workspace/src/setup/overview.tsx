'use client';

import type { Checklist } from '@countersign/contracts';
import { Check, Circle, CircleDot } from 'lucide-react';
import Link from 'next/link';
import { useMe } from '../desk/desk-context';
import { useWords } from '../settings/tongue';
import { buttonLook } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Fill } from '../ui/fill';
import { Ago } from '../ui/when';
import { Card, TroubleNote } from './card';
import { places } from './places';
import { SetUpPage } from './set-up-frame';
import { useAnswer } from './use-answer';

type Seen = Checklist['milestones'][number];
const LOOK_EVERY_MS = 3_000;

function StateIcon({ done, next }: { done: boolean; next: boolean }) {
  const { states } = useWords().setUp;
  const Icon = done ? Check : next ? CircleDot : Circle;
  return (
    <span
      className={classNames(
        'mt-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-full',
        done ? 'bg-verified-bg text-verified-ink' : next ? 'text-accent-ink' : 'text-quiet',
      )}
    >
      <Icon aria-hidden size={done ? 14 : 18} strokeWidth={done ? 2.5 : 1.75} />
      <span className="sr-only">{done ? states.done : next ? states.next : states.later}</span>
    </span>
  );
}

function Step({ step: { name, at, detail }, next }: { step: Seen; next: boolean }) {
  const { milestones, seen } = useWords().setUp;
  const { title, how, go } = milestones[name];
  const place = places[name];
  return (
    <li
      className="flex gap-3 border-b border-line py-3 last:border-b-0"
      data-testid={`step-${name}`}
      data-done={at !== null}
      aria-current={next ? 'step' : undefined}
    >
      <StateIcon done={at !== null} next={next} />
      <div className="min-w-0 flex-1">
        <p className={classNames('text-base', next || at ? 'font-medium' : 'text-quiet')}>{title}</p>
        {at ? (
          <p className="text-xs text-quiet">
            <Fill text={seen} ago={<Ago at={at} />} />
            {detail && (
              <>
                {' · '}
                <bdi className="wrap-anywhere">{detail}</bdi>
              </>
            )}
          </p>
        ) : (
          next && <p className="mt-0.5 max-w-[60ch] text-sm text-pretty text-quiet">{how}</p>
        )}
        {next && place && (
          <Link href={place} data-testid="next-step" className={buttonLook('primary', 'mt-2.5 no-underline')}>
            {go}
          </Link>
        )}
      </div>
    </li>
  );
}

/** How far the brand's set-up has come, by what the service saw. */
export function Overview() {
  const { setUp } = useWords();
  const { brand } = useMe();
  const { value, trouble } = useAnswer((client) => client.checklist(), LOOK_EVERY_MS);
  const done = value?.milestones.filter(({ at }) => at !== null).length ?? 0;
  const all = value?.milestones.length ?? 0;
  const next = value?.milestones.find(({ at }) => at === null)?.name;
  const finished = value !== null && next === undefined;
  return (
    <SetUpPage title={finished ? setUp.finished : setUp.title(brand.name)} lead={setUp.lead}>
      <TroubleNote trouble={value ? null : trouble} />
      <Card>
        <div className="flex items-center gap-3">
          <progress
            className="h-1.5 flex-1 appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:bg-verified-ink [&::-webkit-progress-bar]:bg-active [&::-webkit-progress-value]:bg-verified-ink"
            value={done}
            max={all || 1}
            aria-label={setUp.steps}
          />
          <p className="text-sm text-quiet tabular-nums" role="status" data-testid="progress">
            {value ? setUp.progress(done, all) : setUp.looking}
          </p>
        </div>
        <ol className="m-0 mt-2 list-none p-0">
          {value?.milestones.map((step) => (
            <Step key={step.name} step={step} next={step.name === next} />
          ))}
        </ol>
      </Card>
    </SetUpPage>
  );
}
