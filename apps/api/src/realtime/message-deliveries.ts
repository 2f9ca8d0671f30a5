import type { ConversationStatus, Message } from '@countersign/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events, type Happenings } from '../common/events.js';
import { Log } from '../common/log.js';
import { MessagesRepository } from '../conversations/index.js';
import { Following } from '../telemetry/index.js';
import { Audience } from './audience.js';
import { Gathered } from './gathered.js';
import { conversationRoom } from './sockets.js';
import { Told } from './told.js';

const BATCH = 500;

/** A socket of either side. */
type Listener = { emit(name: 'message:new', message: Message): unknown };

/** All sockets of one side that are connected here. */
type Side = {
  readonly adapter: { readonly rooms: ReadonlyMap<string, ReadonlySet<string>> };
  readonly local: { to(room: string): Listener & { except(id: string): Listener } };
};

/** Whoever lacks the lines between two numbers, which everybody else has. */
type Newcomer = {
  readonly socket: Listener;
  readonly after: number;
  readonly upTo: number;
};

/**
 * Each stored line to both sides, in the order of the numbers and once, however it came to be stored. What this
 * process stored it has at hand; what is missing between that and what was told before is read.
 */
@Injectable()
export class MessageDeliveries implements OnModuleInit {
  private readonly told = new Told();
  private readonly newcomers = new Map<string, Newcomer[]>();
  private readonly gathered: Gathered;

  constructor(
    private readonly events: Events,
    private readonly messages: MessagesRepository,
    private readonly audience: Audience,
    private readonly following: Following,
    log: Log,
  ) {
    this.gathered = new Gathered((error) => log.failure('a message was not delivered', error));
  }

  onModuleInit(): void {
    this.events.on('line.stored', (stored) => this.deliver(stored));
    this.events.everywhere('message.stored', (stored) => this.stored(stored));
  }

  /**
   * Whoever has just come in has read up to here: what is stored from now on is told, in whatever order it is heard of.
   * Somebody else may have come in with more before anybody was told anything: what lies between is for this one alone.
   */
  begin(
    brandId: string,
    { id, lastNumber }: Pick<ConversationStatus, 'id' | 'lastNumber'>,
    socket: Listener,
  ): void {
    const room = conversationRoom(brandId, id);
    const begun = this.told.begun(room);
    if (begun === undefined) this.told.begin(room, lastNumber);
    else if (lastNumber < begun) {
      const newcomers = this.newcomers.get(room) ?? [];
      this.newcomers.set(room, [...newcomers, { socket, after: lastNumber, upTo: begun }]);
      this.gathered.run(room, () => this.catchUp(brandId, id, room));
    }
  }

  /** Whether those who are here were not told of a line that is there. */
  lacks({ brandId, conversationId, number }: Happenings['message.stored']): boolean {
    return (this.told.upTo(conversationRoom(brandId, conversationId)) ?? 0) < number;
  }

  private deliver({ brandId, message, answered }: Happenings['line.stored']): void {
    const room = conversationRoom(brandId, message.conversation);
    if (!this.mayTell(room, message.number) || this.gathered.runs(room)) return;
    if (this.told.upTo(room) === message.number - 1) this.tell(room, message, 'memory', answered);
  }

  /** What was delivered from memory is told already; the rest is read. */
  private stored({ brandId, conversationId, number, trace }: Happenings['message.stored']): void {
    this.following.heard({ conversation: conversationId, number }, trace);
    const room = conversationRoom(brandId, conversationId);
    if (!this.mayTell(room, number) || (this.told.upTo(room) ?? 0) >= number) return;
    this.gathered.run(room, () => this.catchUp(brandId, conversationId, room));
  }

  /** Whoever comes later resumes by number: while nobody is here, nothing is kept. */
  private mayTell(room: string, number: number): boolean {
    if (!this.audience.hears(room)) {
      this.told.forget(room);
      return false;
    }
    if (this.told.upTo(room) === undefined) this.told.begin(room, number - 1);
    return true;
  }

  private async catchUp(brandId: string, conversationId: string, room: string): Promise<void> {
    for (const newcomer of this.takeNewcomers(room)) await this.catchUpOf(newcomer, brandId, conversationId);
    let messages: Message[];
    do {
      const from = this.told.upTo(room);
      // Everybody has left meanwhile.
      if (from === undefined) return;
      messages = await this.messages.after(brandId, conversationId, from, BATCH);
      for (const message of messages) this.tell(room, message, 'log');
    } while (messages.length === BATCH);
  }

  private takeNewcomers(room: string): readonly Newcomer[] {
    const newcomers = this.newcomers.get(room) ?? [];
    this.newcomers.delete(room);
    return newcomers;
  }

  private async catchUpOf(
    { socket, after, upTo }: Newcomer,
    brandId: string,
    conversationId: string,
  ): Promise<void> {
    const messages = await this.messages.after(brandId, conversationId, after, upTo - after);
    for (const message of messages) socket.emit('message:new', message);
  }

  /** Whoever is answered with it is not told it as well. */
  private tell(room: string, message: Message, how: 'memory' | 'log', answered?: string): void {
    for (const side of [this.audience.consumers, this.audience.agents] satisfies Side[])
      tellSide(side, room, message, answered);
    this.told.remember(room, message.number);
    this.following.delivered(message, how, () => this.audience.count(room));
  }
}

function tellSide(
  { adapter, local }: Side,
  room: string,
  message: Message,
  answered: string | undefined,
): void {
  const here = adapter.rooms.get(room);
  if (!here || (here.size === 1 && answered !== undefined && here.has(answered))) return;
  const all = local.to(room);
  (answered === undefined ? all : all.except(answered)).emit('message:new', message);
}
