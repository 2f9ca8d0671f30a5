import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { get as getSecurely } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@countersign/ports';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Balance } from '../src/https/balance.js';
import { credentialsIn } from '../src/https/credentials.js';
import { filled, findNginx, openNginx } from '../src/https/nginx.js';
import { hosts } from '../src/https/places.js';

type Named = { readonly port: number; readonly server: Server };

/** A process that says its name; at `/held` it never comes to an end. */
async function named(name: string): Promise<Named> {
  const server = createServer((request, response) => {
    if (request.url === '/held') response.write(name);
    else
      response.end(`${name} ${request.headers['x-forwarded-for']} ${request.headers['x-forwarded-proto']}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, server };
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text;
}

test('whoever has fewer connections takes the next, and one that is away is passed over', async () => {
  const [one, other] = [await named('one'), await named('other')];
  const agent = new Balance([one.port, other.port]);
  const ask = async (path: string) => {
    const request = get({ path, agent, host: '127.0.0.1', port: 1 });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return { request, response };
  };
  const said = async () => {
    const { response } = await ask('/');
    const closed = once(response.socket, 'close');
    const text = await textOf(response);
    await closed;
    return text;
  };
  const held = await ask('/held');
  onTestFinished(() => void held.request.destroy());
  const [first] = (await once(held.response, 'data')) as [Buffer];
  const free = first.toString() === 'one' ? 'other' : 'one';
  for (let turn = 0; turn < 3; turn += 1) expect(await said()).toContain(`${free} `);
  const gone = free === 'one' ? one : other;
  gone.server.close();
  gone.server.closeAllConnections();
  expect(await said()).toContain(`${first.toString()} `);
});

test('a template is filled with what is known, and keeps what is nginx’s own', () => {
  const place = (name: string) => `\${${name}}`;
  const template = `listen ${place('PORT')}; return $host ${place('OTHER')}`;
  expect(filled(template, { PORT: '443' })).toBe(`listen 443; return $host ${place('OTHER')}`);
});

const nginx = findNginx();

describe.runIf(nginx)('nginx by the configuration of the image', () => {
  test('it takes it, leads to the programs by name, passes one over that is away, and believes no header', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'front-spec-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const credentials = await credentialsIn(folder, Object.values(hosts));
    const [api, site] = [await named('api'), await named('site')];
    const at = ({ port }: { port: number }) => `http://127.0.0.1:${port}`;
    const behind = { api: at(api), idp: at(api), workspace: at(api), brandSite: at(site) };
    const [port, away] = [await freePort(), await freePort()];
    const apiPorts = [away, api.port];
    const front = await openNginx(nginx ?? '', { port, behind, credentials, apiPorts });
    onTestFinished(() => front.close());
    const ask = async (host: string) => {
      const headers = {
        host: `${host}:${port}`,
        'x-forwarded-for': '203.0.113.9',
        forwarded: 'for=203.0.113.9',
      };
      const request = getSecurely({
        host: '127.0.0.1',
        port,
        headers,
        rejectUnauthorized: false,
        agent: false,
      });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      return `${response.statusCode} ${await textOf(response)}`;
    };
    for (let turn = 0; turn < 4; turn += 1) expect(await ask(hosts.chat)).toBe('200 api 127.0.0.1 https');
    expect(await ask(hosts.juniper)).toBe('200 site 127.0.0.1 https');
    expect(await ask('elsewhere.example')).toMatch(/^404/);
  });
});
