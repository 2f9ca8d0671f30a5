import { cardInWords, fillCard } from '@countersign/claims';
import type { Card, Message, ProposeCard } from '@countersign/contracts';
import { mayAnswer, mayReach } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import type { LiveAgent } from '../agents/index.js';
import { BrandsService } from '../brands/index.js';
import { DomainError } from '../common/domain-error.js';
import {
  CardsRepository,
  DeskService,
  factsOf,
  MessagesRepository,
  otherEndOf,
  refuseFor,
  type Transcript,
  toCard,
  WritingRepository,
} from '../conversations/index.js';
import { SessionGate } from '../identity/index.js';
import { SealedFacts } from './sealed-facts.js';

/** Open in one conversation at once. */
const MOST = 10;

/** What an agent does with cards. The agent says which offer or bill; all that stands in the card is the brand's word. */
@Injectable()
export class ProposingService {
  constructor(
    private readonly brands: BrandsService,
    private readonly desk: DeskService,
    private readonly sessions: SessionGate,
    private readonly facts: SealedFacts,
    private readonly cards: CardsRepository,
    private readonly messages: MessagesRepository,
    private readonly writing: WritingRepository,
  ) {}

  async propose(agent: LiveAgent, { clientId, conversation, wish }: ProposeCard): Promise<Message> {
    const { brandId, agentId } = agent;
    if (!(await this.brands.carriesOut(brandId))) throw new DomainError('actions_missing');
    const { consumerId, sessionId } = await this.desk.find(agent, conversation);
    if (consumerId === null)
      throw new DomainError('card_not_possible', { detail: 'They have not signed in.' });
    // Read before the conversation is held: who waits for a second connection while holding one may wait for ever.
    const session = await this.sessions.peek(brandId, sessionId);
    const assurance = session?.stepUpFor.includes(wish.type) ? 'step-up' : 'verified';
    const body = fillCard(wish, await this.facts.of(brandId, consumerId), assurance);
    const key = await this.cards.keyOf(brandId, consumerId);
    const sent = await this.messages.sentByAgent(brandId, conversation, clientId);
    return this.writing.write(brandId, conversation, undefined, async (transcript) => {
      refuseFor(mayAnswer(factsOf(transcript.conversation), agentId));
      if (sent?.card) return sent;
      if (sent) throw new DomainError('client_id_reused');
      mustReach(transcript, consumerId);
      if (!body || !key) throw new DomainError('card_not_possible');
      if ((await transcript.cards.open()) >= MOST)
        throw new DomainError('card_not_possible', { detail: `${MOST} wait for an answer already.` });
      const stored = await transcript.cards.put({ consumerId, agentId, body, key });
      const said = { clientId, text: cardInWords(body), attachment: null };
      const message = await transcript.add({ from: 'agent', ...said, agentId, card: toCard(stored) });
      await transcript.readBy(agentId);
      const detail = { card: stored.id, conversation, kind: stored.kind };
      await transcript.audit({ actor: `agent ${agentId}`, action: 'card_proposed', detail });
      return message;
    });
  }

  /** Taking back what is taken back already is no error. */
  async withdraw({ brandId, agentId }: LiveAgent, id: string): Promise<Card> {
    const card = await this.cards.byId(brandId, id);
    if (!card) throw new DomainError('card_not_found');
    const { conversationId: conversation, kind } = card;
    await this.writing.write(brandId, conversation, undefined, async (transcript) => {
      refuseFor(mayAnswer(factsOf(transcript.conversation), agentId));
      const now = await transcript.cards.read(id);
      if (now?.state === 'withdrawn') return;
      if (!(await transcript.cards.move(id, { type: 'withdraw' }))) throw new DomainError('card_settled');
      const detail = { card: id, conversation, kind, state: 'withdrawn' };
      await transcript.audit({ actor: `agent ${agentId}`, action: 'card_changed', detail });
    });
    return toCard((await this.cards.byId(brandId, id)) ?? card);
  }
}

/** Never to somebody of whom it is not known at this moment that they are who it is for, whatever the agent says. */
function mustReach(transcript: Transcript, consumerId: string): void {
  refuseFor(mayReach(otherEndOf(transcript), false));
  const { assurance } = transcript.speaker;
  const isProven = assurance === 'verified' || assurance === 'due';
  if (!isProven || transcript.conversation.consumerId !== consumerId)
    throw new DomainError('identity_unconfirmed');
}
