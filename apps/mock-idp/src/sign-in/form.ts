/** A form of a page, with all it would send if every box were ticked. */
export type Form = { readonly action: string; readonly fields: URLSearchParams };

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  '#x2F': '/',
  '#x3D': '=',
};

export const plain = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39|#x27|#x2F|#x3D);/gi, (whole, name: string) => {
    const known = Object.entries(entities).find(([entity]) => entity.toLowerCase() === name.toLowerCase());
    return known?.[1] ?? whole;
  });

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
};

/** The forms of one of our own pages, or of oidc-provider's. */
export const formsOf = (page: string): readonly Form[] =>
  [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gis)].map(([, tag = '', content = '']) => ({
    action: attribute(` ${tag}`, 'action') ?? '',
    fields: new URLSearchParams(
      [...content.matchAll(/<input\b[^>]*>/gi)]
        .map(([input]): [string, string] => [
          attribute(input, 'name') ?? '',
          attribute(input, 'value') ?? 'on',
        ])
        .filter(([name]) => name !== ''),
    ),
  }));
