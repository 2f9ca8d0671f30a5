import type { Message } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { reachedOf } from './reached';

const line = (number: number, from: Message['from'] = 'agent') => ({ number, from }) as Message;

test('each line of an agent says how far it has come, and the last of those that came as far always does', () => {
  const lines = [line(1, 'system'), line(2), line(3), line(4, 'consumer'), line(5), line(6), line(7)];
  const { of, stands } = reachedOf(lines, { delivered: 6, read: 3 });
  const own = lines.filter(({ from }) => from === 'agent');
  expect(own.map(of)).toEqual(['read', 'read', 'delivered', 'delivered', 'sent']);
  expect(own.filter(stands).map(({ number }) => number)).toEqual([3, 6, 7]);
});
