import { type Exchange, sendHtml } from '../http/index.js';
import { accountsFor } from '../interaction/index.js';
import { chooserPage, consentPage, detailOf, deviceDonePage, devicePage } from '../pages/index.js';
import type { Person } from '../people/index.js';
import type { Device, World } from '../world/index.js';

type Failed = { readonly typed: string; readonly problem: string };

const nameOf = ({ clients, key }: World, { clientId }: Device): string =>
  clients.find(key, clientId)?.name ?? clientId;

export function showEntry({ label }: World, exchange: Exchange, page: string, failed?: Failed): void {
  const typed = failed?.typed ?? exchange.url.searchParams.get('user_code') ?? undefined;
  sendHtml(
    exchange,
    failed ? 422 : 200,
    devicePage({ label, action: page, typed, problem: failed?.problem }),
  );
}

export function showAccounts(
  world: World,
  exchange: Exchange,
  page: string,
  device: Device,
  failed?: Failed,
): void {
  sendHtml(
    exchange,
    failed ? 422 : 200,
    chooserPage({
      label: world.label,
      application: nameOf(world, device),
      accounts: accountsFor(world, exchange.req, { params: {} }),
      action: `${page}/${device.userCode}`,
      ...failed,
    }),
  );
}

export function showConsent(
  world: World,
  exchange: Exchange,
  page: string,
  device: Device,
  person: Person,
): void {
  sendHtml(
    exchange,
    200,
    consentPage({
      label: world.label,
      application: nameOf(world, device),
      name: person.name,
      detail: detailOf(person),
      scopes: device.scope.split(' '),
      optional: [],
      action: `${page}/${device.userCode}/${person.id}`,
    }),
  );
}

export const showDone = ({ label }: World, exchange: Exchange, how: 'agreed' | 'denied'): void =>
  sendHtml(exchange, 200, deviceDonePage({ label, how }));
