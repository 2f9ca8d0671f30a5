import { allowInsecureRequests, ClientSecretBasic, type Configuration, discovery } from 'openid-client';
import type { LoginWay } from '../customers/customer';
import type { DemoBrand } from '../demo-file/schema';

/** A provider that does not answer is not asked again by every page meanwhile. */
const pauseMs = 5_000;
const known = new Map<string, Promise<Configuration>>();

/** The brand's own login client at one provider. It is never the client of the chat. */
export function loginProvider(brand: DemoBrand, way: LoginWay): Promise<Configuration> | undefined {
  const client = brand.login[way];
  if (!client) return undefined;
  const key = `${client.issuer} ${client.clientId} ${client.clientSecret}`;
  const found = known.get(key);
  if (found) return found;
  const issuer = new URL(client.issuer);
  const configuration = discovery(
    issuer,
    client.clientId,
    undefined,
    ClientSecretBasic(client.clientSecret),
    {
      // The demo's provider runs on plain loopback; anything else must be https.
      execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
      timeout: 5,
    },
  );
  known.set(key, configuration);
  configuration.catch((error: unknown) => {
    console.error(`no sign-in at ${client.issuer}:`, error instanceof Error ? error.message : '');
    setTimeout(() => known.delete(key), pauseMs).unref();
  });
  return configuration;
}
