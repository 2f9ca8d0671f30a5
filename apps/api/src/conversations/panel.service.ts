import type { IdentityPanel } from '@countersign/contracts';
import { panelFacts } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { type LiveAgent, leads } from '../agents/index.js';
import { Clock } from '../common/clock.js';
import { FactsReader } from '../facts/index.js';
import { type LiveSession, SessionGate } from '../identity/index.js';
import type { Conversation } from './conversation.js';
import { HistoryRepository } from './history.repository.js';

type Viewer = Pick<LiveAgent, 'agentId' | 'role'>;
type Facts = Pick<IdentityPanel, 'sealed' | 'profile' | 'page' | 'conflicts'>;

const none: Facts = { sealed: [], profile: [], page: [], conflicts: [] };

/** An agent gets facts only while they have the conversation and it is open. Leads may look; each look is audited. */
export const seesFacts = ({ state, agent }: Conversation, viewer: Viewer): boolean =>
  leads(viewer as LiveAgent) || (state !== 'ended' && agent?.id === viewer.agentId);

/** What stands beside a conversation. */
@Injectable()
export class PanelService {
  constructor(
    private readonly sessions: SessionGate,
    private readonly facts: FactsReader,
    private readonly history: HistoryRepository,
    private readonly clock: Clock,
  ) {}

  async of(conversation: Conversation, viewer: Viewer): Promise<IdentityPanel> {
    const { brandId, id, sessionId } = conversation;
    const visible = seesFacts(conversation, viewer);
    const session = await this.sessions.peek(brandId, sessionId);
    const history = await this.history.of(brandId, id);
    const facts = visible && session ? await this.factsOf(session) : none;
    return {
      conversation: id,
      who: whoOf(session),
      ...facts,
      history,
      visible,
      attempt: visible ? (session?.attemptId ?? null) : null,
      mayRequest: null,
      request: null,
    };
  }

  private async factsOf({ brandId, consumerId, sessionId }: LiveSession): Promise<Facts> {
    const verified = consumerId === null ? [] : await this.facts.ofConsumer(brandId, consumerId);
    const page = await this.facts.ofPage(brandId, sessionId);
    const facts = panelFacts(verified, page, this.clock.now());
    return {
      sealed: [...facts.sealed],
      profile: [...facts.profile],
      page: [...facts.page],
      conflicts: [...facts.conflicts],
    };
  }
}

/** A proof that was withdrawn, or gave way to another, held until then and no longer. */
export const heldUntil = ({
  holdsUntil,
  endedAt,
}: Pick<LiveSession, 'holdsUntil' | 'endedAt'>): Date | null =>
  holdsUntil !== null && endedAt !== null && endedAt < holdsUntil ? endedAt : holdsUntil;

/** A session's row is never deleted while a conversation names it; without one nothing is claimed of anybody. */
const whoOf = (session: LiveSession | undefined): IdentityPanel['who'] => ({
  name: session?.displayName ?? null,
  nameSealed: session?.nameSealed ?? false,
  assurance: session?.assurance ?? 'ended',
  issuer: session?.issuerUrl ?? null,
  issuerLabel: session?.issuerLabel ?? null,
  connectionLabel: session?.connectionLabel ?? '',
  relaxed: [...(session?.relaxed ?? [])],
  verifiedAt: session?.verifiedAt?.toISOString() ?? null,
  holdsUntil: (session ? heldUntil(session) : null)?.toISOString() ?? null,
  authenticatedAt: session?.authenticatedAt?.toISOString() ?? null,
  acr: session?.acr ?? null,
});
