import type { Addresses } from '../seed/addresses.js';

/**
 * Names of their own: three sites, as a brand, the service and a provider are three companies. The workspace lies under the
 * service's name, for its cookie is the service's, and a browser sends that within one site only.
 */
export const hosts = {
  larkspur: 'larkspur.localhost',
  app: 'larkspur-app.localhost',
  juniper: 'juniper.localhost',
  chat: 'chat.localhost',
  workspace: 'workspace.chat.localhost',
  idp: 'idp.localhost',
} as const;

const at = (host: string, port: number): string => new URL(`https://${host}:${port}`).origin;

/** Where everything answers over HTTPS. Port 443 is not written. */
export const secureAddresses = (port: number): Addresses => ({
  idp: at(hosts.idp, port),
  api: at(hosts.chat, port),
  brandSite: at(hosts.larkspur, port),
  workspace: at(hosts.workspace, port),
});

/** Which program answers at a name. */
export const programAt = (host: string): keyof Addresses | undefined =>
  ({
    [hosts.larkspur]: 'brandSite',
    [hosts.app]: 'brandSite',
    [hosts.juniper]: 'brandSite',
    [hosts.chat]: 'api',
    [hosts.workspace]: 'workspace',
    [hosts.idp]: 'idp',
  })[host] as keyof Addresses | undefined;
