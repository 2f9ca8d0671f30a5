import { readableOn, readRgb } from '@countersign/look';
import { make } from '../element.js';

/** Any colour a browser knows, as red, green and blue. */
function plain(colour: string): string {
  if (readRgb(colour)) return colour;
  const pen = make('canvas', { width: '1', height: '1' }).getContext('2d');
  if (!pen) return colour;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  return `rgb(${pen.getImageData(0, 0, 1, 1).data.slice(0, 3).join()})`;
}

/**
 * Words on the accent are black or white, whichever has the greater contrast, at least 4.5 to 1. Measured on what the
 * browser makes of it: the brand, the page's own style and the device's scheme all have a say in the colour.
 */
export function contrastOf(window: HTMLElement) {
  const probe = make('i', { class: 'accent', hidden: true });
  window.append(probe);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const measure = () =>
    window.style.setProperty('--on-accent', readableOn(plain(getComputedStyle(probe).backgroundColor)));
  dark.addEventListener('change', measure);
  return { measure, stop: () => dark.removeEventListener('change', measure) };
}
