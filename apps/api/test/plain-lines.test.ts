import { randomUUID } from 'node:crypto';
import { createPrisma, type PrismaClient } from '@countersign/database';
import { assuranceAt, mayAnswer, mayReach, mayWrite } from '@countersign/protocol';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Rounds } from '../dist/common/rounds.js';
import { PlainLinesRepository } from '../dist/conversations/plain/plain-lines.repository.js';
import { type House, openHouse } from './house/house.js';
import { implicit, makeLarkspur, ORIGIN } from './house/larkspur.js';

const NOW = new Date('2026-11-28T12:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const anonymous = { verifiedAt: null, holdsUntil: null, endedAt: null, endReason: null };
const held = (from: number, until: number) => ({
  ...anonymous,
  verifiedAt: later(from),
  holdsUntil: later(until),
});
/** A session at every age, and on each side of every border. */
const AGES = {
  anonymous,
  verified: held(-10, 50),
  'the last moment of verified': { ...held(-48, 12), verifiedAt: new Date(later(-48).getTime() + 1) },
  'the first of due': held(-48, 12),
  due: held(-50, 10),
  'the first of stale': held(-60, 0),
  stale: held(-65, -5),
  over: held(-80, -20),
  'ended anonymous': { ...anonymous, endedAt: later(-1), endReason: 'signed_out' },
  'ended verified': { ...held(-10, 50), endedAt: later(-1), endReason: 'signed_out' },
  revoked: { ...held(-10, 50), endedAt: later(-1), endReason: 'revoked' },
} as const;
type Age = keyof typeof AGES;

const all = {
  from: ['consumer', 'agent'],
  state: ['waiting', 'taken', 'ended'],
  owner: ['nobody', 'ada'],
  who: ['nobody', 'ada', 'grace'],
  age: Object.keys(AGES) as Age[],
  minimum: ['anonymous', 'verified'],
  offered: [false, true],
  family: ['same', 'other'],
  speaks: ['this', 'another'],
  repeated: [false, true],
  agent: ['assigned', 'another', 'removed', 'signed out', 'idle'],
} as const;
type Case = { readonly [Key in keyof typeof all]: (typeof all)[Key][number] };

/** The same cases each time, spread over all there are. */
function* cases(): Generator<Case> {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  for (let count = 0; count < 4_000; count += 1) {
    const picked = Object.entries(all).map(([key, values]) => [key, values[random(values.length)]]);
    const one = Object.fromEntries(picked) as Case;
    // Nobody is proven without a proof.
    const proven = AGES[one.age].verifiedAt !== null;
    if ((one.who === 'nobody') === proven) continue;
    // What is plain is rare by chance: half of the cases differ from it in a thing or two.
    yield count % 2 === 0 ? one : usual(one, random);
  }
}

const usual = (one: Case, random: (below: number) => number): Case => {
  const kept = random(3) === 0;
  return {
    ...one,
    owner: one.who === 'grace' ? one.owner : one.who,
    state: one.from === 'agent' ? 'taken' : one.state,
    offered: false,
    family: 'same',
    speaks: 'this',
    repeated: kept && one.repeated,
    agent: kept ? one.agent : 'assigned',
  };
};

let house: House;
let database: PrismaClient;
let brandId: string;
const connections = { anonymous: '', verified: '' };
beforeAll(async () => {
  house = await openHouse();
  // They go by the clock on the wall, and would end and take back what the cases say of another time.
  house.app.get(Rounds).onApplicationShutdown();
  await makeLarkspur(house, [implicit('open'), implicit('known', { minimum: 'verified' })]);
  database = createPrisma(inject('adminUrl').replace(/\/[^/]+$/, new URL(house.databaseUrl).pathname));
  const rows = await database.connection.findMany();
  for (const { id, key, brandId: brand } of rows) {
    brandId = brand;
    connections[key === 'open' ? 'anonymous' : 'verified'] = id;
  }
});
afterAll(async () => {
  await database.$disconnect();
  await house.close();
});

async function people() {
  const issuer = await database.issuer.findFirstOrThrow();
  const consumer = (subject: string) => ({
    brandId,
    id: randomUUID(),
    issuerId: issuer.id,
    subject,
    nameSealed: false,
    createdAt: NOW,
  });
  const ada = consumer('ada');
  const grace = consumer('grace');
  await database.consumer.createMany({ data: [ada, grace] });
  const agent = (name: string, removedAt: Date | null) => ({
    brandId,
    id: randomUUID(),
    email: `${name}@larkspur.example`,
    name,
    role: 'agent',
    invitedAt: NOW,
    removedAt,
  });
  const agents = {
    assigned: agent('Noor', null),
    removed: agent('Otto', later(-1)),
    another: agent('Kim', null),
  };
  await database.agent.createMany({ data: Object.values(agents) });
  const desk = (agentId: string, more: { endedAt?: Date; lastSeenAt?: Date } = {}) => ({
    brandId,
    id: randomUUID(),
    agentId,
    hash: randomUUID(),
    openedAt: later(-60),
    lastSeenAt: NOW,
    endsAt: later(60),
    ...more,
  });
  const desks = {
    assigned: desk(agents.assigned.id),
    another: desk(agents.another.id),
    removed: desk(agents.removed.id),
    'signed out': desk(agents.assigned.id, { endedAt: later(-1) }),
    idle: desk(agents.assigned.id, { lastSeenAt: later(-31) }),
  };
  await database.agentSession.createMany({ data: Object.values(desks) });
  return { issuer, ada, grace, agents, desks };
}

test('a line goes the short way exactly where the rules let it be said, with their stamp', async () => {
  const { issuer, ada, grace, agents, desks } = await people();
  const made = [...cases()].map((one) => {
    const conversationId = randomUUID();
    const familyId = randomUUID();
    const consumerId = { nobody: null, ada: ada.id, grace: grace.id }[one.who];
    const session = {
      brandId,
      id: randomUUID(),
      connectionId: connections[one.minimum],
      consumerId,
      keyThumbprint: randomUUID(),
      origin: ORIGIN,
      openedAt: later(-90),
      familyId: one.family === 'same' ? familyId : randomUUID(),
      ...AGES[one.age],
    };
    const conversation = {
      brandId,
      id: conversationId,
      sessionId: session.id,
      consumerId: one.owner === 'ada' ? ada.id : null,
      state: one.state,
      agentId: one.state === 'waiting' ? null : agents[one.agent === 'removed' ? 'removed' : 'assigned'].id,
      lastNumber: 1,
      openedAt: later(-90),
      familyId,
      offeredTo: one.offered ? randomUUID() : null,
    };
    const line = {
      brandId,
      conversationId,
      from: one.from,
      sessionId:
        one.from === 'agent' ? desks[one.agent].id : one.speaks === 'this' ? session.id : randomUUID(),
      agentId: one.from === 'agent' ? desks[one.agent].agentId : null,
      clientId: `client-${conversationId}`,
      socketId: 'socket',
      text: 'Good morning.',
    };
    return { one, session, conversation, line };
  });
  await database.session.createMany({ data: made.map(({ session }) => session) });
  await database.conversation.createMany({ data: made.map(({ conversation }) => conversation) });
  await database.message.createMany({
    data: made.map(({ one, line, conversation }) => ({
      brandId,
      id: randomUUID(),
      conversationId: conversation.id,
      number: 1,
      from: one.from,
      text: 'Good morning.',
      at: later(-1),
      clientId: one.repeated ? line.clientId : null,
      stampAssurance: 'anonymous',
    })),
  });

  const expected = made.map(({ one, session, conversation }) => {
    const assurance = assuranceAt(session, NOW);
    const facts = { state: one.state, agent: conversation.agentId, verified: one.owner === 'ada' };
    const owns =
      conversation.consumerId === session.consumerId &&
      (conversation.consumerId !== null || (one.family === 'same' && !one.offered));
    const byConsumer =
      owns && one.speaks === 'this' && !mayWrite(facts, assurance, one.minimum) && !one.offered;
    const here = one.agent === 'assigned' || one.agent === 'another';
    const byAgent =
      here &&
      !mayAnswer(facts, desks[one.agent].agentId) &&
      !mayReach({ assurance, offered: one.offered }, false);
    const plain = !one.repeated && (one.from === 'consumer' ? byConsumer : byAgent);
    const issuerLabel = one.who === 'nobody' ? null : issuer.label;
    return plain ? { number: 2, stamp: { assurance, issuerLabel } } : undefined;
  });

  house.app.get(PlainLinesRepository)['clock'].now = () => NOW;
  const stored = await house.app.get(PlainLinesRepository).store(
    brandId,
    made.map(({ line }) => line),
  );
  const seen = stored.map((message) => message && { number: message.number, stamp: message.stamp });
  for (const [at, { one }] of made.entries())
    expect({ one, stored: seen[at] }).toEqual({ one, stored: expected[at] });
  const plain = made.filter((_, at) => expected[at] !== undefined);
  expect(
    new Set(plain.map(({ one }) => `${one.from} ${one.who} ${assuranceAt(AGES[one.age], NOW)}`)),
  ).toEqual(
    new Set([
      ...['consumer', 'agent'].flatMap((from) => [
        `${from} nobody anonymous`,
        `${from} ada verified`,
        `${from} ada due`,
      ]),
      // An agent answers whoever speaks, whatever the conversation was before.
      'agent grace verified',
      'agent grace due',
    ]),
  );
});
