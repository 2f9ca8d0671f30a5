import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gatherWrites } from './gathered-writes.js';

/** As engine.io's socket: packets wait in a buffer, and `flush` hands over what is there. */
class Socket {
  readonly written: string[] = [];
  private buffer: string[] = [];
  readonly request = {
    socket: {
      cork: () => this.written.push('cork'),
      uncork: () => this.written.push('uncork'),
    },
  };

  send(packet: string): void {
    this.buffer.push(packet);
    this.flush();
  }

  flush(): void {
    this.written.push(this.buffer.join(' '));
    this.buffer = [];
  }
}

function connected(): Socket {
  const engine = new EventEmitter();
  gatherWrites({ engine } as unknown as Parameters<typeof gatherWrites>[0]);
  const socket = new Socket();
  engine.emit('connection', socket);
  return socket;
}

test('the packets of one turn leave together and in their order', async () => {
  const socket = connected();
  socket.send('acknowledged');
  await Promise.resolve();
  socket.send('told');
  expect(socket.written).toEqual([]);
  await turn();
  expect(socket.written).toEqual(['cork', 'acknowledged told', 'uncork']);
});

test('a packet of a later turn waits for nobody', async () => {
  const socket = connected();
  socket.send('first');
  await turn();
  socket.send('second');
  await turn();
  expect(socket.written).toEqual(['cork', 'first', 'uncork', 'cork', 'second', 'uncork']);
});
