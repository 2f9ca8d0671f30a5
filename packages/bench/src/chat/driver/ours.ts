import { createHash, randomUUID } from 'node:crypto';
import { importJWK, type JWK, SignJWT } from 'jose';
import type { OurSeats } from '../wire.js';
import { Namespace } from './socket-io.js';
import { type Heard, momentIn, type Sitting, type Talk, textAt } from './talk.js';

export type Reply<Value> = { ok: true; value: Value } | { ok: false; problem: { code: string } };

function answerOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`The service answered ${reply.problem.code}`);
  return reply.value;
}

/** That this client holds its key, and the token with it. In the form of RFC 9449, section 4.2. */
async function possession(url: string, token: string, key: JWK): Promise<string> {
  const { d: _, ...jwk } = key;
  const ath = createHash('sha256').update(token).digest('base64url');
  const htu = `${url}/socket/consumer`;
  return new SignJWT({ htm: 'POST', htu, iat: Math.floor(Date.now() / 1_000), jti: randomUUID(), ath })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk })
    .sign(await importJWK(key, 'ES256'));
}

async function converse(consumer: Namespace, agent: Namespace, heard: Heard): Promise<Talk> {
  const first = { clientId: randomUUID(), conversation: null, text: 'Hello' };
  const { conversation } = answerOf(
    await consumer.ask<Reply<{ conversation: string }>>('message:send', first),
  );
  answerOf(await agent.ask('conversation:take', { conversation }));
  answerOf(await agent.ask('conversation:watch', { conversation }));
  const sent = new Map<number, number>();
  const talk: Talk = {
    say() {
      const at = performance.now();
      const text = `{"clientId":"${randomUUID()}","conversation":"${conversation}","text":"${textAt(at)}"}`;
      sent.set(consumer.send('message:send', text), at);
    },
  };
  consumer.hear({
    acknowledgement(number, text) {
      if (!text.includes('"ok":true')) return heard.failed(new Error(`the service answered ${text}`));
      const at = sent.get(number) ?? Number.NaN;
      sent.delete(number);
      heard.acknowledged(talk, at);
    },
    lost: heard.failed,
  });
  return talk;
}

/** By token and key, from a page of the brand. */
export async function comeIn(
  { url, origin }: OurSeats,
  { token, key }: OurSeats['consumers'][number],
): Promise<Namespace> {
  const auth = { token, proof: await possession(url, token, key) };
  return Namespace.open(url, '/consumer', { origin }, auth);
}

/** Proven consumers, each with a key of its own, and the agent who has taken their conversations and looks at them. */
export async function sitOurs(seats: OurSeats, heard: Heard): Promise<Sitting> {
  const { agentUrl, cookie, workspace } = seats;
  const agent = await Namespace.open(agentUrl, '/agent', { origin: workspace, cookie }, {});
  const consumers: Namespace[] = [];
  const talks: Talk[] = [];
  for (const one of seats.consumers) {
    const consumer = await comeIn(seats, one);
    consumers.push(consumer);
    talks.push(await converse(consumer, agent, heard));
  }
  agent.hear({
    event(text) {
      if (text.startsWith('42/agent,["message:new"') && text.includes('"from":"consumer"'))
        heard.seen(momentIn(text, '"text":"'));
    },
    lost: heard.failed,
  });
  return {
    talks,
    close() {
      for (const one of [...consumers, agent]) one.close();
    },
  };
}
