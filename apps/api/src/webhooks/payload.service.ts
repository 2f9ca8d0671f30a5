import type { Fact } from '@countersign/claims';
import { Injectable } from '@nestjs/common';
import { CardsRepository } from '../conversations/index.js';
import { FactsReader } from '../facts/index.js';
import { type Delivery, type Refs, TEST_TYPE } from './delivery.js';
import type { Endpoint } from './endpoint.js';
import { PayloadRepository } from './payload.repository.js';

type Told = Pick<Delivery, 'type' | 'at' | 'conversationId' | 'consumerId' | 'refs'>;

/**
 * What an endpoint is sent: `type`, `timestamp` and `data`, as Standard Webhooks says. Ids and provenance; values and
 * texts where it was set up so. Read when it is sent: nothing of it is kept beside what it is about, so who is erased is
 * in no log, and a late try tells what holds, each fact with its time.
 */
@Injectable()
export class PayloadService {
  constructor(
    private readonly repository: PayloadRepository,
    private readonly facts: FactsReader,
    private readonly cards: CardsRepository,
  ) {}

  async bodyFor(endpoint: Endpoint, told: Told): Promise<string> {
    return JSON.stringify({
      type: told.type,
      timestamp: told.at.toISOString(),
      data: await this.dataFor(endpoint, told),
    });
  }

  private async dataFor(
    endpoint: Endpoint,
    { type, conversationId, consumerId, refs }: Told,
  ): Promise<object> {
    if (type === TEST_TYPE)
      return { webhook: endpoint.id, text: 'Sent from the workspace to try this endpoint out.' };
    const { brandId } = endpoint;
    const { session, agent, from, until, assurance, renewed, reason, source } = refs;
    return {
      ...(conversationId === null ? {} : { conversation: conversationId }),
      consumer: await this.consumerOf(brandId, consumerId),
      ...(refs.connection === undefined
        ? {}
        : { connection: await this.repository.connectionKey(brandId, refs.connection) }),
      ...{ session, agent, from, assurance, renewed, reason, source },
      ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
      ...(type === 'facts.changed' ? { facts: await this.factsOf(endpoint, consumerId, refs) } : {}),
      ...(type === 'card.changed' ? { card: await this.cardOf(endpoint, refs) } : {}),
      ...(type === 'message.created' ? { message: await this.messageOf(endpoint, refs) } : {}),
    };
  }

  /** Null: nobody is proven. Without issuer and subject: they were erased. */
  private async consumerOf(brandId: string, id: string | null): Promise<object | null> {
    return id === null ? null : { id, ...(await this.repository.consumer(brandId, id)) };
  }

  private async factsOf(
    { brandId, facts }: Endpoint,
    consumerId: string | null,
    { connection, source }: Refs,
  ) {
    if (consumerId === null || connection === undefined) return [];
    const key = await this.repository.connectionKey(brandId, connection);
    const all = await this.facts.ofConsumer(brandId, consumerId);
    const told = all.filter(
      ({ provenance }) => provenance.source === source && provenance.connection === key,
    );
    return facts ? told : told.map(withoutValue);
  }

  /** As it stood when it was told. What it says is made of facts, and goes where they go. */
  private async cardOf({ brandId, facts }: Endpoint, { card: id, kind, state }: Refs): Promise<object> {
    const found = facts && id !== undefined ? await this.cards.byId(brandId, id) : undefined;
    if (!found) return { id, kind, state };
    const { body, choice, outcome } = found;
    return { id, kind, state, body, choice, outcome };
  }

  private async messageOf({ brandId, texts }: Endpoint, { message, line }: Refs): Promise<object> {
    const found = message === undefined ? undefined : await this.repository.message(brandId, message);
    if (!found) return { number: line };
    const { number, from, agentId, at, text, stampAssurance, stampIssuer } = found;
    return {
      ...{ number, from, at: at.toISOString() },
      ...(agentId === null ? {} : { agent: agentId }),
      /** How sure we were of its sender when it was stored. */
      stamp: { assurance: stampAssurance, issuer: stampIssuer },
      ...(texts ? { text } : {}),
    };
  }
}

const withoutValue = ({ value: _, ...rest }: Fact): Omit<Fact, 'value'> => rest;
