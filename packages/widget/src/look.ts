import type { EmbedView } from '@countersign/contracts';

export type BrandOfPage = EmbedView['brand'];

/** Only where it is right to left the sides change; a brand that names a side means that side. */
const placeOf = ({ side, offset }: BrandOfPage['look'], isRtl: boolean): string => {
  const at = side ?? (isRtl ? 'left' : 'right');
  const other = at === 'left' ? 'right' : 'left';
  return `--countersign-${at}:${offset.side}px;--countersign-${other}:auto;--countersign-bottom:${offset.bottom}px;`;
};

/** A brand's look as custom properties of the element: weaker than what the page's own style says of it. */
export function lookCss({ accent, look }: BrandOfPage, isRtl: boolean): string {
  const { accentDark, radius, scheme } = look;
  const colour = accentDark ? `light-dark(${accent},${accentDark})` : accent;
  const forced = scheme === 'auto' ? '' : `color-scheme:${scheme};`;
  return `:host{--countersign-accent:${colour};--countersign-radius:${radius}px;${placeOf(look, isRtl)}${forced}}`;
}
