import type { ConnectionSettingsView } from '@countersign/contracts';
import { hashOf } from '../../common/secrets.js';
import type { Connection } from '../../connections/index.js';

type Settings = Pick<ConnectionSettingsView, 'issuer' | 'connection'>;

const given = <Value extends object>(members: Value) =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );

const sharedOf = (connection: Connection) => ({
  key: connection.key,
  label: connection.label,
  issuer: connection.issuer.url,
  origins: [...connection.origins],
  apps: connection.apps,
  algorithms: [...connection.algorithms],
  mode: connection.mode,
  method: connection.method,
  scope: connection.scope,
  loginClientIds: [...connection.loginClientIds],
  authorizedParties: [...connection.authorizedParties],
  authoritative: [...connection.authoritative],
  mapping: { ...connection.mapping },
  minimum: connection.minimum,
  onRejected: connection.onRejected,
  assuranceMinutes: connection.assuranceMinutes,
  window: connection.window,
  backchannelLogout: connection.backchannelLogout,
  ...given({
    hostedDomain: connection.hostedDomain,
    maxAgeSeconds: connection.maxAgeSeconds,
    brandServerLabel: connection.brandServerLabel,
    factsKey: connection.factsKey,
    authorizationEndpoint: connection.authorizationEndpoint,
    stepUp: connection.stepUp,
    stepUpFor: connection.stepUpFor.length === 0 ? null : [...connection.stepUpFor],
    acrValues: connection.acrValues.length === 0 ? null : [...connection.acrValues],
  }),
});

/** A connection as somebody would say it, to be said anew. Never a secret. */
export function saidOf(connection: Connection): Settings {
  const { issuer, flow } = connection;
  const shared = sharedOf(connection);
  const ofFlow =
    flow === 'implicit'
      ? {
          flow,
          encryption: connection.encryption,
          responseMode: connection.responseMode,
          ...given({ clientId: connection.clientId }),
        }
      : {
          flow,
          clientId: connection.clientId ?? '',
          tokenAuthMethod: connection.tokenAuthMethod,
          redirectUris: [...connection.redirectUris],
          pkce: connection.pkce,
          interactive: connection.interactive,
          userinfo: connection.userinfo,
          refresh: connection.refresh,
          ...given({ tokenEndpoint: connection.tokenEndpoint }),
        };
  return {
    issuer: {
      url: issuer.url,
      aliases: [...issuer.aliases],
      label: issuer.label,
      discovery: issuer.discovery,
      ...given({ jwksUri: issuer.jwksUri, keys: issuer.keys }),
    },
    connection: { ...shared, ...ofFlow },
  } as unknown as Settings;
}

/** Another for every change, of whatever member: who saves says what they have seen. */
export const versionOf = (connection: Connection): string => hashOf(JSON.stringify(saidOf(connection)));
