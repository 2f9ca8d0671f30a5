import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environment } from '../env.js';
import { inRoot } from '../paths.js';
import { run } from '../run/run.js';
import type { Front, FrontOptions } from './front.js';
import { hosts } from './places.js';

const template = inRoot('deploy/nginx/countersign.conf.template');
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Of NGINX_PATH or PATH; Debian puts it where ordinary users do not look. */
export function findNginx(): string | undefined {
  const folders = [...environment.inherited.PATH.split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const places = [environment.nginx, ...folders.map((folder) => join(folder, 'nginx'))];
  return places.find((path) => {
    try {
      return path !== undefined && accessSync(path, constants.X_OK) === undefined;
    } catch {
      return false;
    }
  });
}

const server = (address: string): string => `127.0.0.1:${new URL(address).port}`;

/** What the template is filled with: in the image of nginx the environment says the same. */
function valuesOf(options: FrontOptions): Record<string, string> {
  const { port, behind, apiPorts, credentials, redirectPort } = options;
  const apis = apiPorts ?? [Number(new URL(behind.api).port)];
  const sites = [hosts.larkspur, hosts.app, hosts.juniper];
  return {
    API_SERVERS: apis.map((one) => `server 127.0.0.1:${one} max_fails=1 fail_timeout=1s;`).join(' '),
    WORKSPACE_SERVER: server(behind.workspace),
    SITE_SERVER: server(behind.brandSite),
    IDP_SERVER: server(behind.idp),
    CHAT_HOST: hosts.chat,
    WORKSPACE_HOST: hosts.workspace,
    IDP_HOST: hosts.idp,
    SITE_NAMES: sites.map((name) => `${name} countersign_site;`).join(' '),
    // Nobody comes from anywhere else.
    HTTP_LISTEN: `127.0.0.1:${redirectPort ?? 0}`,
    HTTPS_LISTEN: `127.0.0.1:${port}`,
    HTTPS_SUFFIX: port === 443 ? '' : `:${port}`,
    PUBLIC_PORT: String(port),
    TLS_CERT: credentials.certFile,
    TLS_KEY: credentials.keyFile,
  };
}

/** As `envsubst` does: only what is known is replaced. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{([A-Z_]+)\}/g, (whole, name: string) => values[name] ?? whole);

/** The whole configuration: around the template, what the image of nginx brings. */
function configuration(options: FrontOptions, folder: string): string {
  const isRoot = process.getuid?.() === 0;
  const conf = filled(readFileSync(template, 'utf8'), valuesOf(options));
  const temporary = TEMPORARY.map((name) => `${name}_temp_path ${join(folder, name)};`);
  return [
    ...(isRoot ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 2;',
    `pid ${join(folder, 'nginx.pid')};`,
    'error_log stderr error;',
    'events { worker_connections 8192; }',
    'http {',
    ...temporary,
    // Where nobody asked for it, nobody listens for plain http.
    options.redirectPort === undefined ? conf.replace(/server \{\s*listen 127\.0\.0\.1:0;[^}]*\}/, '') : conf,
    '}',
    '',
  ].join('\n');
}

const answersAt = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => resolve(socket.destroy().destroyed));
    socket.once('error', () => resolve(false));
  });

async function untilUp(child: ChildProcess, port: number, said: () => string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await answersAt(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`nginx did not start:\n${said()}`);
    await pause(20);
  }
}

/** The front as in production: nginx by the configuration of the image, on this machine. */
export async function openNginx(path: string, options: FrontOptions): Promise<Front> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-nginx-'));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(options, folder), { mode: 0o600 });
  const args = ['-p', folder, '-c', file, '-e', 'stderr'];
  const tidy = () => rmSync(folder, { recursive: true, force: true });
  const { code, output } = await run(path, ['-t', ...args]);
  if (code !== 0) {
    tidy();
    throw new Error(`nginx refuses its configuration:\n${output}`);
  }
  let said = '';
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await gone;
    tidy();
  };
  try {
    await untilUp(child, options.port, () => said);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}
