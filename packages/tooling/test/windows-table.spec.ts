import { expect, test } from 'vitest';
import { withTable } from '../src/tests/windows-table.js';

const document = 'Before\n<!-- what the tests showed -->\nold\n<!-- end -->\nAfter\n';
const shown = (at: [number, number], outcome: string, ok = true) => ({
  title: 'x',
  ok,
  tests: [
    {
      annotations: [
        {
          type: 'shows',
          description: JSON.stringify({
            at,
            window: `window ${at[0]}`,
            flow: 'code',
            condition: `browser ${at[1]}`,
            outcome,
          }),
        },
      ],
    },
  ],
});
const report = (...specs: ReturnType<typeof shown>[]) => ({ suites: [{ specs: [], suites: [{ specs }] }] });

test('the table stands in the order of the lists, whatever ran first, and a dash where nothing was tried', () => {
  const text = withTable(document, report(shown([2, 0], 'refused'), shown([1, 1], 'works')));
  expect(text).toBe(`Before
<!-- what the tests showed -->

| window | flow | browser 0 | browser 1 |
| --- | --- | --- | --- |
| window 1 | code | – | works |
| window 2 | code | refused | – |

<!-- end -->
After
`);
});

test('a journey that failed shows nothing', () => {
  const text = withTable(document, report(shown([1, 0], 'works', false), shown([1, 1], 'works')));
  expect(text).not.toContain('browser 0');
});

test('two journeys that show different things are no table', () => {
  const both = report(shown([1, 0], 'works'), shown([1, 0], 'refused'));
  expect(() => withTable(document, both)).toThrow('works and refused');
});
