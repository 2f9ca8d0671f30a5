import { randomUUID } from 'node:crypto';
import type { BareSeats } from '../wire.js';
import { Namespace } from './socket-io.js';
import { type Heard, momentIn, type Sitting, type Talk, textAt } from './talk.js';

export async function joinBare(url: string, room: string): Promise<Namespace> {
  const socket = await Namespace.open(url, '/', {}, {});
  await socket.ask('join', [room]);
  return socket;
}

type One = { readonly talk: Talk; close(): void };

async function converse(url: string, room: string, heard: Heard): Promise<One> {
  const socket = await joinBare(url, room);
  const sent = new Map<number, number>();
  const talk: Talk = {
    say() {
      const at = performance.now();
      const text = `{"clientId":"${randomUUID()}","room":"${room}","text":"${textAt(at)}"}`;
      sent.set(socket.send('message:send', text), at);
    },
  };
  socket.hear({
    acknowledgement(number, text) {
      if (!text.includes('"ok":true')) return heard.failed(new Error(`the bare server answered ${text}`));
      const at = sent.get(number) ?? Number.NaN;
      sent.delete(number);
      heard.acknowledged(talk, at);
    },
    lost: heard.failed,
  });
  return { talk, close: () => socket.close() };
}

/** Sockets that join the rooms they name, and one more that joins all of them. */
export async function sitBare({ url, rooms }: BareSeats, heard: Heard): Promise<Sitting> {
  const other = await Namespace.open(url, '/', {}, {});
  await other.ask('join', rooms);
  const made: One[] = [];
  for (const room of rooms) made.push(await converse(url, room, heard));
  other.hear({ event: (text) => heard.seen(momentIn(text, '"text":"')), lost: heard.failed });
  return {
    talks: made.map(({ talk }) => talk),
    close() {
      for (const one of [...made, other]) one.close();
    },
  };
}
