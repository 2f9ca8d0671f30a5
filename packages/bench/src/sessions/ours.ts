import { type AttemptView, attemptView, type SessionView, sessionView } from '@countersign/contracts';
import type { SigningKey } from '../verify/signing.js';
import { BRAND, CONNECTION, envelopeFor } from './brand.js';
import { type Consumer, makeConsumer, requestOf } from './consumer.js';
import type { Load } from './load.js';

type Opened = { readonly consumer: Consumer; readonly view: SessionView };
export type Batch = {
  readonly attempts: number;
  readonly sessions: number;
  readonly opened: readonly Opened[];
};

const manyOf = <Value>(count: number, each: (index: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => each(index)));

/** New consumers who begin an attempt each, then present an envelope each: both are measured. */
export async function openOurs(
  load: Load,
  service: string,
  key: SigningKey,
  count: number,
  brand = BRAND,
): Promise<Batch> {
  const consumers = await manyOf(count, makeConsumer);
  const begin = { brand, connection: CONNECTION, reason: 'first' };
  const beginnings = await Promise.all(
    consumers.map((consumer) => requestOf(consumer, service, '/v1/attempts', begin)),
  );
  const begun = await load.send(beginnings);
  const attempts = begun.answers.map((answer) => attemptView.parse(answer));
  const requests = await Promise.all(
    attempts.map((attempt, index) => presenting(consumers[index], service, key, attempt, brand)),
  );
  const presented = await load.send(requests);
  const views = presented.answers.map(verified);
  const opened = consumers.flatMap((consumer, index) => {
    const view = views[index];
    return view ? [{ consumer, view }] : [];
  });
  return { attempts: begun.perSecond, sessions: presented.perSecond, opened };
}

async function presenting(
  consumer: Consumer | undefined,
  service: string,
  key: SigningKey,
  attempt: AttemptView,
  brand: string,
) {
  if (!consumer) throw new Error('There are more attempts than consumers');
  const proof = { idToken: await envelopeFor(key, attempt) };
  const body = { brand, kind: 'proof', attempt: attempt.attempt, proof };
  return requestOf(consumer, service, '/v1/sessions', body);
}

/** A session that is not verified is not what was to be opened. */
function verified(answer: unknown): SessionView {
  const view = sessionView.parse(answer);
  if (view.assurance !== 'verified') throw new Error(`A session is ${view.assurance}`);
  return view;
}
