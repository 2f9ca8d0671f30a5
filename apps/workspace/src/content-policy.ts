import { isDevelopment, type Settings } from './env';

/** The guided demo shows the workspace beside the shop. Elsewhere nobody may frame it. */
const ancestors = ({ demo, brandSiteUrl }: Settings): string =>
  demo && brandSiteUrl ? new URL(brandSiteUrl).origin : `'none'`;

/**
 * What a page may load, and who may frame it.
 * @param framedHere by a page of the workspace's own
 */
export function contentPolicy(nonce: string, settings: Settings, framedHere = false): string {
  const { apiUrl } = settings;
  const socket = apiUrl.replace(/^http/, 'ws');
  const ours = `'self' 'nonce-${nonce}'`;
  // The tools of `next dev` evaluate strings and bring styles of their own. A nonce would switch their permission off.
  const [scripts, styles] = isDevelopment()
    ? [`${ours} 'strict-dynamic' 'unsafe-eval'`, `'self' 'unsafe-inline'`]
    : [`${ours} 'strict-dynamic'`, ours];
  return [
    `default-src 'self'`,
    `script-src ${scripts}`,
    `style-src-elem ${styles}`,
    // Positions of floating things are written into `style` attributes.
    `style-src-attr 'unsafe-inline'`,
    `connect-src 'self' ${apiUrl} ${socket}`,
    `img-src 'self' data: ${apiUrl}`,
    `font-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors ${framedHere ? `'self'` : ancestors(settings)}`,
  ].join('; ');
}
