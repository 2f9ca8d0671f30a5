import { z } from 'zod';

/** What a transaction tells: references, never text or facts. Written by the triggers of the database. */
const notice = z.discriminatedUnion('name', [
  z.object({ name: z.literal('session.over'), brandId: z.uuid(), sessionId: z.uuid() }),
  z.object({ name: z.literal('identity.noted'), brandId: z.uuid(), conversationId: z.uuid() }),
  z.object({ name: z.literal('agent.signed-out'), brandId: z.uuid(), agentSessionId: z.uuid() }),
  z.object({ name: z.literal('agent.removed'), brandId: z.uuid(), agentId: z.uuid() }),
]);
export type Notice = z.infer<typeof notice>;

/** Of a newer version's process there may be notices nobody here knows: they are none. */
export function readNotice(text: string): Notice | undefined {
  try {
    return notice.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
