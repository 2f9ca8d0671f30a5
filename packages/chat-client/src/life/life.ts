import type { IdentityRequest, SessionView } from '@countersign/contracts';
import type { Ask, Identity } from '../identity/identity.js';
import { type IdentityState, refusalOf } from '../identity/state.js';
import type { Channel, Platform } from '../platform/platform.js';
import { backoff, firstAskAt } from './spread.js';
import { momentsOf, speakerOf, standingAt } from './standing.js';
import { type News, newsOf } from './tabs.js';

const TOKEN_MARGIN_MS = 60_000;
const LEAST_MS = 1_000;
const AGAIN = { base: 10_000, cap: 120_000 };
/** Longer than a browser's timer can wait; looked at again by then. */
const LONGEST_MS = 3_600_000;
const RENEW: Ask = { reason: 'renew' };

/**
 * Keeps a session alive once the chat is there: knows by the clock how it stands, has a new proof asked for before the
 * old one ends, once for all tabs, and brings tabs together when one of them opens a session or leaves.
 */
export class Life {
  private readonly channel: Channel;
  private readonly deaf: () => void;
  private timer: (() => void) | undefined;
  private refreshing: Promise<SessionView | undefined> | undefined;
  private underWay: Promise<void> | undefined;
  private session: string | undefined;
  private askAt = Number.POSITIVE_INFINITY;
  private tries = 0;
  /** Who was proven last here, and whom the page named then. */
  private known: { readonly named: string | null; readonly consumer: string } | undefined;

  constructor(
    private readonly identity: Identity,
    private readonly platform: Platform,
  ) {
    this.channel = platform.channel(
      `countersign-${identity.options.brand}`,
      (data) => void this.heard(newsOf(data)),
    );
    this.deaf = platform.signals((signal) => signal !== 'background' && this.look());
    identity.onLeave = () => this.tell({ kind: 'left' });
    identity.observe((state) => this.follow(state));
    this.follow(identity.state);
  }

  dispose(): void {
    this.timer?.();
    this.deaf();
    this.channel.close();
    this.identity.onLeave = undefined;
  }

  /** Settles when no proof is being asked for. */
  get settled(): Promise<void> {
    return this.underWay ?? Promise.resolve();
  }

  /** A session with a token that holds for a while yet; undefined when the session is gone. */
  async fresh(force = false): Promise<SessionView | undefined> {
    const { identity } = this;
    const { session } = identity.state;
    if (!session) return undefined;
    const left = Date.parse(session.tokenExpiresAt) - identity.api.now();
    if (!force && left > TOKEN_MARGIN_MS) return session;
    const { turn } = identity;
    this.refreshing ??= identity.resume().finally(() => {
      this.refreshing = undefined;
    });
    const resumed = await this.refreshing;
    if (turn !== identity.turn) return undefined;
    // A proof that came meanwhile has opened a session of its own.
    if (identity.state.session?.session !== session.session) return identity.state.session ?? undefined;
    if (resumed) identity.change({ phase: 'open', session: resumed });
    else identity.gone();
    return resumed;
  }

  /** Asks for a new proof now. From the click itself, where `renewal` is `click`. */
  renew(): Promise<void> {
    return this.begin(() => this.ask(RENEW));
  }

  /** Answers the request of an agent, or of an act. From the click itself, where the page opens a window. */
  stepUp(): Promise<void> {
    const { request } = this.identity.state.session ?? {};
    if (!request) return Promise.resolve();
    return this.begin(() => this.ask(askOf(request)));
  }

  /** One at a time: a second wish is answered by what is under way. */
  private begin(work: () => Promise<void>): Promise<void> {
    this.underWay ??= work().finally(() => {
      this.underWay = undefined;
      this.look();
    });
    return this.underWay;
  }

  /** By itself: one tab for all of them. */
  private async renewForAll(): Promise<void> {
    const { identity } = this;
    const before = identity.state.session?.session;
    await this.platform.lock(`countersign-renew-${identity.options.brand}`, async (wasFree) => {
      // Whoever had it may have done what was to be done.
      if (!wasFree) await this.fresh(true).catch(() => undefined);
      if (identity.state.session?.session !== before) return;
      if (await this.refreshed()) return;
      if (this.isInteractive) identity.change({ renewal: 'click' });
      else await this.ask(RENEW);
    });
  }

  /** By the provider's refresh token, where the service has one: nobody is asked. */
  private async refreshed(): Promise<boolean> {
    const { identity } = this;
    const { config, session } = identity.state;
    if (!config?.connection.refresh || !session) return false;
    const path = '/v1/sessions/current/refresh';
    try {
      await identity.settle(
        () => identity.api.call<SessionView>({ method: 'POST', path, token: session.token }),
        took,
      );
    } catch {
      return false;
    }
    return identity.state.session?.session !== session.session;
  }

  private async ask(ask: Ask): Promise<void> {
    const { identity } = this;
    const { turn } = identity;
    let came = true;
    const presented = identity.present(ask, (session) => {
      came = Boolean(session);
      return took(session);
    });
    identity.change({ renewal: 'asking', refusal: null });
    try {
      await presented;
      if (turn === identity.turn && !came) this.failed(null);
    } catch (error) {
      if (turn === identity.turn) this.failed(refusalOf(error));
    }
  }

  private failed(refusal: IdentityState['refusal']): void {
    const { identity } = this;
    const moments = identity.state.session && momentsOf(identity.state.session);
    const now = identity.api.now();
    this.tries += 1;
    const unchanged = refusal?.reason === 'proof_unchanged';
    // The host has no newer one before the old one ends; so it is asked again then.
    this.askAt =
      unchanged && moments && now < moments.stale
        ? moments.stale
        : now + LEAST_MS + backoff(this.tries, AGAIN, identity.device.random());
    const renewal = this.isInteractive ? 'click' : unchanged ? 'none' : 'failed';
    identity.change({ renewal, refusal: unchanged ? null : refusal });
  }

  private get isInteractive(): boolean {
    return this.identity.state.config?.connection.interactive === true;
  }

  private follow({ session, phase }: IdentityState): void {
    if (session?.session === this.session) return;
    this.session = session?.session;
    this.tries = 0;
    const { identity } = this;
    const moments = session && momentsOf(session);
    this.askAt = moments
      ? firstAskAt(moments, identity.api.now(), identity.device.random())
      : Number.POSITIVE_INFINITY;
    if (session && phase === 'open') this.tellOpened(session);
    this.look();
  }

  /** What the clock says now. Timers may come late, after a night's sleep: nothing is believed of them but that they came. */
  look(): void {
    const { identity } = this;
    const { session, renewal } = identity.state;
    this.timer?.();
    const now = identity.api.now();
    const standing = session ? standingAt(session, now) : null;
    if (session && standing === 'ended') return void this.over(session);
    if (standing !== identity.state.standing) identity.change({ standing });
    identity.want(this.wanted());
    const moments = session && momentsOf(session);
    if (!moments) {
      if (renewal !== 'none' && !this.underWay) identity.change({ renewal: 'none' });
      return;
    }
    if (!this.underWay) this.renewIfDue(moments.due, now);
    const wait = Math.min(...[this.askAt, ...Object.values(moments)].filter((at) => at > now)) - now;
    this.timer = identity.device.after(Math.min(wait, LONGEST_MS), () => this.look());
  }

  private renewIfDue(due: number, now: number): void {
    const { renewal, config } = this.identity.state;
    if (now < due || renewal === 'click') return;
    if (this.isInteractive && !config?.connection.refresh) this.identity.change({ renewal: 'click' });
    else if (now >= this.askAt) {
      // Whatever comes of it, it is not asked for again at once.
      this.askAt = now + AGAIN.cap;
      void this.begin(() => this.renewForAll());
    }
  }

  /** What the next click would ask for. */
  private wanted(): Ask | undefined {
    const { session, standing } = this.identity.state;
    if (session?.request) return askOf(session.request);
    return standing === 'due' || standing === 'stale' ? RENEW : undefined;
  }

  /**
   * The time is over: nothing is shown from here on, whoever answers or not. But a clock may have been set, so the
   * service is asked for its time before the key is thrown away.
   */
  private async over(session: SessionView): Promise<void> {
    const { identity } = this;
    const { turn } = identity;
    identity.isEnding = true;
    identity.change({ phase: 'ended', session: null, standing: 'ended', renewal: 'none' });
    await Promise.all([identity.api.embed().catch(() => undefined), this.settled]);
    // Whoever has begun anew meanwhile is not thrown out with the old one.
    if (turn !== identity.turn || !identity.isEnding) return;
    identity.isEnding = false;
    if (standingAt(session, identity.api.now()) === 'ended') identity.gone();
    else identity.change({ phase: 'open', session });
  }

  private tellOpened(session: SessionView): void {
    const { named } = this.identity;
    const { consumer } = session;
    // Two people under one name of the page: it is behind, and its word would end the session in another tab.
    const isBehind = this.known?.named === named && consumer !== null && this.known.consumer !== consumer;
    if (consumer !== null) this.known = { named, consumer };
    this.tell({
      kind: 'opened',
      session: session.session,
      speaker: speakerOf(session),
      named: isBehind ? null : named,
    });
  }

  private tell(news: News): void {
    this.channel.post(news);
  }

  private async heard(news: News | undefined): Promise<void> {
    const { identity } = this;
    const { session, phase } = identity.state;
    if (news?.kind === 'left') {
      identity.turn += 1;
      return identity.gone();
    }
    if (!news || news.session === session?.session || phase === 'proving') return;
    if (session && speakerOf(session) === news.speaker) return void this.fresh(true).catch(() => undefined);
    if (session) this.superseded();
    if (news.named === null || news.named !== identity.named) return;
    await identity.settle(() => identity.resume(), took).catch(() => undefined);
  }

  /** Somebody else is proven by the key of this browser: it is theirs now, and nothing of the former one stays. */
  superseded(): void {
    this.identity.turn += 1;
    this.identity.change({ phase: 'ended', session: null, renewal: 'none' });
  }
}

const took = (session?: SessionView | null): Partial<IdentityState> =>
  session ? { phase: 'open', session, renewal: 'none', refusal: null } : {};

const askOf = ({ id, kind }: IdentityRequest): Ask => ({
  reason: kind === 'sign-in' ? 'first' : 'step-up',
  request: id,
});
