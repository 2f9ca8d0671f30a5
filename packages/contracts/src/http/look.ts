import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'is no colour like #3f3fae');
/** Distances in CSS pixels: so far that a page's own button has room, and the chat is still on the screen. */
const distance = z.number().int().min(0).max(200);
/** Line breaks, controls, and what turns the direction of the words beside it. */
const unruly = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !unruly.test(text), 'has line breaks, or characters that are not seen');

/**
 * How a brand's chat looks. Words and measures only: no picture, no markup and no address is among them, so nothing of
 * it can be taken for a seal, and nothing is fetched from elsewhere. Its colour is the brand's `accent`.
 */
export const widgetLook = z.strictObject({
  /** The accent where the surroundings are dark. Without it the brand's accent serves there too. */
  accentDark: colour.optional(),
  /** Of the window's corners; those of what is in it follow. */
  radius: z.number().int().min(0).max(24).default(16),
  /** Without it: at the end of the line, which is right, or left where the chat's language is written from the right. */
  side: z.enum(['left', 'right']).optional(),
  /** From the side, and from the bottom of the page. */
  offset: z.strictObject({ side: distance.default(20), bottom: distance.default(20) }).prefault({}),
  /** Beside the launcher's icon. Without it the icon stands alone. */
  launcherLabel: words(30).optional(),
  /** Above an empty chat, each in place of what stands there otherwise. */
  greeting: z.strictObject({ title: words(60).optional(), text: words(240).optional() }).prefault({}),
  /** `auto`: as the consumer's device is set. */
  scheme: z.enum(['auto', 'light', 'dark']).default('auto'),
});
export type WidgetLook = z.output<typeof widgetLook>;
