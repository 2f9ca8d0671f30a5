import type { AttemptView, SessionView } from '@countersign/contracts';
import { type Api, ChatProblem, createApi } from '../api.js';
import { type KeyStore, makeKey } from '../key-store.js';
import { askPage, type PageMethod } from '../page-method.js';
import { type IdentityState, initialIdentity, type Refusal } from './state.js';

export type IdentityOptions = {
  readonly apiUrl: string;
  readonly brand: string;
  readonly connection: string;
  readonly keyStore: KeyStore;
  /** The page's method by its name, or undefined. */
  readonly methodOf: (name: string) => PageMethod | undefined;
  readonly onChange: (state: IdentityState) => void;
  readonly fetch?: typeof fetch;
  /** How long the page's method may take. */
  readonly methodLimitMs?: number;
};

const USUAL_LIMIT_MS = 15_000;
const WINDOW_LIMIT_MS = 120_000;
const TOKEN_MARGIN_MS = 60_000;
const ATTEMPT_MARGIN_MS = 60_000;

/** Gets a session, keeps it fresh, ends it. Knows no screen and no socket. */
export class Identity {
  state: IdentityState = initialIdentity;
  readonly api: Api;
  /** Whom the page names: undefined while it has not said. Proves nothing. */
  private named: string | null | undefined;
  private attempt: AttemptView | undefined;
  private key: Promise<CryptoKeyPair> | undefined;
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
    const { brand, connection, keyStore } = this.options;
    try {
      const config = await this.api.embed(brand, connection);
      this.change({ config });
      const known = (await keyStore.load(brand)) !== undefined;
      if (known)
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
    if (session && session.assurance !== 'anonymous') await this.signOut();
    // A resume or a proof under way was for whoever was named before.
    else if (!session && phase !== 'starting') this.change({ phase: 'idle', refusal: null });
    this.prepare();
  }

  get isNamed(): boolean {
    return this.named !== null && this.named !== undefined;
  }

  /** An attempt is fetched beforehand where the page's method must be called within the click. */
  prepare(): void {
    const { config, session, phase } = this.state;
    if (!config?.connection.interactive || !this.isNamed) return;
    if (phase === 'proving' || (session && session.assurance !== 'anonymous') || this.readyAttempt()) return;
    this.fetchAttempt().catch(() => undefined);
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
      this.prepare();
    }
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
    const left = Date.parse(session.tokenExpiresAt) - Date.now();
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
  }

  async signOut(): Promise<void> {
    const { session } = this.state;
    this.turn += 1;
    this.change({ phase: 'ended', session: null });
    if (session) await this.api.end(session.token).catch(() => undefined);
    this.dropKey();
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
    this.key = undefined;
    this.attempt = undefined;
    this.options.keyStore.remove(this.options.brand).catch(() => undefined);
  }

  private readyAttempt(): AttemptView | undefined {
    const left = this.attempt ? Date.parse(this.attempt.expiresAt) - Date.now() : 0;
    return left > ATTEMPT_MARGIN_MS ? this.attempt : undefined;
  }

  private async fetchAttempt(): Promise<AttemptView> {
    const { brand, connection } = this.options;
    this.attempt = await this.api.attempt({ brand, connection, reason: 'first' });
    return this.attempt;
  }

  private ownKey(): Promise<CryptoKeyPair> {
    const { keyStore, brand } = this.options;
    this.key ??= (async () => {
      const known = await keyStore.load(brand);
      if (known) return known;
      await keyStore.save(brand, await makeKey());
      // Two tabs may make one at once: what the store kept counts for both.
      return (await keyStore.load(brand)) ?? makeKey();
    })();
    return this.key;
  }

  private change(changed: Partial<IdentityState>): void {
    this.state = { ...this.state, ...changed };
    this.options.onChange(this.state);
  }
}

function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ChatProblem)) return { reason: 'unreachable', attempt: null };
  if (error.code === 'proof_rejected' && error.problem?.reason)
    return { reason: error.problem.reason, attempt: error.problem.attempt ?? null };
  return { reason: error.code === 'origin_not_allowed' ? error.code : 'unreachable', attempt: null };
}
