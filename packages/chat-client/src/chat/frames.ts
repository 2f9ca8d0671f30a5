/**
 * Socket.IO's protocol (revision 5) over Engine.IO's (revision 4), as far as a client needs it that speaks in one
 * namespace, by WebSocket, in text. The library does far more, and weighs more than the whole rest of the chat.
 */
export type Frame =
  | { readonly kind: 'opened'; readonly silenceMs: number }
  | { readonly kind: 'ping' }
  | { readonly kind: 'connected' }
  | { readonly kind: 'refused'; readonly data: unknown }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'event'; readonly name: string; readonly data: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly data: unknown };

const NAMESPACE = '/consumer,';
export const PONG = '3';

/** What is asked for, with the number its reply will carry. */
export const asked = (id: number, name: string, input: unknown): string =>
  `42${NAMESPACE}${id}${JSON.stringify([name, input])}`;

export const connecting = (credentials: object): string => `40${NAMESPACE}${JSON.stringify(credentials)}`;

/** Undefined: nothing this client has to know of. Throws on what is no frame. */
export function frameOf(text: string): Frame | undefined {
  if (text === '2') return { kind: 'ping' };
  if (text.startsWith('0')) {
    const { pingInterval, pingTimeout } = JSON.parse(text.slice(1)) as Record<string, number>;
    return { kind: 'opened', silenceMs: Number(pingInterval) + Number(pingTimeout) };
  }
  const [, type, id, body] = /^4([0-4])\/consumer,(\d*)(.*)$/s.exec(text) ?? [];
  const content = (): unknown => JSON.parse(body || 'null');
  switch (type) {
    case '0':
      return { kind: 'connected' };
    case '1':
      return { kind: 'disconnected' };
    case '2': {
      const [name, data] = content() as [string, unknown];
      return { kind: 'event', name, data };
    }
    case '3':
      return { kind: 'reply', id: Number(id), data: (content() as unknown[])[0] };
    case '4':
      return { kind: 'refused', data: (content() as { data?: unknown }).data };
    default:
      return undefined;
  }
}

/** Where the service's sockets are. */
export const socketUrl = (apiUrl: string): string =>
  `${apiUrl.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
