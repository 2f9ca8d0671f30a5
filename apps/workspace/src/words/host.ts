/** The host of an address; what is none stays as it is. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** What stands behind the host. */
export const pathOf = (url: string): string =>
  URL.canParse(url) ? url.slice(new URL(url).origin.length) : '';
