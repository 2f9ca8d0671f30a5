import { type Exchange, note, readForm, sendJson } from '../http/index.js';
import type { DeviceFlow } from '../profiles/index.js';
import type { World } from '../world/index.js';

type Flow = { readonly flow: DeviceFlow; readonly page: string };

/** A device that cannot show a page asks for a code to show instead. RFC 8628, section 3.1. */
export async function deviceCode(world: World, exchange: Exchange, { flow, page }: Flow) {
  const { clients, devices, clock, key } = world;
  const form = await readForm(exchange.req);
  const refuse = (status: number, error: string, description: string) =>
    sendJson(exchange, status, { error, error_description: description });
  const clientId = form.get('client_id');
  if (!clientId) return refuse(400, 'invalid_request', 'Missing required parameter: client_id');
  note(exchange.res, { clientId });
  if (!clients.find(key, clientId)) return refuse(401, 'invalid_client', 'The OAuth client was not found.');
  const scopes = flow.spelled(form.get('scope') ?? '');
  if (scopes.length === 0) return refuse(400, 'invalid_request', 'Missing required parameter: scope');
  const [code, userCode] = [flow.newDeviceCode(), flow.newUserCode()];
  const { seconds, interval } = flow;
  const until = clock.seconds + seconds;
  devices.put({ deviceCode: code, userCode, clientId, scope: scopes.join(' '), until, interval });
  sendJson(exchange, 200, flow.answer({ deviceCode: code, userCode, page, seconds, interval }));
}
