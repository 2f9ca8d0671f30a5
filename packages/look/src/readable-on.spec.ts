import { describe, expect, it } from 'vitest';
import { contrast, readRgb } from './luminance.js';
import { readableOn } from './readable-on.js';

const ratio = (one: string, other: string): number => {
  const [a, b] = [readRgb(one), readRgb(other)];
  return a && b ? contrast(a, b) : 0;
};

describe('text on a brand colour', () => {
  it.each(['#5a3fc0', '#1f5a46', '#000', '#fff', '#ffcc00', '#808080', '#767676', 'rgb(120, 120, 120)'])(
    'reads on %s',
    (color) => expect(ratio(color, readableOn(color))).toBeGreaterThanOrEqual(4.5),
  );

  it('is light on a dark colour and dark on a light one', () => {
    expect(readableOn('#5a3fc0')).toBe('#ffffff');
    expect(readableOn('#ffd23f')).toBe('#000000');
  });

  it('is light on a colour nobody can read', () => expect(readableOn('chartreuse-ish')).toBe('#ffffff'));

  it('white on black has the greatest contrast', () => expect(ratio('#fff', '#000')).toBeCloseTo(21, 5));
});
