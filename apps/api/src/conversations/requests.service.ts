import type { IdentityRequest, RequestIdentity } from '@countersign/contracts';
import { askable, canProve, type Demands, mayAnswer } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import type { LiveAgent } from '../agents/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { FreshnessService, type LiveSession, type Speaker } from '../identity/index.js';
import { belongsTo, factsOf, otherEndOf, systemLine } from './conversation.js';
import { ConversationsRepository } from './conversations.repository.js';
import { eventOf, requested } from './identity-events.js';
import { refuseFor } from './refusal.js';
import { type OpenRequest, type Outcome, RequestsRepository, toRequest } from './requests.repository.js';
import type { Transcript } from './transcript.repository.js';
import { WritingRepository } from './writing.repository.js';

/** Somebody asks the consumer to prove who they are: an agent, or an act that wants it freshly proven. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly requests: RequestsRepository,
    private readonly conversations: ConversationsRepository,
    private readonly writing: WritingRepository,
    private readonly freshness: FreshnessService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async ask({ brandId, agentId, name }: LiveAgent, { conversation, kind }: RequestIdentity): Promise<null> {
    return this.writing.write(brandId, conversation, undefined, async (transcript) => {
      const facts = factsOf(transcript.conversation);
      refuseFor(mayAnswer(facts, agentId));
      const { stepUp } = transcript.speaker;
      const may = askable(facts, otherEndOf(transcript), stepUp !== null);
      if (may !== kind) throw this.refusal(transcript, kind);
      if (await transcript.request()) throw new DomainError('request_open');
      const demands = kind === 'step-up' ? stepUp : null;
      await this.put(transcript, { agentId, kind, demands, by: name });
      return null;
    });
  }

  /**
   * What a sensitive act begins with: null where what it demands is proven already, else what the consumer is now asked.
   * Throws `step_up_unavailable` where it cannot be proven by the connection.
   */
  async demand(
    session: LiveSession,
    conversation: string,
    demands: Demands,
  ): Promise<IdentityRequest | null> {
    if (this.freshness.isFresh(session, demands)) return null;
    if (!canProve(session.stepUp, demands)) throw new DomainError('step_up_unavailable');
    return this.writing.write(session.brandId, conversation, session, async (transcript) => {
      const { conversation: here } = transcript;
      if (!belongsTo(here, session) || here.state === 'ended')
        throw new DomainError('conversation_not_found');
      const open = await transcript.request();
      if (open && sameDemands(open.demands, demands)) return toRequest(open);
      // What was asked before may be less.
      await transcript.settle('expired');
      return toRequest(await this.put(transcript, { agentId: null, kind: 'step-up', demands, by: null }));
    });
  }

  /** What was settled meanwhile is declined by nobody, and what was asked since stays asked. */
  async decline(session: LiveSession, id: string): Promise<null> {
    const request = await this.mine(session, id);
    if (!request) throw new DomainError('request_not_found');
    return this.writing.write(session.brandId, request.conversationId, session, async (transcript) => {
      if (!belongsTo(transcript.conversation, session)) throw new DomainError('request_not_found');
      if ((await transcript.request())?.id !== id) return null;
      await transcript.settle('declined');
      await transcript.note(eventOf('request_declined', session));
      await transcript.add(systemLine('proof_declined', session.displayName));
      return null;
    });
  }

  async openOf(brandId: string, conversationId: string): Promise<IdentityRequest | null> {
    const open = await this.requests.openOf(brandId, conversationId, this.clock.now());
    return open ? toRequest(open) : null;
  }

  /** What became of it. Null: nothing yet. */
  outcomeOf(brandId: string, id: string): Promise<Outcome | null> {
    return this.requests.outcomeOf(brandId, id);
  }

  /** Undefined: nothing of that kind is asked of this consumer. */
  async mine(speaker: Speaker, id: string): Promise<OpenRequest | undefined> {
    const request = await this.requests.byId(speaker.brandId, id, this.clock.now());
    const conversation = request && (await this.conversations.byId(speaker.brandId, request.conversationId));
    return conversation && belongsTo(conversation, speaker) ? request : undefined;
  }

  /** A proof has met it: answers the conversation it was asked in. A sign-in is met only once its consumer confirms. */
  async meet(speaker: Speaker, id: string): Promise<string | undefined> {
    const request = await this.mine(speaker, id);
    if (!request || !(await this.requests.prove(speaker.brandId, id, this.clock.now()))) return undefined;
    const { conversationId } = request;
    this.events.emit('request.changed', { brandId: speaker.brandId, conversationId });
    return conversationId;
  }

  /** Who has not answered in time is asked no more. */
  async look(now: Date): Promise<void> {
    for (const place of await this.requests.expire(now)) {
      this.events.emit('request.changed', place);
      this.events.emit('conversation.changed', place);
    }
  }

  private async put(
    transcript: Transcript,
    asked: Pick<OpenRequest, 'agentId' | 'kind' | 'demands' | 'by'>,
  ): Promise<OpenRequest> {
    const request = await transcript.ask(asked);
    await transcript.note(requested(transcript.speaker.connectionKey));
    await transcript.add(systemLine('proof_requested', asked.by));
    return request;
  }

  private refusal(transcript: Transcript, kind: RequestIdentity['kind']): DomainError {
    const { assurance, offered } = otherEndOf(transcript);
    if (offered || assurance === 'ended' || assurance === 'revoked')
      return new DomainError('identity_unconfirmed');
    const known = transcript.conversation.consumerId !== null;
    if (kind === 'sign-in')
      return new DomainError('step_up_unavailable', { detail: 'They have signed in already.' });
    return new DomainError('step_up_unavailable', known ? {} : { detail: 'They have not signed in yet.' });
  }
}

const sameDemands = (one: Demands | null, other: Demands): boolean =>
  one !== null &&
  one.maxAgeSeconds === other.maxAgeSeconds &&
  [...(one.acrValues ?? [])].join(' ') === [...(other.acrValues ?? [])].join(' ');
