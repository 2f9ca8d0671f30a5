import type { AddNote, Mention, Note } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import type { LiveAgent } from '../../agents/index.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { Events } from '../../common/events.js';
import { newId } from '../../common/ids.js';
import { ColleaguesRepository } from '../colleagues.repository.js';
import { ConversationsRepository } from '../conversations.repository.js';
import { NotesRepository } from './notes.repository.js';

type Reader = Pick<LiveAgent, 'brandId' | 'agentId'>;

/** What agents say to each other beside a conversation, and whom they name. */
@Injectable()
export class NotesService {
  constructor(
    private readonly notes: NotesRepository,
    private readonly conversations: ConversationsRepository,
    private readonly colleagues: ColleaguesRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Sent again, it is answered with what it became. */
  async add(
    { brandId, agentId }: Reader,
    { conversation, clientId, text, mentions }: AddNote,
  ): Promise<Note> {
    const before = await this.notes.sent(brandId, agentId, clientId);
    if (before) return sameAs(before, conversation, text);
    const found = await this.conversations.byId(brandId, conversation);
    if (!found) throw new DomainError('conversation_not_found');
    const named = await this.named(brandId, mentions);
    const at = this.clock.now();
    const id = newId(at);
    const place = { brandId, id, conversationId: conversation, afterNumber: found.lastNumber, at };
    const row = { ...place, agentId, kind: 'note', toAgentId: null, text, clientId } as const;
    // Whoever names themselves has nothing to be told.
    const told = named.filter((one) => one !== agentId);
    await this.notes.add(row, told);
    this.told(brandId, { conversationId: conversation, noteId: id }, told);
    return this.stored(brandId, id);
  }

  unseen({ brandId, agentId }: Reader): Promise<Mention[]> {
    return this.notes.unseen(brandId, agentId);
  }

  /** The agent looks at the conversation. */
  async see({ brandId, agentId }: Reader, conversationId: string): Promise<void> {
    if (await this.notes.see(brandId, agentId, conversationId, this.clock.now()))
      this.events.emit('mentions.changed', { brandId, agentId });
  }

  /** It is there: to whoever watches, and to those who are named. */
  told(
    brandId: string,
    note: { readonly conversationId: string; readonly noteId: string },
    mentioned: readonly string[],
  ): void {
    this.events.emit('note.stored', { brandId, ...note });
    for (const agentId of mentioned) this.events.emit('mentions.changed', { brandId, agentId });
  }

  private async named(brandId: string, ids: readonly string[]): Promise<readonly string[]> {
    const wanted = [...new Set(ids)];
    const found = await this.colleagues.byIds(brandId, wanted);
    if (found.length < wanted.length) throw new DomainError('agent_not_found');
    return found.map(({ id }) => id);
  }

  private async stored(brandId: string, id: string): Promise<Note> {
    const note = await this.notes.byId(brandId, id);
    if (!note) throw new DomainError('conversation_not_found');
    return note;
  }
}

function sameAs(note: Note, conversation: string, text: string): Note {
  if (note.conversation !== conversation || note.text !== text) throw new DomainError('client_id_reused');
  return note;
}
