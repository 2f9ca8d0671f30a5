import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events, type Happenings } from '../common/events.js';
import { Log } from '../common/log.js';
import { NotesRepository, NotesService } from '../conversations/index.js';
import { Audience } from './audience.js';
import { Gathered } from './gathered.js';
import { type AgentSocket, agentRoom, brandRoom, conversationRoom, placeOf } from './sockets.js';

/** What agents say to each other: to agents, whose sockets alone are spoken to here. */
@Injectable()
export class NoteDeliveries implements OnModuleInit {
  private readonly gathered: Gathered;

  constructor(
    private readonly events: Events,
    private readonly repository: NotesRepository,
    private readonly notes: NotesService,
    private readonly audience: Audience,
    private readonly log: Log,
  ) {
    this.gathered = new Gathered((error) => log.failure('mentions were not told', error));
  }

  onModuleInit(): void {
    this.events.everywhere('note.stored', (stored) => {
      this.tell(stored).catch((error: unknown) => this.log.failure('a note was not told', error));
    });
    this.events.everywhere('canned.changed', ({ brandId }) => {
      this.audience.agents.local.to(brandRoom(brandId)).emit('canned:changed', {});
    });
    this.events.on('others.missed', () => this.gathered.run('all', () => this.tellAll()));
    this.events.everywhere('mentions.changed', ({ brandId, agentId }) => {
      if (!this.audience.agents.adapter.rooms.has(agentRoom(agentId))) return;
      this.gathered.run(agentId, async () => {
        const mentions = await this.notes.unseen({ brandId, agentId });
        this.audience.agents.local.to(agentRoom(agentId)).emit('mentions:changed', { mentions });
      });
    });
  }

  /** What others wrote while they were not heard: told again, which does no harm to whoever has it. */
  private async tellAll(): Promise<void> {
    for (const room of this.audience.agents.adapter.rooms.keys()) {
      const place = placeOf(room);
      if (!place) continue;
      for (const note of await this.repository.of(place.brandId, place.conversationId))
        this.audience.agents.local.to(room).emit('note:new', note);
    }
  }

  welcome(socket: AgentSocket): void {
    this.gathered.run(`welcome ${socket.id}`, async () => {
      socket.emit('mentions:changed', { mentions: await this.notes.unseen(socket.data) });
    });
  }

  private async tell({ brandId, conversationId, noteId }: Happenings['note.stored']): Promise<void> {
    const room = conversationRoom(brandId, conversationId);
    if (!this.audience.agents.adapter.rooms.has(room)) return;
    const note = await this.repository.byId(brandId, noteId);
    if (note) this.audience.agents.local.to(room).emit('note:new', note);
  }
}
