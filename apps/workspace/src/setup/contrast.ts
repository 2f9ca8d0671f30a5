import { contrast, readableOn, readRgb } from '@countersign/look';

/** What words on an accent look like, told before it is saved. Undefined: it is written otherwise than a browser's own field writes it. */
export function contrastOn(
  accent: string,
): { readonly ink: 'white' | 'black'; readonly ratio: number } | undefined {
  const [ground, words] = [readRgb(accent), readRgb(readableOn(accent))];
  if (!/^#[0-9a-f]{6}$/i.test(accent) || !ground || !words) return undefined;
  return { ink: readableOn(accent) === '#ffffff' ? 'white' : 'black', ratio: contrast(ground, words) };
}
