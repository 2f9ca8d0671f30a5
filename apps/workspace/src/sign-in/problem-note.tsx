'use client';

import { CircleAlert, Info } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { isCalm, knownProblem } from './problems';

export function ProblemNote({ problem }: { problem: string | undefined }) {
  const { signIn } = useWords();
  const known = knownProblem(problem);
  if (known === null) return null;
  const advice = signIn.problems[known];
  const calm = isCalm(known);
  const Icon = calm ? Info : CircleAlert;
  return (
    <div
      role={calm ? 'status' : 'alert'}
      data-testid="sign-in-problem"
      className={classNames(
        'mb-4 flex gap-2.5 rounded-card border px-3.5 py-2.5 text-sm',
        calm ? 'border-line bg-surface' : 'border-revoked-border bg-revoked-bg text-revoked-ink',
      )}
    >
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0" />
      <p>
        <strong className="block font-semibold">{advice.title}</strong>
        {advice.todo}
      </p>
    </div>
  );
}
