import type { ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { type Handler, note, sendJson } from '../http/index.js';
import type { Profile } from '../profiles/index.js';
import type { World } from '../world/index.js';
import { certificates } from './certificates.js';
import { ErrorPages } from './error-pages.js';
import { EndSession } from './logout/end-session.js';
import { type SignedOut, signOut } from './logout/sign-out.js';
import { discovery, keySet } from './metadata.js';
import type { Passed } from './requests.js';
import { answerOurselves, endpointOf, passOn, pathOf } from './routes.js';

export type Issuer = {
  readonly key: string;
  readonly label: string;
  readonly issuer: string;
  readonly mount: string;
  readonly profile: Profile;
  readonly world: World;
  /** Answers an exchange whose path begins with the mount. */
  readonly handle: Handler;
  /** Ends a person's sessions, from outside. */
  signOut(subject: string, by: 'session' | 'subject'): Promise<SignedOut>;
};

type Engine = {
  readonly provider: Provider;
  answer(req: NonNullable<Passed>, res: ServerResponse): Promise<void>;
};

const isSecure = ({ issuer }: World): boolean => issuer.startsWith('https:');

/**
 * Whoever speaks https for us, here or in a proxy before us, the address says that it is spoken: redirects and cookies go
 * by it. What the request says itself of where it came by is not believed.
 */
function tellScheme({ headers }: NonNullable<Passed>): void {
  delete headers['x-forwarded-host'];
  headers['x-forwarded-proto'] = 'https';
}

async function makeEngine(world: World, pages: ErrorPages): Promise<Engine> {
  const { makeProvider } = await import('./provider.js');
  const provider = makeProvider(world, pages);
  const callback = provider.callback();
  provider.proxy = isSecure(world);
  return {
    provider,
    answer: async (req, res) => {
      if (isSecure(world)) tellScheme(req);
      return callback(req, res);
    },
  };
}

/** A provider of its own, out of a profile and the stores it shares with its neighbours. */
export function makeIssuer(world: World): Issuer {
  const { key, label, issuer, mount, profile } = world;
  const pages = new ErrorPages(world);
  const endSession = new EndSession(world, profile.routes.endSession);
  let engine: Promise<Engine> | undefined;
  const engineOf = (): Promise<Engine> => {
    engine ??= makeEngine(world, pages);
    return engine;
  };

  const handle: Handler = async (exchange) => {
    const { res, url } = exchange;
    const asked = url.pathname.slice(mount.length);
    const path = pathOf(profile, asked);
    note(res, { endpoint: endpointOf(profile, path), path: asked });
    if (path === '/.well-known/openid-configuration') return discovery(world, exchange);
    if (path === profile.routes.jwks) return keySet(world, exchange);
    if (path === profile.routes.certificates) return certificates(world, exchange);
    if (await endSession.answer(exchange, path)) return;
    const { provider, answer } = await engineOf();
    const parts = { world, provider, pages };
    if (await answerOurselves(parts, exchange, path)) return;
    const passed = await passOn(parts, exchange, path);
    if (!passed) return;
    // As Express mounts an application: oidc-provider finds its own address by the difference.
    const inner = `${path || '/'}${url.search}`;
    Object.assign(passed, { originalUrl: `${mount}${inner}`, url: inner });
    await answer(passed, res);
    if (!res.writableEnded && !res.headersSent) sendJson(exchange, 404, { error: 'not_found' });
  };
  return {
    key,
    label,
    issuer,
    mount,
    profile,
    world,
    handle,
    signOut: (subject, by) => signOut(world, subject, by),
  };
}
