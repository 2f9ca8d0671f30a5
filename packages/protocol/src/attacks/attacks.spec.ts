import { describe, expect, test } from 'vitest';
import { openLarkspur, world } from '../../test/honest.js';
import { checks } from '../checks/index.js';
import { linesOf } from '../checks/list.js';
import { attackGroups, attacks, honestProofs, killEach, presentAll, runTable } from './index.js';

const larkspur = await openLarkspur();
const presented = await presentAll(attacks, world, larkspur);
const rows = await runTable(presented);
const killed = await killEach(presented);
const names = linesOf(checks).map(({ name }) => name);

describe('an attack is refused for the reason its row says, by the check it says', () => {
  test.each(rows.map(({ name, miss }) => [name, miss]))('%s', (_, miss) => expect(miss).toBeUndefined());
});

describe('without the attack the same proof is verified', () => {
  test.each(rows.map(({ name, twinMiss }) => [name, twinMiss]))('%s', (_, miss) =>
    expect(miss).toBeUndefined(),
  );

  test('every honest proof is spoilt by some attack', () => {
    const spoilt = new Set(rows.map(({ attack }) => attack.of));
    expect([...spoilt].sort()).toEqual(Object.keys(honestProofs).sort());
  });
});

describe('without its check an attack succeeds', () => {
  test.each(killed.map(({ check, letIn }) => [check, letIn]))('%s', (_, letIn) =>
    expect(letIn).not.toEqual([]),
  );
});

test('without any one of its checks the verifier lets an attack in', () => {
  expect(killed.map(({ check }) => check)).toEqual(names);
  expect(killed.filter(({ letIn }) => letIn.length === 0)).toEqual([]);
});

describe('the table', () => {
  test('has 200 rows and more, and each name once', () => {
    const inGroups = Object.values(attackGroups).flatMap((group) => Object.keys(group));
    expect(inGroups.length).toBeGreaterThanOrEqual(200);
    expect(new Set(inGroups).size).toBe(inGroups.length);
  });

  test('has three rows and more for every check, and none for another', () => {
    const found = rows.map(({ attack }) => attack.check);
    expect([...new Set(found)].sort()).toEqual([...names].sort());
    for (const name of names)
      expect(found.filter((check) => check === name).length, name).toBeGreaterThanOrEqual(3);
  });

  test('presents no proof twice', () => {
    const seen = presented.map(({ proofs }) => JSON.stringify(proofs));
    expect(new Set(seen).size).toBe(seen.length);
  });
});
