/** Red, green and blue as linear light, 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

const hex = /^#([\da-f]{3}|[\da-f]{6})$/i;
const rgb = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i;

/** Reads `#rgb`, `#rrggbb` and `rgb(…)`; anything else is undefined. */
export function readRgb(color: string): LinearRgb | undefined {
  const digits = hex.exec(color.trim())?.[1];
  if (digits) {
    const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
    const value = Number.parseInt(full, 16);
    return [linear((value >> 16) / 255), linear(((value >> 8) & 255) / 255), linear((value & 255) / 255)];
  }
  const [, red, green, blue] = rgb.exec(color.trim()) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return [linear(Number(red) / 255), linear(Number(green) / 255), linear(Number(blue) / 255)];
}

/** Relative luminance as WCAG 2 defines it. */
export const luminance = ([red, green, blue]: LinearRgb): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Contrast as WCAG 2 defines it: 1 to 21. */
export function contrast(one: LinearRgb, other: LinearRgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
