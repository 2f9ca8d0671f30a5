import { isStorable } from '@countersign/claims';
import { expect, test } from 'vitest';
import { now, openLarkspur, policy, world } from '../../test/honest.js';
import { repairFor } from '../repair/repair.js';
import { shownToken } from '../repair/shown-token.js';
import { readUnbelieved } from '../repair/unbelieved.js';
import { verifyProof } from '../verifier/verify.js';
import { attacks, presentAll } from './index.js';

const presented = await presentAll(attacks, world, await openLarkspur());
const proofs = presented.flatMap(({ name, proofs: some }) => some.map((proof) => [name, proof] as const));

test('every attack is told with what was expected and what was seen, each short enough to be kept', async () => {
  for (const [name, proof] of proofs) {
    const { steps } = await verifyProof(proof);
    const found = steps.find(({ outcome }) => outcome === 'failed');
    expect(found?.expected, name).toMatch(/\S/);
    expect(found?.seen, name).toMatch(/\S/);
    expect(Math.max(found?.expected?.length ?? 0, found?.seen?.length ?? 0), name).toBeLessThanOrEqual(200);
  }
});

test('every attack gets a hint and a picture of its token that a database stores and a page can show', async () => {
  for (const [name, proof] of proofs) {
    const { verdict } = await verifyProof(proof);
    if (verdict.kind !== 'rejected') throw new Error(`${name} was believed.`);
    const token = readUnbelieved(String(proof.token));
    const hint = repairFor({
      reason: verdict.reason,
      policy,
      now,
      attempt: proof.attempt,
      token,
      around: {},
    });
    expect(hint, name).toMatch(/^[\P{C}]{10,900}$/u);
    expect(hint.split('`').length % 2, `${name}: ${hint}`).toBe(1);
    const shown = JSON.stringify(shownToken(token, () => '00000000'));
    expect(isStorable(texts(JSON.parse(shown))), name).toBe(true);
    expect(shown.length, name).toBeLessThan(20_000);
  }
});

/** Every name and value there is, as one text. */
const texts = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flat().map(texts).join(' ')
    : String(value);
