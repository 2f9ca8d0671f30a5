import type Provider from 'oidc-provider';
import type { Person } from '../people/index.js';
import type { Device, World } from '../world/index.js';

/** Somebody agreed that a device acts for them: a grant, which it fetches with its next question. */
export async function agreed(
  world: World,
  provider: Provider,
  device: Device,
  person: Person,
): Promise<void> {
  const { consents, clients, logins, devices, key } = world;
  const { clientId, scope } = device;
  const subject = person.subjects[key] ?? '';
  const grant = new provider.Grant({ accountId: subject, clientId });
  grant.addOIDCScope(scope);
  const grantId = await grant.save();
  consents.give(subject, clients.find(key, clientId)?.project ?? clientId, scope.split(' '));
  logins.put(grantId, {
    clientId,
    subject,
    state: undefined,
    loginHint: undefined,
    // A device is used while nobody is there: it always keeps what it was given.
    offline: true,
    consentShown: true,
  });
  devices.answer(device, { grantId, subject });
}
