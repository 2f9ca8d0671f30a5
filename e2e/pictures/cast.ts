import type { AgentRole } from '@countersign/contracts';
import type { Browser, BrowserContext } from '@playwright/test';
import { Agent } from '../fixtures/agent.js';
import { Consumer } from '../fixtures/consumer.js';
import { operatorOf } from '../fixtures/operator.js';
import { type Customer, googleSubjectOf, makeCustomer } from '../fixtures/people.js';
import { test as base } from '../fixtures/test.js';
import { under } from '../fixtures/world.js';

const wide = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;
const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

export type Cast = {
  /** A customer of Larkspur by this name. */
  customer(name: string, id?: string): Promise<Customer>;
  /** In a browser of their own, in front of Larkspur's shop. */
  visitor(): Promise<Consumer>;
  /** Invited and signed in at a brand, in a browser of their own. */
  colleague(name: string, role?: AgentRole, brand?: 'larkspur' | 'juniper'): Promise<Agent>;
};

/** People as they are called in life: whoever looks at a picture reads their names. */
export const test = base.extend<{ cast: Cast }>({
  cast: async ({ browser, agentsBrowser, world, idp }, use) => {
    const contexts: BrowserContext[] = [];
    const people = new Set<string>();
    const open = async (where: Browser) => {
      const context = await where.newContext(wide);
      contexts.push(context);
      return context.newPage();
    };
    await use({
      async customer(name, id = idOf(name)) {
        people.add(id);
        return makeCustomer(idp, id, name);
      },
      async visitor() {
        return new Consumer(await open(browser), under(world.brandSite, 'larkspur.localhost'));
      },
      async colleague(name, role = 'agent', brand = 'larkspur') {
        const [givenName = name, familyName = ''] = name.split(' ');
        const domain = `${brand}.example`;
        const email = `${name.toLowerCase().replaceAll(' ', '.')}@${domain}`;
        const staff = { id: idOf(name), name, email };
        await idp.person({
          ...staff,
          givenName,
          familyName,
          emailVerified: true,
          hd: domain,
          issuers: ['google'],
          // Who comes again in another test is the same person.
          subjects: { google: googleSubjectOf(idOf(name)) },
        });
        people.add(staff.id);
        await operatorOf(world).invite(brand, { email, name, role });
        const agent = new Agent(await open(agentsBrowser), world.workspace, staff);
        await agent.comeIn(world.api, brand);
        return agent;
      },
    });
    for (const context of contexts) await context.close();
    for (const id of people) await idp.removePerson(id);
  },
});

export { expect } from '../fixtures/test.js';
