import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';

const MAIN = '/';

/** A line is told to many, and answered to whoever wrote it: its text is made once. */
const texts = new WeakMap<object, string>();

function textOf(line: object): string {
  const known = texts.get(line);
  if (known !== undefined) return known;
  const text = JSON.stringify(line);
  texts.set(line, text);
  return text;
}

type Answered = { readonly ok: true; readonly value: object };

/** An answer that consists of a line that was told already. */
const isLineToldBefore = (answer: unknown): answer is Answered => {
  const { ok, value } = (answer ?? {}) as { ok?: unknown; value?: unknown };
  return ok === true && typeof value === 'object' && value !== null && texts.has(value);
};

function written({ type, data }: Packet): string {
  if (data === undefined || data === null) return '';
  if (!Array.isArray(data)) return JSON.stringify(data);
  const [first, line]: readonly unknown[] = data;
  if (type === PacketType.EVENT && first === 'message:new')
    return `["message:new",${textOf(line as object)}]`;
  if (type === PacketType.ACK && isLineToldBefore(first))
    return `[{"ok":true,"value":${textOf(first.value)}}]`;
  return JSON.stringify(data);
}

/**
 * Packets as socket.io's own encoder writes them, of a service that says nothing but text: nothing is searched for
 * bytes, and what many are told is written once.
 */
class TextEncoder extends Encoder {
  override encode(packet: Packet): string[] {
    const { type, nsp, id } = packet;
    const place = nsp === MAIN || !nsp ? '' : `${nsp},`;
    return [`${type}${place}${id ?? ''}${written(packet)}`];
  }
}

/** As `parser` of a server. */
export const textPackets = { Encoder: TextEncoder, Decoder };
