import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, type LinearRgb } from './luminance.js';
import { sealPath } from './seal.js';

type Theme = 'light' | 'dark';
const css = readFileSync(new URL('../css/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--cs-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
);

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** OKLCH to linear sRGB, by Ottosson's matrices. */
function fromOklch(lightness: number, chroma: number, hue: number): LinearRgb {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function resolve(expression: string, theme: Theme): LinearRgb {
  const pair = /^light-dark\((.+\)), (.+)\)$/.exec(expression);
  if (pair) return resolve((theme === 'light' ? pair[1] : pair[2]) ?? '', theme);
  const name = /^var\(--cs-([\w-]+)\)$/.exec(expression)?.[1];
  if (name) return resolve(tokens.get(name) ?? '', theme);
  const numbers = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(expression);
  if (!numbers) throw new Error(`not a colour: ${expression}`);
  return fromOklch(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
}

const ratio = (one: string, other: string, theme: Theme): number =>
  contrast(resolve(`var(--cs-${one})`, theme), resolve(`var(--cs-${other})`, theme));

const behind = ['ground', 'surface', 'hover', 'active'];
const meanings = ['verified', 'page', 'conflict', 'due', 'revoked'];
const inks = ['ink', 'ink-quiet', 'accent-ink', ...meanings.map((meaning) => `${meaning}-ink`)];
const edges = ['control', 'focus', 'accent', ...meanings.map((meaning) => `${meaning}-border`)];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(inks.flatMap((ink) => behind.map((ground) => [ink, ground] as const)))(
    '%s reads on %s',
    (ink, ground) => expect(ratio(ink, ground, theme)).toBeGreaterThanOrEqual(4.5),
  );

  it.each(meanings)('%s reads on its own background', (meaning) => {
    expect(ratio(`${meaning}-ink`, `${meaning}-bg`, theme)).toBeGreaterThanOrEqual(4.5);
    expect(ratio('ink', `${meaning}-bg`, theme)).toBeGreaterThanOrEqual(4.5);
    expect(ratio('ink-quiet', `${meaning}-bg`, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edges.flatMap((edge) => ['ground', 'surface'].map((ground) => [edge, ground] as const)))(
    'the edge %s is seen on %s',
    (edge, ground) => expect(ratio(edge, ground, theme)).toBeGreaterThanOrEqual(3),
  );

  it('a button reads, at rest and under the pointer', () => {
    expect(ratio('on-accent', 'accent', theme)).toBeGreaterThanOrEqual(4.5);
    expect(ratio('on-accent', 'accent-hover', theme)).toBeGreaterThanOrEqual(4.5);
    expect(ratio('accent-ink', 'accent-bg', theme)).toBeGreaterThanOrEqual(4.5);
  });
});

it('the seal is drawn alike as a file and in code', () => {
  expect(readFileSync(new URL('../css/seal.svg', import.meta.url), 'utf8')).toContain(sealPath);
});
