import { createHash } from 'node:crypto';
import { type Fact, factForm } from '@countersign/claims';
import { type PushFacts, type PushFactsResult, pushFacts } from '@countersign/contracts';
import { judgePush } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { type Place, Sealer } from '../common/sealer.js';
import type { Connection } from '../connections/index.js';
import { FactsRepository } from './facts.repository.js';

const PENDING_MS = 24 * 3_600_000;

/** What a brand's server says of its consumers. The issuer comes from the connection, never from the body. */
@Injectable()
export class PushService {
  constructor(
    private readonly repository: FactsRepository,
    private readonly sealer: Sealer,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async push(connection: Connection, subject: string, body: PushFacts): Promise<PushFactsResult> {
    mustFit(connection, body);
    const consumerId = await this.addressed(connection, subject);
    const state = consumerId
      ? await this.store(connection, consumerId, body)
      : await this.hold(connection, subject, body);
    if (state === 'out_of_date') throw new DomainError('facts_out_of_date');
    return { version: body.version, state };
  }

  /** By subject; or, where the connection names a claim for it, by the consumers proven with that very value. */
  private addressed({ brandId, id, issuer, factsKey, mapping }: Connection, address: string) {
    const fact = factsKey === null ? undefined : mapping[factsKey];
    return fact === undefined
      ? this.repository.consumerOf(brandId, issuer.id, address)
      : this.repository.consumerByFact(brandId, id, fact, address);
  }

  /** Facts that came before the person did are theirs now, if the address they came by means them and nobody else. */
  async adopt(connection: Connection, address: string, consumerId: string): Promise<void> {
    const { brandId, id } = connection;
    const hash = this.sealer.blind(brandId, address);
    const sealed = await this.repository.pending(brandId, id, hash, this.clock.now());
    if (sealed === undefined || (await this.addressed(connection, address)) !== consumerId) return;
    const body = this.read(sealed, [brandId, 'pending_facts', id, hash]);
    if (!body) return;
    await this.take(connection, address, consumerId, body);
  }

  /** What waited is stored, and waits no more. */
  private async take(connection: Connection, address: string, consumerId: string, body: PushFacts) {
    const { brandId, id } = connection;
    const state = await this.store(connection, consumerId, body);
    await this.repository.dropPending(brandId, id, this.sealer.blind(brandId, address), BigInt(body.version));
    return state;
  }

  private async store(
    { brandId, id, key, brandServerLabel, issuer }: Connection,
    consumerId: string,
    body: PushFacts,
  ) {
    const now = this.clock.now();
    const facts = factsOf(body, key);
    const push = {
      brandId,
      consumerId,
      connectionId: id,
      ...versionOf(body),
      at: now,
      facts,
    };
    const state = await this.repository.push(push, () => newId(now));
    const pushed = { connection: key, issuerLabel: brandServerLabel ?? issuer.label };
    if (state === 'stored') this.events.emit('facts.changed', { brandId, consumerId, pushed });
    return state;
  }

  private async hold(connection: Connection, subject: string, body: PushFacts) {
    const { brandId, id } = connection;
    const now = this.clock.now();
    const hash = this.sealer.blind(brandId, subject);
    const place = [brandId, 'pending_facts', id, hash] as const;
    const waiting = await this.repository.pending(brandId, id, hash, now);
    const known = waiting === undefined ? undefined : this.read(waiting, place);
    const state = judgePush(known && versionOf(known), versionOf(body));
    if (state === 'out_of_date') return state;
    const pending = {
      version: BigInt(body.version),
      body: this.sealer.seal(JSON.stringify(body), place),
    };
    await this.repository.holdPending(brandId, id, hash, pending, new Date(now.getTime() + PENDING_MS));
    // Whoever was proven meanwhile has looked for what waits before it did.
    const proven = await this.addressed(connection, subject);
    return proven ? this.take(connection, subject, proven, body) : ('pending' as const);
  }

  /** Undefined: it was stored by another version, and no longer is of the form. Nobody is kept out because of that. */
  private read(sealed: string, place: Place): PushFacts | undefined {
    return pushFacts.safeParse(JSON.parse(this.sealer.open(sealed, place))).data;
  }
}

/** A fact the brand has declared has the form it was declared with. The others were tested at the door. */
function mustFit({ declared }: Connection, { facts }: PushFacts): void {
  const errors = declared.flatMap(({ name, type }) => {
    const pushed = Object.hasOwn(facts, name);
    const fits = !pushed || factForm(name, declared).safeParse(facts[name]).success;
    return fits ? [] : [{ path: `facts.${name}`, message: `is declared as ${type}` }];
  });
  if (errors.length > 0) throw new DomainError('request_malformed', { errors });
}

const versionOf = (body: PushFacts) => ({
  version: BigInt(body.version),
  bodyHash: createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
});

const factsOf = ({ facts, asOf, holdsUntil }: PushFacts, connection: string): Fact[] =>
  Object.entries(facts).map(([name, value]) => ({
    name,
    value,
    sealed: true,
    provenance: {
      source: 'brand_server',
      connection,
      at: asOf,
      ...(holdsUntil === undefined ? {} : { until: holdsUntil }),
    },
  }));
