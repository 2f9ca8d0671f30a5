import { contrast, readRgb } from './luminance.js';

const light = '#ffffff';
const dark = '#000000';

/**
 * The text colour that reads best on a brand's colour (`#rgb`, `#rrggbb` or `rgb(…)`).
 * One of the two always reaches 4.5. A colour that cannot be read gets the light one: our default accent is dark.
 */
export function readableOn(color: string): typeof light | typeof dark {
  const ground = readRgb(color);
  const [white, black] = [readRgb(light), readRgb(dark)];
  if (!ground || !white || !black) return light;
  return contrast(ground, white) >= contrast(ground, black) ? light : dark;
}
