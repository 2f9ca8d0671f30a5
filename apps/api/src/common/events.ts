import { EventEmitter } from 'node:events';
import type { Message } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';

/** What happened, as references: whoever wants text or facts reads them, and so sees only what it may. */
export type Happenings = {
  /** What the operator says of a brand is new: nothing of it that was remembered holds. */
  'brand.changed': { brandId: string };
  'session.opened': {
    brandId: string;
    sessionId: string;
    consumerId: string | null;
    /** Whether it is the consumer's first. */
    isNew: boolean;
    previousSessionId: string | null;
    /** The proof met what was demanded beyond the connection's own rules; and in which conversation it was asked for. */
    steppedUp?: boolean;
    answered?: string;
  };
  'session.ended': { brandId: string; sessionId: string; why: string };
  /** A session is over, whichever process ended it: told in each. Who acts on its end once listens to `session.ended`. */
  'session.over': { brandId: string; sessionId: string };
  /** The history of identity has a new line, whichever process wrote it: told in each. */
  'identity.noted': { brandId: string; conversationId: string };
  /** What was told by other processes is heard (again) from here on: something may have been missed. */
  'notices.heard': Record<string, never>;
  /** The proof ran out by time; the grace begins. */
  'session.stale': { brandId: string; sessionId: string };
  /** `pushed`: by which connection's server, and how it is called; absent when a proof brought them. */
  'facts.changed': {
    brandId: string;
    consumerId: string;
    pushed?: { connection: string; issuerLabel: string };
  };
  'page-facts.changed': { brandId: string; sessionId: string };
  'conversation.opened': {
    brandId: string;
    conversationId: string;
    sessionId: string;
    consumerId: string | null;
  };
  'conversation.changed': { brandId: string; conversationId: string };
  /** Taken from the consumer's sockets that heard it until now: nobody has said yet whose it is. */
  'conversation.withdrawn': { brandId: string; conversationId: string };
  /** A card stands otherwise than before; without one: any of the conversation may. */
  'card.changed': { brandId: string; conversationId: string; cardId?: string };
  /** What is asked of the consumer is new, or settled. */
  'request.changed': { brandId: string; conversationId: string };
  /** The consumer has read so far, on one of their devices. */
  'read.changed': { brandId: string; conversationId: string; consumerId: string | null; number: number };
  /** What was said has come so far at one side, and was read so far there. */
  'marks.changed': {
    brandId: string;
    conversationId: string;
    at: 'consumer' | 'agents';
    delivered: number;
    read: number;
  };
  /** A line, by this process: here it need not be read again. Others are told its number, by `message.stored`. */
  'line.stored': {
    brandId: string;
    message: Message;
    /** The socket that has it for an answer, before anything that comes after it. */
    answered?: string | undefined;
  };
  /** By: as this process knows the name; it does not travel. Without an agent, the consumer is writing. */
  'typing.changed': {
    brandId: string;
    conversationId: string;
    on: boolean;
    agentId: string | null;
    by?: string;
  };
  /** What other processes do is heard (again); what they did until now may have been missed. */
  'others.missed': Record<string, never>;
  /** What other processes do is not heard. */
  'others.away': Record<string, never>;
  'message.stored': { brandId: string; conversationId: string; number: number; trace?: string };
  /** A proof was judged, or turned away: the brand's developers may look. */
  'attempt.judged': { brandId: string; connection: string };
  /** What agents of the brand say often. */
  'canned.changed': { brandId: string };
  /** An agent wrote something for agents alone. */
  'note.stored': { brandId: string; conversationId: string; noteId: string };
  /** An agent is named somewhere, or has looked where they were. */
  'mentions.changed': { brandId: string; agentId: string };
  /** Somebody of the brand came on duty, or went. */
  'duty.changed': { brandId: string };
  'agent.removed': { brandId: string; agentId: string };
  'agent.signed-out': { brandId: string; agentSessionId: string };
};

type Name = keyof Happenings;
type Handler<Which extends Name> = (happening: Happenings[Which]) => void;

/** What is told by a process to the others: a name, and references. */
export type Told = { readonly [Which in Name]: { name: Which; happening: Happenings[Which] } }[Name];

@Injectable()
export class Events {
  private readonly here = new EventEmitter({ captureRejections: true });
  private readonly anywhere = new EventEmitter({ captureRejections: true });
  private tellOthers: (told: Told) => void = () => undefined;

  emit<Which extends Name>(name: Which, happening: Happenings[Which]): void {
    this.here.emit(name, happening);
    this.anywhere.emit(name, happening);
    this.tellOthers({ name, happening } as Told);
  }

  /** Handled once, by the process in which it happened. A handler must not throw: what goes wrong in it is its own to tell. */
  on<Which extends Name>(name: Which, handler: Handler<Which>): void {
    this.here.on(name, handler);
  }

  /** Handled by every process that shares this chat: for what tells those who are connected. */
  everywhere<Which extends Name>(name: Which, handler: Handler<Which>): void {
    this.anywhere.on(name, handler);
  }

  /** How this process tells the others what happened in it. */
  connect(tellOthers: (told: Told) => void): void {
    this.tellOthers = tellOthers;
  }

  /** What another process told. */
  hear({ name, happening }: Told): void {
    this.anywhere.emit(name, happening);
  }
}
