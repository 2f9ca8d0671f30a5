import type Provider from 'oidc-provider';
import type { Exchange } from '../http/index.js';
import { readForm } from '../http/index.js';
import type { World } from '../world/index.js';
import { agreed } from './agreed.js';
import { deviceCode } from './code.js';
import { showAccounts, showConsent, showDone, showEntry } from './show.js';

type Visit = {
  readonly world: World;
  readonly provider: Provider;
  readonly exchange: Exchange;
  /** The path of the page. */
  readonly page: string;
};

/** The person has typed what the device shows. */
async function entered({ world, exchange, page }: Visit): Promise<void> {
  const typed = ((await readForm(exchange.req)).get('user_code') ?? '').trim();
  const device = world.devices.byUserCode(typed);
  if (device) showAccounts(world, exchange, page, device);
  else showEntry(world, exchange, page, { typed, problem: 'No device waits with this code.' });
}

/** One step on the way from the code to an answer: `/<code>/account`, `/<code>/<person>/consent`. */
async function step(visit: Visit, userCode: string, rest: readonly string[]): Promise<boolean> {
  const { world, provider, exchange, page } = visit;
  const device = world.devices.byUserCode(userCode);
  const name = rest.at(-1) ?? '';
  if (!['account', 'other', 'consent', 'cancel'].includes(name)) return false;
  if (!device) {
    showEntry(world, exchange, page, { typed: '', problem: 'No device waits with this code any more.' });
    return true;
  }
  if (name === 'cancel') {
    world.devices.answer(device, 'denied');
    showDone(world, exchange, 'denied');
    return true;
  }
  const form = await readForm(exchange.req);
  const here = world.people.at(world.key);
  const typed = form.get('who') ?? '';
  const wanted = name === 'account' ? form.get('account') : rest[0];
  const person =
    name === 'other' ? world.people.byHint(world.key, typed) : here.find(({ id }) => id === wanted);
  if (!person) {
    const problem = 'No account has this address or handle.';
    showAccounts(world, exchange, page, device, { typed, problem });
  } else if (name === 'consent') {
    await agreed(world, provider, device, person);
    showDone(world, exchange, 'agreed');
  } else showConsent(world, exchange, page, device, person);
  return true;
}

/** The code of a device, and the pages where somebody agrees to it. Answers whether the path was one of theirs. */
export async function answerDevice(
  world: World,
  provider: Provider,
  exchange: Exchange,
  path: string,
): Promise<boolean> {
  const { deviceFlow: flow, routes } = world.profile;
  const { devicePage: page } = routes;
  if (!flow || !page) return false;
  const { method } = exchange.req;
  if (path === routes.deviceCode) {
    if (method !== 'POST') return false;
    await deviceCode(world, exchange, { flow, page: `${world.issuer}${page}` });
    return true;
  }
  const visit = { world, provider, exchange, page: `${world.mount}${page}` };
  if (path === page && method === 'GET') showEntry(world, exchange, visit.page);
  else if (path === page && method === 'POST') await entered(visit);
  else if (method === 'POST') {
    const [userCode = '', ...rest] = path.slice(page.length + 1).split('/');
    return step(visit, userCode, rest);
  } else return false;
  return true;
}
