import type { Request } from 'express';

/** Where a page's request comes from. Apps send no `Origin`. */
export const originOf = (request: Request): string | undefined => request.headers.origin;
/** Stored with attempts and sessions in place of an origin. */
export const APP = 'app';
/** Whoever presents: by which key, from which page. */
export type Presenter = { readonly keyThumbprint: string; readonly origin: string };

export const possessionOf = (request: Request): string | undefined => {
  const header = request.headers['dpop'];
  return typeof header === 'string' ? header : undefined;
};

export const pathOf = (request: Request): string => request.originalUrl.split('?')[0] ?? '/';
