import { actionsSet, actionsView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Founder, Service } from './house/founder.js';

let service: Service;
let admin: Founder;

beforeAll(async () => {
  service = await Service.open();
  admin = await service.founder('admin@gmail.com', 'acme');
});
afterAll(() => service.close());

test('a brand says where its backend carries out what is accepted, and gets a secret to know the service by', async () => {
  const view = async () => (await admin.console('GET', '/actions')).as(actionsView);
  const set = async (body: object) => (await admin.console('PUT', '/actions', body)).as(actionsSet);
  expect(await view()).toEqual({ url: null });
  const url = 'https://93.184.215.14/api/actions';
  const made = await set({ url });
  expect(made).toMatchObject({ url, secret: expect.stringMatching(/^whsec_/) });
  expect(await view()).toEqual({ url });
  const [row] = await service.house.database.brand.findMany({ where: { slug: 'acme' } });
  expect(row?.actionsSecret).not.toContain(made.secret?.slice(6));
  // Another address is no reason for another secret; to rotate is.
  expect(await set({ url: `${url}/2` })).toEqual({ url: `${url}/2`, secret: null });
  const rotated = await set({ url: `${url}/2`, rotate: true });
  expect(rotated.secret).toMatch(/^whsec_/);
  expect(rotated.secret).not.toBe(made.secret);
  expect((await admin.console('PUT', '/actions', { url: 'http://10.0.0.1/' })).problem().code).toBe(
    'webhook_url_refused',
  );
  expect((await admin.console('DELETE', '/actions')).status).toBe(204);
  expect(await view()).toEqual({ url: null });
});
