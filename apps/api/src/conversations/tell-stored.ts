import type { Message } from '@countersign/contracts';
import type { Events } from '../common/events.js';
import type { Following } from '../telemetry/index.js';

/** A line is there: itself to those who are connected here, its number to the other processes. */
export function tellStored(
  events: Events,
  following: Following,
  brandId: string,
  message: Message,
  answered?: string,
): void {
  const { conversation: conversationId, number } = message;
  events.emit('line.stored', { brandId, message, answered });
  const trace = following.told(message);
  events.emit('message.stored', {
    brandId,
    conversationId,
    number,
    ...(trace === undefined ? {} : { trace }),
  });
}
