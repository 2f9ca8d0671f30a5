import type {
  ConsumerExport,
  CustomerDetail,
  CustomerList,
  CustomerSummary,
  ErasedView,
  IdentityEvent,
} from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import type { LiveAgent } from '../agents/index.js';
import { AuditRepository } from '../audit/index.js';
import { DomainError } from '../common/domain-error.js';
import { FactsReader } from '../facts/index.js';
import { LogoutService, SessionGate } from '../identity/index.js';
import { ConsumersService } from './consumers.service.js';
import { type Customer, CustomersRepository } from './customers.repository.js';
import { KnownService } from './known.service.js';

/** Customers as leads see them. Whoever looks at one is written down. */
@Injectable()
export class CustomersService {
  constructor(
    private readonly repository: CustomersRepository,
    private readonly known: KnownService,
    private readonly facts: FactsReader,
    private readonly consumers: ConsumersService,
    private readonly sessions: SessionGate,
    private readonly logout: LogoutService,
    private readonly audit: AuditRepository,
  ) {}

  async list({ brandId }: LiveAgent, search: string): Promise<CustomerList> {
    if (search === '') {
      const latest = await this.repository.latest(brandId);
      return { customers: latest.map(summaryOf), namesLimited: false };
    }
    const [subjects, addressed, named] = await Promise.all([
      this.repository.bySubject(brandId, search),
      this.repository.byAddress(brandId, search),
      this.repository.byName(brandId, search),
    ]);
    const all = new Map([...addressed, ...subjects, ...named.found].map((one) => [one.id, one]));
    return { customers: [...all.values()].map(summaryOf), namesLimited: named.limited };
  }

  async look({ brandId, agentId }: LiveAgent, id: string): Promise<CustomerDetail> {
    const customer = await this.repository.byId(brandId, id);
    if (!customer) throw new DomainError('consumer_not_found');
    // Written down first: nobody has seen anything that is not.
    await this.audit.add(brandId, {
      actor: `agent ${agentId}`,
      action: 'customer_seen',
      detail: { consumer: id },
    });
    const [facts, former, formerPages, conversations, history] = await Promise.all([
      this.known.of(brandId, id),
      this.facts.formerOf(brandId, id),
      this.formerPages(brandId, id),
      this.repository.conversationsOf(brandId, id),
      this.repository.historyOf(brandId, id),
    ]);
    return {
      customer: summaryOf(customer),
      facts,
      former,
      formerPages,
      conversations: conversations.map(({ id, state, openedAt, endedAt, lastNumber }) => ({
        ...{ id, state: state as CustomerDetail['conversations'][number]['state'] },
        openedAt: openedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        messages: lastNumber,
      })),
      history: history.map(({ kind, at, issuerLabel, connectionKey, reason, attemptId }) => ({
        ...{
          kind: kind as IdentityEvent['kind'],
          at: at.toISOString(),
          issuerLabel,
          connection: connectionKey,
        },
        reason: reason as IdentityEvent['reason'],
        attempt: attemptId,
      })),
    };
  }

  /** A session that is renewed goes on by another, to which the page says the same again: that is told once. */
  private async formerPages(brandId: string, id: string): Promise<CustomerDetail['formerPages']> {
    const sessions = await this.repository.formerSessionsOf(brandId, id);
    const said = await Promise.all(sessions.map((session) => this.facts.ofPage(brandId, session.id)));
    const words = said.map((facts) => JSON.stringify(facts.map(({ name, value }) => [name, value])));
    return sessions.flatMap(({ id: session, openedAt, endedAt }, index) =>
      words[index] === words[index - 1]
        ? []
        : [
            {
              session,
              openedAt: openedAt.toISOString(),
              endedAt: (endedAt ?? openedAt).toISOString(),
              facts: [...(said[index] ?? [])],
            },
          ],
    );
  }

  export({ brandId, agentId }: LiveAgent, id: string): Promise<ConsumerExport> {
    return this.consumers.export(brandId, id, `agent ${agentId}`);
  }

  erase({ brandId, agentId }: LiveAgent, id: string): Promise<ErasedView> {
    return this.consumers.erase(brandId, id, `agent ${agentId}`);
  }

  async signOut({ brandId, agentId }: LiveAgent, id: string): Promise<{ ended: number }> {
    if (!(await this.repository.byId(brandId, id))) throw new DomainError('consumer_not_found');
    const open = await this.repository.openSession(brandId, id);
    const session = open === undefined ? undefined : await this.sessions.peek(brandId, open);
    return { ended: session ? await this.logout.byAgent(session, agentId) : 0 };
  }
}

const summaryOf = ({
  id,
  name,
  nameSealed,
  subject,
  issuerLabel,
  createdAt,
  here,
}: Customer): CustomerSummary => ({
  ...{ id, name, nameSealed, subject, issuerLabel, here },
  since: createdAt.toISOString(),
});
