import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Incoming } from '../common/https-only.js';
import { UnknownSockets } from './unknown-sockets.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const comes = () => {
  const socket = Object.assign(new EventEmitter(), { destroyed: false, destroy: () => undefined });
  socket.destroy = () => {
    socket.destroyed = true;
    socket.emit('close');
  };
  return { socket } as unknown as Incoming & { socket: typeof socket };
};

test('an address holds so many, all addresses together so many, and who goes makes room', () => {
  const unknown = new UnknownSockets({ ofAddress: 2, ofAll: 3, forMs: 6_000 });
  const first = comes();
  expect(unknown.admits(first, '203.0.113.1')).toBe(true);
  expect(unknown.admits(comes(), '203.0.113.1')).toBe(true);
  expect(unknown.admits(comes(), '203.0.113.1')).toBe(false);
  expect(unknown.admits(comes(), '203.0.113.2')).toBe(true);
  expect(unknown.admits(comes(), '203.0.113.3')).toBe(false);
  first.socket.emit('close');
  expect(unknown.admits(comes(), '203.0.113.3')).toBe(true);
});

test('whoever stays unknown is cut off, whether they take it well or not', () => {
  const unknown = new UnknownSockets({ ofAddress: 1, ofAll: 1, forMs: 6_000 });
  const stays = comes();
  expect(unknown.admits(stays, '203.0.113.1')).toBe(true);
  vi.advanceTimersByTime(5_999);
  expect(stays.socket.destroyed).toBe(false);
  vi.advanceTimersByTime(1);
  expect(stays.socket.destroyed).toBe(true);
  expect(unknown.admits(comes(), '203.0.113.1')).toBe(true);
});
