import { type AttemptView, attemptView, sessionView } from '@countersign/contracts';
import type { SigningKey } from '../verify/signing.js';
import { BRAND, CONNECTION, envelopeFor } from './brand.js';
import { type Consumer, makeConsumer, requestOf } from './consumer.js';
import type { Load } from './load.js';

type Batch = { readonly attempts: number; readonly sessions: number };

const manyOf = <Value>(count: number, each: (index: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => each(index)));

/** New consumers who begin an attempt each, then present an envelope each: both are measured. */
export async function openOurs(load: Load, service: string, key: SigningKey, count: number): Promise<Batch> {
  const consumers = await manyOf(count, makeConsumer);
  const begin = { brand: BRAND, connection: CONNECTION, reason: 'first' };
  const beginnings = await Promise.all(
    consumers.map((consumer) => requestOf(consumer, service, '/v1/attempts', begin)),
  );
  const begun = await load.send(beginnings);
  const attempts = begun.answers.map((answer) => attemptView.parse(answer));
  const requests = await Promise.all(
    attempts.map((attempt, index) => presenting(consumers[index], service, key, attempt)),
  );
  const opened = await load.send(requests);
  for (const answer of opened.answers) mustBeVerified(answer);
  return { attempts: begun.perSecond, sessions: opened.perSecond };
}

async function presenting(
  consumer: Consumer | undefined,
  service: string,
  key: SigningKey,
  attempt: AttemptView,
) {
  if (!consumer) throw new Error('There are more attempts than consumers');
  const proof = { idToken: await envelopeFor(key, attempt) };
  const body = { brand: BRAND, kind: 'proof', attempt: attempt.attempt, proof };
  return requestOf(consumer, service, '/v1/sessions', body);
}

/** A session that is not verified is not what was to be opened. */
function mustBeVerified(answer: unknown): void {
  const { assurance } = sessionView.parse(answer);
  if (assurance !== 'verified') throw new Error(`A session is ${assurance}`);
}
