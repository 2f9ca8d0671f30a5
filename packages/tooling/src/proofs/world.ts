import type { World } from '@countersign/protocol/attacks';

/** Where attacks take place that meet no running house. */
export const world: World = {
  issuer: 'https://id.larkspur.example',
  audience: 'https://chat.example/connections/0193',
  nonce: 'nonce-of-this-attempt',
  now: new Date('2026-11-23T12:00:00.000Z'),
};
