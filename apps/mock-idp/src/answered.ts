import type { IncomingMessage } from 'node:http';
import type { Answering } from './door/index.js';
import { type Answer, again, hold, notesOf, readBody } from './http/index.js';
import type { Issuer } from './issuer/index.js';
import type { Namespace } from './namespace/index.js';

type Written = Parameters<Namespace['journal']['write']>[0];
type Outcome = Pick<Written, 'notes' | 'honest' | 'sent' | 'faults'>;

/** How the journal sees a request that nothing could be made of. */
const failed: Answer = { status: 500, headers: {}, body: Buffer.alloc(0) };

/** Answers how an outcome is written down: when the request came and what it was is kept until then. */
function journalist(
  { journal, people, clock }: Namespace,
  issuer: string,
  req: IncomingMessage,
  body: Buffer,
) {
  const [at, wall, ticks] = [clock.now(), new Date(), performance.now()];
  const request = { method: req.method, url: req.url, headers: { ...req.headers }, body };
  return (outcome: Outcome) => {
    const { subject = '', loginHint = '' } = outcome.notes;
    const person = (people.bySubject(issuer, subject) ?? people.byHint(issuer, loginHint))?.id;
    journal.write({ ...outcome, issuer, request, person, at, wall, durationMs: performance.now() - ticks });
  };
}

/**
 * The one place where an issuer's honest answer is at hand before it is sent: what is armed bends it here, and here it is
 * written down.
 */
export const answered: Answering = async (namespace: Namespace, issuer: Issuer, { req, url }) => {
  const body = await readBody(req);
  const write = journalist(namespace, issuer.key, req, body);
  const told = again(req, body);
  const { res, answer } = hold(told);
  try {
    await issuer.handle({ req: told, res, url });
  } catch (error) {
    write({ notes: notesOf(res), honest: failed });
    throw error;
  }
  const honest = await answer;
  const notes = notesOf(res);
  const bent = await issuer.world.faults.bend(issuer.world, honest, notes);
  write({ notes, honest, sent: bent.answer, faults: bent.faults });
  return bent;
};
