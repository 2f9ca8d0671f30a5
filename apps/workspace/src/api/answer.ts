import { type Problem, problem } from '@countersign/contracts';
import { z } from 'zod';

/** What went wrong, as an agent may read it. Two codes are ours: the service did not answer, or not as agreed. */
export type Trouble = {
  readonly code: Problem['code'] | 'unreachable' | 'answer_invalid';
  readonly title: string;
  /** What exactly, where the service says so. In English, for developers. */
  readonly detail?: string | undefined;
  /** What is wrong, member by member. */
  readonly errors?: Problem['errors'];
};

/** An expected outcome is a value: nobody has to catch a refusal. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly trouble: Trouble };

const refused = (trouble: Trouble): Answer<never> => ({ ok: false, trouble });

export const unreachable = (): Answer<never> =>
  refused({ code: 'unreachable', title: 'The service does not answer.' });

export const answerInvalid = (): Answer<never> =>
  refused({ code: 'answer_invalid', title: 'The service answered something this page does not understand.' });

const troubled = ({ code, title, detail, errors }: Problem): Answer<never> =>
  refused({ code, title, ...(detail === undefined ? {} : { detail }), ...(errors ? { errors } : {}) });

/** Judges a problem document, whatever it turns out to be. */
export function troubleIn(body: unknown): Answer<never> {
  const result = problem.safeParse(body);
  return result.success ? troubled(result.data) : answerInvalid();
}

/** Judges an acknowledgement: a value of this shape, or a problem. */
export function acknowledged<Value>(shape: z.ZodType<Value>, reply: unknown): Answer<Value> {
  const envelope = z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), problem }),
  ]);
  const outer = envelope.safeParse(reply);
  if (!outer.success) return answerInvalid();
  if (!outer.data.ok) return troubled(outer.data.problem);
  const inner = shape.safeParse(outer.data.value);
  return inner.success ? { ok: true, value: inner.data } : answerInvalid();
}
