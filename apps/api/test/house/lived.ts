import { randomUUID } from 'node:crypto';
import { type AttachmentLink, foundConsumer, type Message } from '@countersign/contracts';
import { take } from './agent.js';
import { proposed, records, upgrade } from './carded.js';
import { Consumer } from './consumer.js';
import type { Desks } from './desks.js';
import { pdf, png, upload } from './files.js';
import type { House } from './house.js';
import { ISSUER, type Larkspur } from './larkspur.js';
import type { Line } from './socket.js';

/** Somebody of whom a word of their own is in all that is kept. */
export type Known = {
  readonly id: string;
  readonly conversation: string;
  readonly word: string;
  /** What was proven, pushed, said and sent, each with the word in it. */
  readonly said: readonly string[];
  /** By what the service knows them, their sessions, their conversation and their files: chance, and nothing of theirs. */
  readonly ids: readonly string[];
  /** Of their browser's key. */
  readonly browser: string;
  /** What lies in the store. */
  readonly contents: readonly Buffer[];
};

const sent = (consumer: Consumer, conversation: string, attachment: string, text: string) =>
  consumer.line.get<Message>('message:send', { clientId: randomUUID(), conversation, text, attachment });

async function pushed(house: House, subject: string, version: number, facts: object): Promise<void> {
  const key = await house.operator.apiKey('larkspur', ['site'], ['facts:write']);
  const answer = await fetch(`${house.url}/v1/connections/site/consumers/${subject}/facts`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version, asOf: house.now().toISOString(), facts }),
  });
  if (!answer.ok) throw new Error(`Facts were not taken: ${await answer.text()}`);
}

const offersTo = (word: string) => records.offers.map((offer) => ({ ...offer, why: `${word} reason` }));

/** A document as it was sent, and a picture as it is kept. */
async function files(consumer: Consumer, conversation: string, word: string) {
  const document = pdf(`${word} in a document`);
  const bill = await upload(consumer, document, { name: `${word}-bill.pdf`, conversation });
  await sent(consumer, conversation, bill.id, '');
  // Like nobody else's.
  const picture = await png({ width: 300 + word.charCodeAt(0), height: 200 });
  const photo = await upload(consumer, picture, { name: `${word}.png`, conversation });
  await sent(consumer, conversation, photo.id, `${word} with a picture`);
  const link = await consumer.line.get<AttachmentLink>('attachment:open', { attachment: photo.id });
  const kept = Buffer.from(await (await fetch(link.url)).arrayBuffer());
  return { ids: [bill.id, photo.id], contents: [document, kept] };
}

/** What an agent proposes, with a reason that is theirs alone, and they say no to. */
async function declined(consumer: Consumer, mara: Line, conversation: string): Promise<string> {
  const { id } = await proposed(mara, conversation, upgrade);
  await consumer.line.get('card:answer', { card: id, answer: 'decline' });
  return id;
}

/** Comes as a stranger, is proven, talks, is proposed something, sends files, and is talked of by an agent, a page and the brand's server. */
export async function live(house: House, larkspur: Larkspur, desks: Desks, word: string): Promise<Known> {
  const guest = await Consumer.anonymous(house, larkspur);
  await guest.line.get('page:facts', { facts: { viewing: `${word} before` } });
  const { conversation } = await guest.say(`${word} anonymously`);
  const mara = await desks.line('larkspur', 'mara@gmail.com');
  await take(mara, conversation);
  const subject = `${word}-sub`;
  const claims = { sub: subject, name: `${word} Name`, account_number: `${word}-account` };
  const known = await guest.proves(larkspur, claims);
  await known.line.get('conversation:merge', { conversation, accept: true });
  await known.say(`${word} signed in`, conversation);
  const answered = { clientId: randomUUID(), conversation, text: `${word} answered` };
  await mara.get('message:send', answered);
  await known.line.get('page:facts', { facts: { viewing: `${word} page` } });
  await pushed(house, subject, 1, { plan: `${word} former`, package: records.package });
  await pushed(house, subject, 2, { plan: `${word} plan`, package: records.package, offers: offersTo(word) });
  const card = await declined(known, mara, conversation);
  const stored = await files(known, conversation, word);
  for (const line of [mara, known.line]) line.close();
  const query = new URLSearchParams({ issuer: ISSUER, subject });
  const { id } = (await house.operator.call('GET', `larkspur/consumers?${query}`)).as(foundConsumer);
  return {
    id,
    conversation,
    word,
    said: [
      '-sub',
      ' Name',
      '-account',
      ' plan',
      ' former',
      ' reason',
      ' page',
      ' anonymously',
      ' signed in',
      ' answered',
      '-bill.pdf',
    ].map((rest) => `${word}${rest}`),
    ids: [id, conversation, guest.session.session, known.session.session, card, ...stored.ids],
    browser: known.page.thumbprint,
    contents: stored.contents,
  };
}
