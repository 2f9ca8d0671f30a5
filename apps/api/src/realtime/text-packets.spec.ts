import { Encoder, type Packet, PacketType } from 'socket.io-parser';
import { expect, test } from 'vitest';
import { textPackets } from './text-packets.js';

const ours = new textPackets.Encoder();
const theirs = new Encoder();

const line = {
  id: 'a',
  conversation: 'b',
  number: 7,
  text: 'Straße, "quoted" \u2028 and\nmore',
  event: null,
};
const packets: Record<string, Packet> = {
  'a line for the consumer': { type: PacketType.EVENT, nsp: '/consumer', data: ['message:new', line] },
  'the same line for the agent': { type: PacketType.EVENT, nsp: '/agent', data: ['message:new', line] },
  'its answer': { type: PacketType.ACK, nsp: '/consumer', id: 12, data: [{ ok: true, value: line }] },
  'an answer of nothing': {
    type: PacketType.ACK,
    nsp: '/consumer',
    id: 0,
    data: [{ ok: true, value: null }],
  },
  'an answer of something else': {
    type: PacketType.ACK,
    nsp: '/agent',
    id: 3,
    data: [{ ok: true, value: {} }],
  },
  'a refusal': { type: PacketType.ACK, nsp: '/agent', id: 4, data: [{ ok: false, problem: { code: 'x' } }] },
  'an answer without a value': { type: PacketType.ACK, nsp: '/agent', id: 5, data: [] },
  'another event': { type: PacketType.EVENT, nsp: '/agent', data: ['queue:changed', { id: 'a' }] },
  'an event with an id': { type: PacketType.EVENT, nsp: '/agent', id: 9, data: ['typing', { on: true }] },
  'a connection': { type: PacketType.CONNECT, nsp: '/agent', data: { sid: 'abc' } },
  'a refused connection': { type: PacketType.CONNECT_ERROR, nsp: '/', data: { message: 'no' } },
  'a departure': { type: PacketType.DISCONNECT, nsp: '/consumer' },
} as unknown as Record<string, Packet>;

test.each(Object.entries(packets))('%s is written as socket.io writes it', (_name, packet) => {
  expect(ours.encode(packet)).toEqual(theirs.encode(packet));
});
