import { type ConsumerFacts, pageNote } from '@countersign/contracts';
import { panelFacts } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { FactsReader } from '../facts/index.js';
import { type LiveSession, SessionGate } from '../identity/index.js';
import { type ConsumerRow, ConsumersRepository } from './consumers.repository.js';

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** What is known of a consumer, each with where it comes from, and what a page says never among what is verified. */
@Injectable()
export class KnownService {
  constructor(
    private readonly consumers: ConsumersRepository,
    private readonly facts: FactsReader,
    private readonly sessions: SessionGate,
    private readonly clock: Clock,
  ) {}

  /** @param by the connections whose word is asked for; without it, all of the brand's */
  async of(brandId: string, id: string, by?: readonly string[]): Promise<ConsumerFacts> {
    const consumer = await this.consumers.byId(brandId, id);
    if (!consumer) throw new DomainError('consumer_not_found');
    const counts = (connection: string | undefined) =>
      by === undefined || (connection !== undefined && by.includes(connection));
    const all = await this.facts.ofConsumer(brandId, id);
    const verified = all.filter(({ provenance }) => counts(provenance.connection));
    const live = (await this.live(brandId, id)).filter(({ connectionKey }) => counts(connectionKey));
    const said = await Promise.all(
      live.map(async ({ sessionId }) =>
        (await this.facts.ofPage(brandId, sessionId)).map((fact) => ({ session: sessionId, fact })),
      ),
    );
    const page = said.flat();
    const now = this.clock.now();
    const { sealed, profile, conflicts } = panelFacts(
      verified,
      page.map(({ fact }) => fact),
      now,
    );
    return {
      consumer: named(consumer),
      at: now.toISOString(),
      verified: [...sealed, ...profile],
      page: { note: pageNote, facts: page },
      conflicts: [...conflicts],
      sessions: live.map(viewOf),
    };
  }

  /** In all their browsers. What has run out by now is none, whoever has noted it. */
  async live(brandId: string, id: string): Promise<readonly LiveSession[]> {
    const rows = await this.consumers.sessionsOf(brandId, id);
    const open = rows.filter(({ endedAt }) => endedAt === null).map((row) => row.id);
    const found = await this.sessions.peekAll(brandId, open);
    return [...found.values()].filter(({ assurance }) => assurance !== 'ended' && assurance !== 'revoked');
  }
}

const named = ({ id, issuer, subject }: ConsumerRow) => ({ id, issuer, subject });

const viewOf = (session: LiveSession): ConsumerFacts['sessions'][number] => ({
  id: session.sessionId,
  connection: session.connectionKey,
  assurance: session.assurance,
  openedAt: session.openedAt.toISOString(),
  verifiedAt: iso(session.verifiedAt),
  holdsUntil: iso(session.holdsUntil),
});
