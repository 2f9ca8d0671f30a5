import { note } from '../http/index.js';
import type { Refusal } from '../profiles/index.js';
import type { GrantRequest } from './grant-request.js';
import { issue } from './issue.js';
import { refreshTokenFor } from './offline.js';

/** A device asks whether somebody has agreed. RFC 8628, section 3.4. */
export async function deviceGrant({
  world,
  provider,
  exchange,
  client,
  form,
}: GrantRequest): Promise<Refusal | Record<string, unknown>> {
  const { profile, devices, people, logins, key } = world;
  const refusals = profile.deviceFlow?.refusals;
  if (!refusals) throw new Error('this provider has no devices');
  const code = form.get('device_code') ?? '';
  const device = devices.poll(code);
  if (!device) return refusals.unknown;
  if (device === 'too soon' || device === 'expired') return refusals[device];
  if (device.clientId !== client.clientId) return refusals.foreign;
  const { outcome, scope } = device;
  if (!outcome) return refusals.pending;
  if (outcome === 'denied') return refusals.denied;
  const { grantId, subject } = outcome;
  note(exchange.res, { ...logins.of(grantId) });
  const person = people.bySubject(key, subject);
  // The code is for one use.
  devices.remove(code);
  if (!person) return refusals.denied;
  const authTime = world.clock.seconds;
  const more = refreshTokenFor(world, { grantId, scope, authTime });
  const { clientId } = client;
  return issue(world, provider, person, {
    grantId,
    clientId,
    subject,
    scope,
    authTime,
    grantType: 'device_code',
    more,
  });
}
