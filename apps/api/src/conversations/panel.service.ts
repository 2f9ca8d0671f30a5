import type { IdentityPanel } from '@countersign/contracts';
import { askable, panelFacts } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { type LiveAgent, leads } from '../agents/index.js';
import { BrandsService } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { FactsReader } from '../facts/index.js';
import { type LiveSession, SessionGate } from '../identity/index.js';
import { type Conversation, factsOf, otherEndOf } from './conversation.js';
import { HistoryRepository } from './history.repository.js';
import { RequestsService } from './requests.service.js';

type Viewer = Pick<LiveAgent, 'agentId' | 'role'>;
type Facts = Pick<IdentityPanel, 'sealed' | 'profile' | 'page' | 'conflicts'>;

const none: Facts = { sealed: [], profile: [], page: [], conflicts: [] };

/** An agent gets facts only while they have the conversation and it is open. Leads may look; each look is audited. */
export const seesFacts = ({ state, agent }: Conversation, viewer: Viewer): boolean =>
  leads(viewer) || (state !== 'ended' && agent?.id === viewer.agentId);

/** What stands beside a conversation. */
@Injectable()
export class PanelService {
  constructor(
    private readonly sessions: SessionGate,
    private readonly facts: FactsReader,
    private readonly history: HistoryRepository,
    private readonly requests: RequestsService,
    private readonly brands: BrandsService,
    private readonly clock: Clock,
  ) {}

  async of(conversation: Conversation, viewer: Viewer): Promise<IdentityPanel> {
    const { brandId, id, sessionId } = conversation;
    const visible = seesFacts(conversation, viewer);
    const session = await this.sessions.peek(brandId, sessionId);
    const history = await this.history.of(brandId, id);
    const request = await this.requests.openOf(brandId, id);
    const facts = visible && session ? await this.factsOf(session) : none;
    return {
      conversation: id,
      who: whoOf(session),
      ...facts,
      history,
      cards: (await this.brands.carriesOut(brandId)) ? { stepUp: [...(session?.stepUpFor ?? [])] } : null,
      visible,
      attempt: visible ? (session?.attemptId ?? null) : null,
      mayRequest: request === null ? mayRequest(conversation, session, viewer) : null,
      request,
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

/** Whoever has the conversation may ask, where there is somebody to be asked. */
const mayRequest = (
  conversation: Conversation,
  session: LiveSession | undefined,
  { agentId }: Viewer,
): IdentityPanel['mayRequest'] => {
  if (!session || conversation.agent?.id !== agentId) return null;
  const otherEnd = otherEndOf({ conversation, speaker: session });
  return askable(factsOf(conversation), otherEnd, session.stepUp !== null);
};

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
