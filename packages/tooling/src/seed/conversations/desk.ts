import type { Ack, AgentToServer, ServerToAgent } from '@countersign/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Addresses } from '../addresses.js';

type Reply<Value> = Parameters<Ack<Value>>[0];

/** Cookies as a browser keeps them, by name; ports do not part them. */
class Cookies {
  private readonly values = new Map<string, string>();

  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.values.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  get header(): string {
    return [...this.values].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

const formField = /<form[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g;
const hidden = /<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g;
const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** An agent who signs in as a browser without JavaScript would, and answers through the agents' socket. */
export class Desk {
  private constructor(private readonly socket: Socket<ServerToAgent, AgentToServer>) {}

  static async signIn({ api, workspace }: Addresses, email: string): Promise<Desk> {
    const cookies = new Cookies();
    await walk(
      `${api}/v1/agent/sign-in?brand=larkspur&hint=${encodeURIComponent(email)}`,
      cookies,
      workspace,
    );
    const socket: Socket<ServerToAgent, AgentToServer> = io(`${api}/agent`, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie: cookies.header, origin: workspace },
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return new Desk(socket);
  }

  async answer(conversation: string, ...texts: string[]): Promise<void> {
    await this.ask((ack) => this.socket.emit('conversation:take', { conversation }, ack));
    for (const text of texts)
      await this.ask((ack) =>
        this.socket.emit('message:send', { clientId: crypto.randomUUID(), conversation, text }, ack),
      );
  }

  async end(conversation: string): Promise<void> {
    await this.ask((ack) => this.socket.emit('conversation:end', { conversation }, ack));
  }

  leave(): void {
    this.socket.disconnect();
  }

  private ask<Value>(emit: (ack: Ack<Value>) => unknown): Promise<Value> {
    return new Promise((resolve, reject) => {
      emit((reply: Reply<Value>) =>
        reply.ok ? resolve(reply.value) : reject(new Error(reply.problem.title)),
      );
    });
  }
}

const MOST_STEPS = 20;

/** Follows redirects, and presses the first button of each page, until the workspace comes. */
async function walk(start: string, cookies: Cookies, workspace: string): Promise<void> {
  let next: { url: string; form?: URLSearchParams } = { url: start };
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (next.url.startsWith(workspace)) {
      if (next.url.includes('problem=')) throw new Error(`A seeded agent was refused: ${next.url}`);
      return;
    }
    const response: Response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: cookies.header, ...(next.form ? { origin: new URL(next.url).origin } : {}) },
      ...(next.form ? { method: 'POST', body: next.form } : {}),
    });
    cookies.take(response);
    const location = response.headers.get('location');
    next = location ? { url: new URL(location, next.url).href } : pressed(await response.text(), next.url);
  }
  throw new Error('A seeded agent never arrived at the workspace.');
}

function pressed(page: string, url: string): { url: string; form: URLSearchParams } {
  const [form] = [...page.matchAll(formField)];
  if (!form) throw new Error(`There is no form to press at ${new URL(url).pathname}`);
  const [, action = '', body = ''] = form;
  const fields = new URLSearchParams(
    [...body.matchAll(hidden)].map(([, name = '', value = '']) => [name, plain(value)]),
  );
  const button = /<button[^>]*name="([^"]+)"[^>]*value="([^"]*)"/.exec(body);
  if (button) fields.set(button[1] ?? '', plain(button[2] ?? ''));
  return { url: new URL(plain(action), url).href, form: fields };
}
