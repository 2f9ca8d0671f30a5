import type { MessageMappingProperties } from '@nestjs/websockets';

type Handler = Pick<MessageMappingProperties, 'message' | 'callback'>;
type Quick = (event: string) => Handler['callback'] | undefined;
type Listening = { onAny(listener: (event: string, ...given: unknown[]) => void): unknown };

/**
 * One listener for all events of a socket, instead of a stream for each of them that Nest keeps for every socket: most
 * sockets are open all day and say nothing, and what they hold while they are silent is what a process is full of.
 */
export function listen(
  socket: Listening,
  handlers: readonly Handler[],
  failed: (error: unknown) => void,
  quick: Quick = () => undefined,
): void {
  socket.onAny((event, ...given) => {
    const callback = quick(event) ?? handlers.find(({ message }) => message === event)?.callback;
    if (callback) answer(callback, given).catch(failed);
  });
}

async function answer(callback: Handler['callback'], given: readonly unknown[]): Promise<void> {
  const last = given.at(-1);
  const acknowledge = typeof last === 'function' ? last : undefined;
  const input = acknowledge ? given.slice(0, -1) : given;
  const reply: unknown = await callback(input.length > 1 ? input : input[0], acknowledge);
  if (reply !== undefined && reply !== null) acknowledge?.(reply);
}
