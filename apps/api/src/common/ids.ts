import { randomFillSync } from 'node:crypto';

/** Chance is drawn for many ids at once: each draw is a call of the system, and there is an id for each line. */
const IDS_AT_ONCE = 256;
const LENGTH = 16;
const drawn = Buffer.alloc(IDS_AT_ONCE * LENGTH);
let used = drawn.length;

/** Sixteen bytes that nobody was given before. */
function draw(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += LENGTH;
  return drawn.subarray(used - LENGTH, used);
}

/** UUIDv7: sortable by the time it was made. RFC 9562, section 5.7. */
export function newId(now: Date): string {
  const bytes = draw();
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
