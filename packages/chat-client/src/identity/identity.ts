import type { AttemptView, SessionView } from '@countersign/contracts';
import { type Api, ChatProblem, createApi } from '../api.js';
import { isSameKey, type KeyStore, makeKey } from '../key-store.js';
import { askPage, type PageMethod } from '../page-method.js';
import { type IdentityState, initialIdentity, type Refusal } from './state.js';

/** Who may speak here, and how they prove themselves. */
export type IdentityOptions = {
  readonly apiUrl: string;
  readonly brand: string;
  readonly connection: string;
  readonly keyStore: KeyStore;
  /** The page's method by its name, or undefined. */
  readonly methodOf: (name: string) => PageMethod | undefined;
  readonly onChange: (state: IdentityState) => void;
  readonly fetch?: typeof fetch;
  /** Whether somebody may click: where nobody looks, nothing is kept ready. */
  readonly isSeen?: () => boolean;
  /** How long the page's method may take, in milliseconds: 15,000 unless told, 120,000 where it opens a window. */
  readonly methodLimitMs?: number;
};

const USUAL_LIMIT_MS = 15_000;
const WINDOW_LIMIT_MS = 120_000;
const TOKEN_MARGIN_MS = 60_000;
/** An attempt that is used has to outlive the window the page opens with it. */
const ATTEMPT_MARGIN_MS = WINDOW_LIMIT_MS;
const PREPARE_EVERY_MS = 60_000;
/** Fetched anew so early that one tick may come late. */
const RENEW_MS = ATTEMPT_MARGIN_MS + 2 * PREPARE_EVERY_MS;

/** Gets a session, keeps it fresh, ends it. Knows no screen and no socket. */
export class Identity {
  state: IdentityState = initialIdentity;
  readonly api: Api;
  /** Whom the page names: undefined while it has not said. Proves nothing. */
  private named: string | null | undefined;
  private attempt: AttemptView | undefined;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private key: Promise<CryptoKeyPair> | undefined;
  private removal: Promise<void> | undefined;
  private refreshing: Promise<SessionView | undefined> | undefined;
  /** Rises when who speaks has changed: an answer that was asked for before is of somebody else. */
  private turn = 0;

  constructor(private readonly options: IdentityOptions) {
    this.api = createApi({
      apiUrl: options.apiUrl,
      key: () => this.ownKey(),
      ...(options.fetch ? { fetch: options.fetch } : {}),
    });
  }

  /** Reads the connection, and goes on where this browser left off, if the page names the same person. */
  async start(named: string | null | undefined): Promise<void> {
    this.named = named;
    const { brand, connection } = this.options;
    this.change(initialIdentity);
    try {
      const config = await this.api.embed(brand, connection);
      this.change({ config });
      if (await this.keptKey())
        await this.settle(
          () => this.resume(),
          (session) => ({ phase: session ? 'open' : 'idle', session: session ?? null }),
        );
      if (this.state.phase === 'starting') this.change({ phase: 'idle' });
      this.prepare();
    } catch (error) {
      this.change({ phase: 'unavailable', refusal: refusalOf(error) });
    }
  }

  /** The page names somebody else, or nobody: what is on the screen was not theirs. */
  async rename(named: string | null): Promise<void> {
    const before = this.named;
    this.named = named;
    if (before === named) return this.prepare();
    this.turn += 1;
    const { session, phase } = this.state;
    if (session && session.assurance !== 'anonymous') return this.signOut();
    // A resume or a proof under way was for whoever was named before.
    if (!session && phase !== 'starting') this.change({ phase: 'idle', refusal: null });
    this.prepare();
  }

  get isNamed(): boolean {
    return this.named !== null && this.named !== undefined;
  }

  /** An attempt is kept at hand where the page's method must be called within the click; each lives ten minutes. */
  prepare(): void {
    const { config, session, phase } = this.state;
    if (!config?.connection.interactive || !this.isNamed || this.options.isSeen?.() === false) return;
    if (phase === 'proving' || (session && session.assurance !== 'anonymous')) return;
    clearTimeout(this.renewal);
    this.renewal = setTimeout(() => this.prepare(), PREPARE_EVERY_MS);
    if (!this.readyAttempt(RENEW_MS)) this.fetchAttempt().catch(() => undefined);
  }

  /** Nothing is kept ready any more, and what was asked for is of nobody. */
  dispose(): void {
    this.turn += 1;
    this.named = null;
    clearTimeout(this.renewal);
  }

  /**
   * Asks the page for a proof. Called from the click itself: with an attempt at hand the page's method runs before
   * this returns.
   */
  prove(): Promise<void> {
    const { config } = this.state;
    if (!config || this.state.phase === 'proving') return Promise.resolve();
    const method = this.options.methodOf(config.connection.method);
    const limit =
      this.options.methodLimitMs ?? (config.connection.interactive ? WINDOW_LIMIT_MS : USUAL_LIMIT_MS);
    const ready = this.readyAttempt();
    this.attempt = undefined;
    const asked = ready ? { attempt: ready, answer: askPage(method, ready, limit) } : undefined;
    this.change({ phase: 'proving', refusal: null });
    return this.finish(asked, method, limit);
  }

  private async finish(
    asked: { attempt: AttemptView; answer: ReturnType<typeof askPage> } | undefined,
    method: PageMethod | undefined,
    limit: number,
  ): Promise<void> {
    const { brand } = this.options;
    const { turn } = this;
    try {
      const attempt = asked?.attempt ?? (await this.fetchAttempt());
      this.attempt = undefined;
      const answer = await (asked?.answer ?? askPage(method, attempt, limit));
      const about = { brand, attempt: attempt.attempt };
      await this.settle(
        () =>
          this.api.open(
            answer.kind === 'proof'
              ? { kind: 'proof', ...about, proof: answer.proof }
              : { kind: 'no-proof', ...about, why: answer.why },
          ),
        (session) => ({ phase: session ? 'open' : 'declined', session: session ?? null }),
        turn,
      );
    } catch (error) {
      if (turn !== this.turn) return;
      this.change({ phase: 'refused', session: null, refusal: refusalOf(error) });
    }
    this.prepare();
  }

  async beAnonymous(): Promise<void> {
    const { brand, connection } = this.options;
    try {
      await this.settle(
        () => this.api.open({ kind: 'anonymous', brand, connection }),
        (session) => ({ phase: 'open', session: session ?? null, refusal: null }),
      );
    } catch (error) {
      this.change({ phase: 'refused', refusal: refusalOf(error) });
    }
  }

  /** A session with a token that holds for a while yet; undefined when the session is gone. */
  async fresh(force = false): Promise<SessionView | undefined> {
    const { session } = this.state;
    if (!session) return undefined;
    const left = Date.parse(session.tokenExpiresAt) - this.api.now();
    if (!force && left > TOKEN_MARGIN_MS) return session;
    this.refreshing ??= this.resume().finally(() => {
      this.refreshing = undefined;
    });
    const { turn } = this;
    const resumed = await this.refreshing;
    if (turn !== this.turn) return undefined;
    if (resumed) this.change({ phase: 'open', session: resumed });
    else this.gone();
    return resumed;
  }

  /** The service ended it. Nothing of the person stays here, the key included. */
  gone(): void {
    this.change({ phase: 'ended', session: null });
    this.dropKey();
    this.prepare();
  }

  async signOut(): Promise<void> {
    const { session } = this.state;
    this.turn += 1;
    this.change({ phase: 'ended', session: null });
    if (session) await this.api.end(session.token).catch(() => undefined);
    this.dropKey();
    this.prepare();
  }

  /** Takes the answer, unless who speaks has changed meanwhile: then it is ended at the service and never shown. */
  private async settle(
    ask: () => Promise<SessionView | undefined>,
    next: (session: SessionView | undefined) => Partial<IdentityState>,
    turn = this.turn,
  ): Promise<void> {
    const key = this.ownKey();
    const session = turn === this.turn ? await ask() : undefined;
    if (turn === this.turn) this.change(next(session));
    else if (session) await this.api.end(session.token, key).catch(() => undefined);
  }

  private resume(): Promise<SessionView | undefined> {
    return this.api.open({ kind: 'resume', brand: this.options.brand, signedInAs: this.named ?? null });
  }

  private dropKey(): void {
    this.removal = this.remove(this.key).catch(() => undefined);
    this.key = this.attempt = undefined;
  }

  private async remove(dropped: Promise<CryptoKeyPair> | undefined): Promise<void> {
    const kept = await this.keptKey();
    // A tab that slept through a sign-out leaves alone what another tab has made since.
    if (dropped && kept && !(await isSameKey(kept, await dropped))) return;
    await this.options.keyStore.remove(this.options.brand);
  }

  private readyAttempt(margin = ATTEMPT_MARGIN_MS): AttemptView | undefined {
    const left = this.attempt ? Date.parse(this.attempt.expiresAt) - this.api.now() : 0;
    return left > margin ? this.attempt : undefined;
  }

  private async fetchAttempt(): Promise<AttemptView> {
    const { brand, connection } = this.options;
    this.attempt = await this.api.attempt({ brand, connection, reason: 'first' });
    return this.attempt;
  }

  /** A browser that keeps nothing for this page, by setting or policy, has no key: that is no failure. */
  private keptKey(): Promise<CryptoKeyPair | undefined> {
    return this.options.keyStore.load(this.options.brand).catch(() => undefined);
  }

  private ownKey(): Promise<CryptoKeyPair> {
    this.key ??= (async () => {
      await this.removal;
      const known = await this.keptKey();
      if (known) return known;
      const made = await makeKey();
      await this.options.keyStore.save(this.options.brand, made).catch(() => undefined);
      // Two tabs may make one at once: what the store kept counts for both. Nothing kept: it lives as long as the page.
      return (await this.keptKey()) ?? made;
    })();
    return this.key;
  }

  private change(changed: Partial<IdentityState>): void {
    this.state = { ...this.state, ...changed };
    this.options.onChange(this.state);
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof ChatProblem)
    return { reason: error.problem?.reason ?? error.code, attempt: error.problem?.attempt ?? null };
  // No call failed, so no key could be made: browsers have `crypto.subtle` on secure pages only.
  return { reason: 'key_unavailable', attempt: null };
}
