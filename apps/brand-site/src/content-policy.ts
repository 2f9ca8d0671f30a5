import type { Env } from './env';

/** What a page may load: itself and the chat. `frame-ancestors` is for the lobby's live thumbnail and the guided demo. */
export function contentPolicy({ API_URL, NODE_ENV }: Env, nonce: string): string {
  const socket = API_URL.replace(/^http/, 'ws');
  const development = NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' ${API_URL}${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `connect-src 'self' ${API_URL} ${socket}${development ? ' ws:' : ''}`,
    `img-src 'self' data: blob: ${API_URL}`,
    "font-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    // By a form the chat is carried into a window of its own.
    `form-action 'self' ${API_URL}`,
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** For the guided demo, which shows the workspace beside the shop: an agent signs in there, by way of the provider. */
export const tourPolicy = (env: Env, nonce: string): string =>
  contentPolicy(env, nonce).replace(
    "frame-src 'self'",
    `frame-src 'self' ${env.WORKSPACE_URL} ${env.API_URL} ${env.IDP_URL}`,
  );

/** For the window that carries a code: nothing foreign, in nobody's frame. */
export function callbackPolicy({ NODE_ENV }: Env, nonce: string): string {
  const development = NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

/**
 * For the app's web build: a file of scripts and nothing foreign but the chat. Its styles are made by its framework as it
 * runs, in an element that has no nonce.
 */
export function appPolicy({ API_URL }: Env): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' ${API_URL} ${API_URL.replace(/^http/, 'ws')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}
