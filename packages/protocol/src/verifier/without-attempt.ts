import type { TraceStep } from '@countersign/claims';
import { freshness } from '../checks/freshness.js';
import { checks } from '../checks/index.js';
import { nonce } from '../checks/nonce.js';
import { notTried } from '../step.js';
import { shellSteps } from '../trace.js';
import { type Judgement, type JudgeProof, judgeWith } from './judge.js';
import { standard, verifierOf } from './verifier.js';

const ofTheAttempt = [nonce, freshness];

const tester = verifierOf({
  ...checks,
  claims: checks.claims.filter((check) => !ofTheAttempt.includes(check)),
});

const untried = new Set(
  [...ofTheAttempt, shellSteps.attempt, shellSteps.codeOnce, shellSteps.singleUse].map(({ name }) => name),
);

/** A trace in which nothing is said of what only an attempt could tell. */
export function withoutAttempt(made: readonly TraceStep[]): readonly TraceStep[] {
  const lines = new Map(made.map((step) => [step.check, step]));
  const known = new Set(standard.lines.map(({ name }) => name));
  const inside = standard.lines.map((line) => lines.get(line.name) ?? notTried(line));
  const first = made.findIndex(({ check }) => known.has(check));
  const around = made.filter(({ check }) => !known.has(check));
  const before = first < 0 ? around.length : first;
  return [...around.slice(0, before), ...inside, ...around.slice(before)].map((step) =>
    untried.has(step.check) ? { ...step, outcome: 'not_tried' as const } : step,
  );
}

/**
 * For a token somebody wants explained: judged by every check but the two that compare it with an attempt, since
 * there is none. What comes of it opens nothing.
 */
export async function judgeWithoutAttempt(input: Omit<JudgeProof, 'attempt'>): Promise<Judgement> {
  const judgement = await judgeWith(tester, { ...input, attempt: { nonce: '', startedAt: input.now } });
  return { ...judgement, steps: withoutAttempt(judgement.steps) };
}
