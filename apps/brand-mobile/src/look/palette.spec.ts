import { expect, test } from 'vitest';
import { dark, light, type Palette } from './palette';

const channel = (hex: string, at: number): number => {
  const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
const contrast = (one: string, other: string): number => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const texts: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'sunken'],
  ['ink', 'lilac'],
  ['soft', 'paper'],
  ['soft', 'card'],
  ['soft', 'sunken'],
  ['violetInk', 'paper'],
  ['violetInk', 'card'],
  ['violetInk', 'lilac'],
  ['onViolet', 'violet'],
  ['rust', 'rustWash'],
  ['rust', 'paper'],
  ['leaf', 'leafWash'],
];

for (const [name, palette] of Object.entries({ light, dark }))
  test(`every text of the ${name} palette can be read`, () => {
    for (const [text, ground] of texts)
      expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
