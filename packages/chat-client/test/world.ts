import {
  Chat,
  type DraftStorage,
  Identity,
  type KeyStore,
  type Platform,
  type ProofKey,
  type Signal,
} from '../src/index.js';
import { bareDevice } from '../src/platform/bare-device.js';
import { Service } from './service.js';
import { settled, Time } from './time.js';

type Answer = unknown | (() => unknown);

/** One browser, with its tabs and its service: no network, no real time, nothing by chance. */
export class World {
  readonly time = new Time();
  readonly service = new Service(() => this.time.now);
  /** What the page's method answers, and how often it was asked for what. */
  answer: Answer = { idToken: 'ada' };
  readonly reasons: string[] = [];
  /** How the device's own clock is off. */
  skew = 0;
  random = 0;
  /** Where the page says it stands in a trace of its own. */
  traceparent: string | undefined;
  private count = 0;
  private readonly listeners = new Map<string, Set<(news: unknown) => void>>();
  private readonly holders = new Map<string, Promise<void>>();
  private readonly signals = new Set<(signal: Signal) => void>();
  readonly keys = new Map<string, ProofKey>();

  readonly keyStore: KeyStore = {
    load: async (brand) => this.keys.get(brand),
    make: async (brand) => {
      const key = this.keys.get(brand) ?? this.newKey();
      this.keys.set(brand, key);
      return key;
    },
    remove: async (brand) => void this.keys.delete(brand),
  };

  private newKey(): ProofKey {
    this.count += 1;
    const jwk = { kty: 'EC', crv: 'P-256', x: `key-${this.count}`, y: 'y' };
    return { jwk, sign: async () => new Uint8Array(64) };
  }

  private platform(): Platform {
    return {
      ...bareDevice({
        randomId: () => {
          this.count += 1;
          return `client-id-${this.count}`;
        },
        sha256: async () => new Uint8Array(32),
      }),
      now: () => this.time.now + this.skew,
      after: this.time.after,
      random: () => this.random,
      fetch: this.service.fetch,
      lock: (name, work) => {
        const before = this.holders.get(name);
        const held = (before ?? Promise.resolve()).then(() => work(before === undefined));
        const free = held.finally(() => this.holders.get(name) === free && this.holders.delete(name));
        this.holders.set(name, free);
        return held;
      },
      channel: (name, listen) => {
        const all = this.listeners.get(name) ?? new Set();
        this.listeners.set(name, all.add(listen));
        const post = (news: unknown) => {
          for (const other of all) if (other !== listen) other(JSON.parse(JSON.stringify(news)));
        };
        return { post, close: () => void all.delete(listen) };
      },
      upload: (request) => this.service.upload(request),
      socket: () => {
        throw new Error('no sockets here');
      },
      signals: (listen) => {
        this.signals.add(listen);
        return () => void this.signals.delete(listen);
      },
      isSeen: () => true,
    };
  }

  signal(signal: Signal): void {
    for (const listen of [...this.signals]) listen(signal);
  }

  /** A tab whose page names somebody. */
  async tab(named: string | null = 'ada', storage?: DraftStorage): Promise<Tab> {
    const platform = this.platform();
    const identity = new Identity({
      apiUrl: 'https://chat.example',
      brand: 'larkspur',
      connection: 'web',
      keyStore: this.keyStore,
      device: platform,
      traceparent: () => this.traceparent,
      methodOf: () => (attempt) => {
        this.reasons.push((attempt as { reason: string }).reason);
        return typeof this.answer === 'function' ? this.answer(attempt) : this.answer;
      },
    });
    const chat = new Chat({
      identity,
      platform,
      line: this.service.line,
      onChange: () => undefined,
      ...(storage ? { storage } : {}),
    });
    await this.soon(identity.start(named));
    return { identity, chat, platform };
  }

  /** A tab in which that person has proven who they are. */
  async proven(named = 'ada', storage?: DraftStorage): Promise<Tab> {
    const tab = await this.tab(named, storage);
    if (!tab.identity.state.session) await this.soon(tab.identity.prove());
    await settled();
    return tab;
  }

  private async soon(work: Promise<void>): Promise<void> {
    await settled();
    await work;
  }
}

export type Tab = { readonly identity: Identity; readonly chat: Chat; readonly platform: Platform };
