import { type BrowserContext, test as base } from '@playwright/test';
import { Agent } from './agent.js';
import { type Operator, operatorOf } from './clients/operator.js';
import { type Person, type PersonInput, type StandIn, standInAt } from './clients/stand-in.js';
import { Clock } from './clock.js';
import { Consumer, type SignIn } from './consumer.js';
import { Fault } from './fault.js';
import { brandOf, type House, readHouse } from './house.js';
import { tagOf } from './tag.js';

/** How the tests find the app and sign in there: `use: { countersign: { … } }`. */
export type Settings = {
  /** The slug in the file of brands; the only one there need not be named. */
  readonly brand?: string;
  /** Where the app answers; default Playwright's `baseURL`. */
  readonly app?: string;
  /** Where the app sends people to its provider; default `/login`. */
  readonly signInPath?: string;
  /** How the app signs somebody in, where a path and the account chooser are not enough. */
  readonly signIn?: SignIn;
  /** The issuer of the stand-in people come from; default `google`. */
  readonly issuer?: string;
  /** What the consumer of the test is beside a name and an address. */
  readonly person?: Partial<PersonInput>;
};

export type PerWorker = { house: House; standIn: StandIn; operator: Operator };
export type PerTest = {
  countersign: Settings;
  /** A person of the stand-in nobody else knows. */
  person: Person;
  /** In front of the app, not signed in. */
  consumer: Consumer;
  /** In front of the app, signed in. */
  signedInConsumer: Consumer;
  /** Invited, in a second browser context, signed in to the workspace. */
  agent: Agent;
  /** Trouble for the logins of this test. */
  fault: Fault;
  /** Moves the time of the stand-in, the service and the pages together. */
  clock: Clock;
  /** The contexts whose pages follow the clock. */
  clockContexts: BrowserContext[];
};

const originOf = ({ app }: Settings, baseURL: string | undefined): string => {
  const address = app ?? baseURL;
  if (address === undefined) throw new Error('Where is the app? Set baseURL, or countersign: { app }.');
  return new URL(address).origin;
};

/** Each test brings its own people, named after itself, and takes them away. */
export const test = base.extend<PerTest, PerWorker>({
  countersign: [{}, { option: true }],
  house: [async ({ browserName: _ }, use) => use(readHouse()), { scope: 'worker' }],
  standIn: [async ({ house }, use) => use(standInAt(house.addresses.idp)), { scope: 'worker' }],
  operator: [async ({ house }, use) => use(operatorOf(house)), { scope: 'worker' }],
  clockContexts: async ({ browserName: _ }, use) => use([]),
  person: async ({ standIn, countersign: { issuer = 'google', person } }, use, { testId }) => {
    const tag = tagOf(testId);
    const id = `c${tag}`;
    const own = { name: `Ada ${tag}`, email: `${id}@gmail.com`, emailVerified: true, issuers: [issuer] };
    await use(await standIn.person({ ...own, ...person, id }));
    await standIn.removePerson(id);
  },
  consumer: async ({ page, context, person, countersign, baseURL, clockContexts }, use) => {
    const { signInPath = '/login', signIn } = countersign;
    clockContexts.push(context);
    await use(new Consumer(page, person, { origin: originOf(countersign, baseURL), signInPath, signIn }));
  },
  signedInConsumer: async ({ consumer }, use) => {
    await consumer.signIn();
    await use(consumer);
  },
  agent: async ({ browser, house, standIn, operator, countersign, clockContexts }, use, { testId }) => {
    const brand = brandOf(house, countersign.brand);
    const { agentDomain } = house.brands[brand] ?? {};
    const id = `a${tagOf(testId)}`;
    const hosted = agentDomain === undefined ? {} : { hd: agentDomain };
    const [name, email] = [`Noor ${id}`, `${id}@${agentDomain ?? 'gmail.com'}`];
    const person = await standIn.person({
      id,
      name,
      email,
      emailVerified: true,
      issuers: ['google'],
      ...hosted,
    });
    const invited = await operator.invite(brand, { email, name });
    const context = await browser.newContext();
    clockContexts.push(context);
    // Also where the sign-in fails: what was made is taken away.
    try {
      const at = { workspace: house.addresses.workspace, brand };
      const agent = new Agent(await context.newPage(), person, at);
      await agent.signIn();
      await use(agent);
    } finally {
      await context.close();
      await operator.removeAgent(brand, invited);
      await standIn.removePerson(id);
    }
  },
  fault: async ({ standIn, person, countersign: { issuer = 'google' } }, use) => {
    const fault = new Fault(standIn, person, issuer);
    await use(fault);
    await fault.clear();
  },
  clock: async ({ standIn, operator, clockContexts }, use) => {
    const clock = new Clock(standIn, operator, clockContexts);
    await clock.prepare();
    await use(clock);
    await clock.reset();
  },
});
