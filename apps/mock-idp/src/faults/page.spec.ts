import { expect, test } from 'vitest';
import { page } from './page.js';

test('the printed table of faults is the catalogue', async () => {
  await expect(page()).toMatchFileSnapshot('../../../../docs/faults.md');
});
