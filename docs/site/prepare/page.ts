/** One page of the site: where it was written, and where it is read. */
export type Page = {
  /** Below the top of the repository: `docs/guide/keys.md`. Made pages say what they are made of. */
  readonly source: string;
  /** Below the address of the site, without slashes around it: `guide/keys`. */
  readonly slug: string;
  readonly title: string;
  readonly description?: string;
  /** Without its title. */
  readonly body: string;
};

const plain = (markdown: string): string =>
  markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '');

/** A page of a file: its first heading is the title, its first sentence what search engines and lists say of it. */
export function pageOf(source: string, slug: string, text: string): Page {
  const heading = /^# (.+)\n+/.exec(text);
  if (!heading?.[1]) throw new Error(`${source} begins without a title: a line "# …".`);
  const body = text.slice(heading[0].length);
  const first = /^(?![#|`<!>\-\d ])[\s\S]+?(?=\n\n|$)/.exec(body)?.[0].replace(/\s+/g, ' ');
  const sentence = first && /^.+?[.:](?= |$)/.exec(plain(first))?.[0].replace(/:$/, '.');
  return { source, slug, title: plain(heading[1]), body, ...(sentence ? { description: sentence } : {}) };
}
