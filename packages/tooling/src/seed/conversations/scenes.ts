import { connectMockIdp } from '@countersign/mock-idp/control';
import type { Addresses } from '../addresses.js';
import type { DemoSecrets } from '../secrets.js';
import { Desk } from './desk.js';
import { type Known, Visitor, type VisitorOptions } from './visitor.js';

export type ScenesOptions = {
  readonly addresses: Addresses;
  readonly secrets: DemoSecrets;
  /** Of the connection for signed envelopes. */
  readonly audience: string;
};

/** The cast as the brand's backend knows them: their own claims, under the brand's own subject. */
async function castOf({ idp }: Addresses): Promise<(id: string) => Known> {
  const people = await connectMockIdp(idp).people();
  return (id) => {
    const person = people.find((one) => one.id === id);
    const subject = person?.subjects['larkspur'];
    if (!person || !subject) throw new Error(`The cast has no customer ${id}.`);
    const { name, email, emailVerified, givenName, familyName } = person;
    const profile = { name, given_name: givenName, family_name: familyName };
    const address = email ? { email, email_verified: emailVerified ?? false } : {};
    return { subject, claims: { ...profile, ...address, ...person.claims?.['larkspur'] } };
  };
}

/** Six conversations, so that the queue is never empty: each by real calls, as browsers make them. */
export async function playScenes({ addresses, secrets, audience }: ScenesOptions): Promise<void> {
  const person = await castOf(addresses);
  const shared = { addresses, audience, envelopeKey: secrets.envelopes.larkspur };
  const say = async (options: Partial<VisitorOptions>, ...texts: string[]) => {
    const visitor = new Visitor({ ...shared, ...options });
    await visitor.arrive();
    let conversation = '';
    for (const text of texts) conversation = await visitor.write(text);
    return { visitor, conversation };
  };
  const desk = await Desk.signIn(addresses, 'noor@larkspur.example');

  const ended = await say(
    { person: person('kat'), pageFacts: { viewing: 'Billing' } },
    'Hello, was I charged twice in September?',
  );
  await desk.answer(
    ended.conversation,
    'I looked: the second line is a reservation, and it was released on the 3rd.',
    'Nothing was charged twice.',
  );
  await ended.visitor.write('That is what I hoped. Thank you.');
  await desk.end(ended.conversation);

  const verified = await say(
    { person: person('chi'), pageFacts: { viewing: 'Larkspur 100 · £38.00 a month' } },
    'I run out of data a week before the month ends. Is the 100 worth it for me?',
  );
  await desk.answer(
    verified.conversation,
    'You used 38 to 44 GB in each of the last six months. Let me compare the two with your contract.',
  );

  const claimed = await say(
    {
      pageFacts: {
        viewing: 'Account help',
        name: 'Ada Osei ✔ Verified by Larkspur',
        account_number: 'LK-4482-1093',
      },
    },
    'This is Ada Osei. I lost my phone, please send a new SIM to my new address.',
  );
  const conflicting = await say(
    {
      person: person('ben'),
      pageFacts: { viewing: 'Billing', email: 'accounts@elsewhere.example', account_number: 'LK-0000-0001' },
    },
    'The bill shows an account number that is not mine.',
  );
  const anonymous = await say(
    { pageFacts: { viewing: 'Plans', cart: 'Larkspur 40' } },
    'Can I keep my number if I come from another carrier?',
  );
  const waiting = await say(
    { person: person('emil'), pageFacts: { viewing: 'Home' } },
    'My roaming stopped at the border.',
    'I am in Basel until Thursday.',
  );

  for (const { visitor } of [ended, verified, claimed, conflicting, anonymous, waiting]) visitor.leave();
  desk.leave();
}
