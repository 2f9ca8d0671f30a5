import { expect, test } from 'vitest';
import { differences, withTable } from '../src/tests/windows-table.js';

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

test('of a selection each thing that was shown is compared with what stands in the table', () => {
  const whole = [shown([1, 0], 'works'), shown([1, 1], 'refused'), shown([2, 0], 'works')];
  const text = withTable(document, report(...whole));
  expect(differences(text, report(shown([1, 1], 'refused'), shown([2, 0], 'works')))).toEqual([]);
  expect(differences(text, report(shown([1, 1], 'works'), shown([3, 0], 'works')))).toEqual([
    'window 1, code, browser 1: works, not refused',
    'window 3, code, browser 0: works, not undefined',
  ]);
});
