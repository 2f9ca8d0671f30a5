import type { AgentRole } from '@countersign/contracts';
import { type RunningMockIdp, startMockIdp } from '@countersign/mock-idp';
import { connectMockIdp, type MockIdp, type PersonInput } from '@countersign/mock-idp/control';
import { Agent } from './agent.js';
import type { House } from './house.js';
import type { Larkspur } from './larkspur.js';
import type { Line } from './socket.js';

type Role = AgentRole;
type Invited = { readonly email: string; readonly name: string; readonly role?: Role };

/** Brands whose agents sign in at the real stand-in. */
export class Desks {
  private constructor(
    private readonly house: House,
    private readonly idp: RunningMockIdp,
    readonly control: MockIdp,
  ) {}

  static async open(house: House): Promise<Desks> {
    const idp = await startMockIdp();
    return new Desks(house, idp, connectMockIdp(idp.url));
  }

  /** Lets these people answer for the brand, and makes them at the provider. */
  async staff({ view, brand }: Larkspur, agents: readonly Invited[], hostedDomain?: string): Promise<void> {
    const client = await this.control.client({
      issuer: 'google',
      name: `Desk of ${view.name}`,
      redirectUris: [`${this.house.url}/v1/agent/callback`],
      consent: 'given',
      signInByHint: true,
    });
    for (const { email, name } of agents) await this.person(email, { name });
    const agentSignIn = {
      issuer: `${this.idp.url}/google`,
      clientId: client.clientId,
      clientSecret: client.clientSecret,
      ...(hostedDomain === undefined ? {} : { hostedDomain }),
    };
    await this.house.operator.put(view.slug, { ...brand, agentSignIn, agents: [...agents] });
  }

  async person(email: string, more: Partial<PersonInput> = {}): Promise<void> {
    const id = email.toLowerCase().replace(/[^a-z0-9]/g, '-');
    await this.control.person({ id, email, emailVerified: true, issuers: ['google'], ...more });
  }

  agent(brand: string, email: string): Promise<Agent> {
    return Agent.signedIn(this.house, brand, email);
  }

  /** The line of an agent who has just signed in. */
  async line(brand: string, email: string): Promise<Line> {
    return (await this.agent(brand, email)).connect();
  }

  close(): Promise<void> {
    return this.idp.close();
  }
}
