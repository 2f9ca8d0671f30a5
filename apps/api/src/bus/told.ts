import { z } from 'zod';
import type { Told } from '../common/events.js';

const brandId = z.uuid();
const conversationId = z.uuid();
const sessionId = z.uuid();
const place = z.object({ brandId, conversationId });

/**
 * What other processes are told: references, and nothing of what was said or of who somebody is. What is told by the
 * database (the end of a session, an agent who leaves, the history of identity), and what each process finds by its own clock, is not among it.
 */
const shapes = {
  'brand.changed': z.object({ brandId }),
  'session.opened': z.object({
    brandId,
    sessionId,
    consumerId: z.uuid().nullable(),
    isNew: z.boolean(),
    previousSessionId: z.uuid().nullable(),
  }),
  'facts.changed': z.object({ brandId, consumerId: z.uuid() }),
  'page-facts.changed': z.object({ brandId, sessionId }),
  'conversation.opened': z.object({
    ...place.shape,
    sessionId,
    consumerId: z.uuid().nullable(),
  }),
  'conversation.changed': place,
  'conversation.withdrawn': place,
  'request.changed': place,
  'card.changed': z.object({ ...place.shape, cardId: z.uuid().optional() }),
  'marks.changed': z.object({
    ...place.shape,
    at: z.enum(['consumer', 'agents']),
    delivered: z.int(),
    read: z.int(),
  }),
  'read.changed': z.object({ ...place.shape, consumerId: z.uuid().nullable(), number: z.int() }),
  'typing.changed': z.object({
    ...place.shape,
    on: z.boolean(),
    /** Null: the consumer. */
    agentId: z.uuid().nullable(),
  }),
  'message.stored': z.object({
    ...place.shape,
    number: z.int(),
    /** Where its story goes on: numbers of spans, and nothing else. */
    trace: z.string().max(64).optional(),
  }),
  'note.stored': z.object({ ...place.shape, noteId: z.uuid() }),
  'mentions.changed': z.object({ brandId, agentId: z.uuid() }),
  'canned.changed': z.object({ brandId }),
  'duty.changed': z.object({ brandId }),
  'attempt.judged': z.object({ brandId, connection: z.string() }),
} as const;

type Travelling = keyof typeof shapes;
const travels = (name: string): name is Travelling => Object.hasOwn(shapes, name);

/** As it travels; undefined: it stays here. What a shape does not name is left behind. */
export function written({ name, happening }: Told): unknown[] | undefined {
  return travels(name) ? [name, shapes[name].parse(happening)] : undefined;
}

const list = z.array(z.tuple([z.string(), z.unknown()]));

/** A newer version's process may tell what nobody here knows: it is left out. */
export function readTold(text: string): Told[] {
  try {
    return list.parse(JSON.parse(text)).flatMap(([name, happening]) => {
      const read = travels(name) ? shapes[name].safeParse(happening) : undefined;
      return read?.success ? [{ name, happening: read.data } as Told] : [];
    });
  } catch {
    return [];
  }
}
