import type { AttemptView, BeginAttempt, SessionView } from '@countersign/contracts';
import { type Api, createApi } from '../api.js';
import type { KeyStore } from '../keys/key-store.js';
import { isSameKey, type ProofKey } from '../keys/proof-key.js';
import { askPage, type PageAnswer, type PageMethod } from '../page-method.js';
import type { Device } from '../platform/device.js';
import { webDevice } from '../platform/web-device.js';
import { type IdentityState, initialIdentity, refusalOf } from './state.js';

/** As W3C Trace Context writes it; undefined: nowhere. What happens at the service goes on from there. */
export type Traceparent = () => string | undefined;

/** Who may speak here, and how they prove themselves. */
export type IdentityOptions = {
  readonly apiUrl: string;
  readonly brand: string;
  readonly connection: string;
  readonly keyStore: KeyStore;
  /** The page's method by its name, or undefined. */
  readonly methodOf: (name: string) => PageMethod | undefined;
  readonly onChange?: (state: IdentityState) => void;
  /** Where it runs: a browser or Node unless told. */
  readonly device?: Device;
  readonly fetch?: typeof fetch;
  /** Whether somebody may click: where nobody looks, nothing is kept ready. */
  readonly isSeen?: () => boolean;
  /** How long the page's method may take, in milliseconds: 15,000 unless told, 120,000 where it opens a window. */
  readonly methodLimitMs?: number;
  /** Where the page stands in a trace of its own, asked with each message. */
  readonly traceparent?: Traceparent | undefined;
};

/** What a proof is asked for, and whose request it answers. */
export type Ask = { readonly reason: AttemptView['reason'] } & Pick<BeginAttempt, 'request'>;

type Asking = { readonly abort: AbortController; isPresented: boolean };

const DECLINED: PageAnswer = { kind: 'none', why: 'declined' };
const FIRST: Ask = { reason: 'first' };
const USUAL_LIMIT_MS = 15_000;
const WINDOW_LIMIT_MS = 120_000;
/** An attempt that is used has to outlive the window the page opens with it. */
const ATTEMPT_MARGIN_MS = WINDOW_LIMIT_MS;
const PREPARE_EVERY_MS = 60_000;
/** Fetched anew so early that one tick may come late. */
const RENEW_MS = ATTEMPT_MARGIN_MS + 2 * PREPARE_EVERY_MS;

/** Gets a session, and leaves it. Knows no screen and no socket. What keeps a session alive is `Life`. */
export class Identity {
  state: IdentityState = initialIdentity;
  readonly api: Api;
  readonly device: Device;
  /** Rises when who speaks has changed: an answer that was asked for before is of somebody else. */
  turn = 0;
  /** The time of a session is over, and the service is being asked whether it is. */
  isEnding = false;
  /** Told when the person leaves, before the network is. */
  onLeave: (() => void) | undefined;
  /** Whom the page names. Proves nothing. */
  named: string | null = null;
  private observers: ((state: IdentityState) => void)[] = [];
  private attempt: AttemptView | undefined;
  /** What an attempt is kept ready for, beyond a first proof. */
  private wanted: Ask | undefined;
  private preparing: (() => void) | undefined;
  private key: Promise<ProofKey> | undefined;
  private removal: Promise<void> | undefined;
  /** The proof that is being asked for, until somebody calls it off. */
  private asking: Asking | undefined;

  constructor(readonly options: IdentityOptions) {
    const { device = webDevice, fetch = device.fetch } = options;
    this.device = { ...device, fetch };
    this.api = createApi({ ...options, key: () => this.ownKey(), device: this.device });
    if (options.onChange) this.observe(options.onChange);
  }

  /** Hears of every state from now on, in the order of asking. */
  observe(observer: (state: IdentityState) => void): void {
    this.observers.push(observer);
  }

  /** Reads the connection, and goes on where this browser left off, if the page names the same person. */
  async start(named: string | null | undefined): Promise<void> {
    this.named = named ?? null;
    this.change(initialIdentity);
    try {
      this.change({ config: await this.api.embed() });
      if (await this.keptKey())
        await this.settle(
          () => this.resume(),
          (session = null) => ({ phase: session ? 'open' : 'idle', session }),
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
    return this.named !== null;
  }

  /** An attempt is kept at hand where the page's method must be called within the click; each lives ten minutes. */
  prepare(): void {
    const { config, session, phase } = this.state;
    const isKnown = session && session.assurance !== 'anonymous';
    const ask = this.wanted ?? (this.isNamed && !isKnown ? FIRST : undefined);
    if (!ask || !config?.connection.interactive || phase === 'proving' || this.options.isSeen?.() === false)
      return;
    this.preparing?.();
    this.preparing = this.device.after(PREPARE_EVERY_MS, () => this.prepare());
    if (!this.readyAttempt(ask, RENEW_MS)) this.fetchAttempt(ask).catch(() => undefined);
  }

  /** What the next click will ask for, so that an attempt for it is at hand. Undefined: a first proof. */
  want(ask: Ask | undefined): void {
    if (ask?.reason === this.wanted?.reason && ask?.request === this.wanted?.request) return;
    this.wanted = ask;
    this.attempt = undefined;
    this.prepare();
  }

  /** Nothing is kept ready any more, nobody is told, and what was asked for is of nobody. */
  dispose(): void {
    this.turn += 1;
    this.named = null;
    this.observers = [];
    this.preparing?.();
  }

  /**
   * Asks the page for a proof. Called from the click itself: with an attempt at hand the page's method runs before
   * this returns.
   */
  async prove(): Promise<void> {
    if (!this.state.config || this.state.phase === 'proving') return;
    this.beginAnew();
    const { turn } = this;
    const presented = this.present(FIRST, (session = null) => ({
      phase: session ? 'open' : 'declined',
      session,
    }));
    const { asking } = this;
    this.change({ phase: 'proving', refusal: null });
    try {
      await presented;
    } catch (error) {
      if (turn !== this.turn || asking?.abort.signal.aborted) return;
      this.change({ phase: 'refused', session: null, refusal: refusalOf(error) });
    }
    this.prepare();
  }

  /**
   * Whoever is in front of the screen does not wait any longer. What the page answers from now on is not looked at, its
   * attempt is used up, and they go on as before: in the chat they were in, or without one. Where the service had the
   * proof already, its session is ended when it comes, and this browser begins with another key.
   */
  callOff(): void {
    const { asking, state } = this;
    const isFirst = state.phase === 'proving';
    if (!asking || (!isFirst && asking.isPresented)) return;
    asking.abort.abort();
    if (!isFirst) return;
    this.asking = undefined;
    const session = asking.isPresented ? null : state.session;
    if (asking.isPresented) this.dropKey();
    this.change({ phase: session ? 'open' : 'declined', session });
    this.prepare();
  }

  /** Asks the page for a proof, as `prove` does, and the service what it is worth. Undefined: there was none. */
  async present(ask: Ask, next: (session?: SessionView | null) => Partial<IdentityState>): Promise<void> {
    const { turn, options } = this;
    const { connection } = this.state.config ?? {};
    if (!connection) return;
    const method = options.methodOf(connection.method);
    const limit = options.methodLimitMs ?? (connection.interactive ? WINDOW_LIMIT_MS : USUAL_LIMIT_MS);
    // Whoever sees a window asks again by a click, and a renewal is asked for again by itself.
    const more = connection.interactive || ask.reason === 'renew' ? 0 : 1;
    const asking: Asking = { abort: new AbortController(), isPresented: false };
    this.asking = asking;
    const { signal } = asking.abort;
    const answerTo = (attempt: AttemptView) =>
      askPage(method, attempt, limit, this.device.after, more, signal);
    const ready = this.readyAttempt(ask);
    this.attempt = undefined;
    const asked = ready && answerTo(ready);
    try {
      const attempt = ready ?? (await this.fetchAttempt(ask));
      this.attempt = undefined;
      const given = signal.aborted ? DECLINED : await (asked ?? answerTo(attempt));
      const answer = signal.aborted ? DECLINED : given;
      asking.isPresented = !signal.aborted;
      const about = { brand: options.brand, attempt: attempt.attempt };
      await this.settle(
        () =>
          this.api.open(
            answer.kind === 'proof'
              ? { kind: 'proof', ...about, proof: answer.proof }
              : { kind: 'no-proof', ...about, why: answer.why },
          ),
        next,
        turn,
        ask === FIRST ? signal : undefined,
      );
    } finally {
      if (this.asking === asking) this.asking = undefined;
    }
  }

  async beAnonymous(): Promise<void> {
    const { brand, connection } = this.options;
    this.beginAnew();
    try {
      await this.settle(
        () => this.api.open({ kind: 'anonymous', brand, connection }),
        (session = null) => ({ phase: 'open', session, refusal: null }),
      );
    } catch (error) {
      this.change({ phase: 'refused', refusal: refusalOf(error) });
    }
  }

  /** Whoever does not wait for what becomes of the old session begins with a key that was never of it. */
  private beginAnew(): void {
    if (this.isEnding) this.gone();
  }

  /** The session is over. Nothing of the person stays here, the key included. */
  gone(): void {
    this.isEnding = false;
    this.change({ phase: 'ended', session: null });
    this.dropKey();
    this.prepare();
  }

  /** Over when the key is gone from this browser: a page that is left before that would leave it to whoever comes next. */
  async signOut(): Promise<void> {
    const { session } = this.state;
    const key = this.ownKey();
    this.onLeave?.();
    this.turn += 1;
    this.gone();
    const { removal } = this;
    if (session) await this.api.end(session.token, key).catch(() => undefined);
    await removal;
  }

  /** Takes the answer, unless who speaks has changed meanwhile, or it was called off: then it is ended at the service and never shown. */
  async settle(
    ask: () => Promise<SessionView | undefined>,
    next: (session?: SessionView | null) => Partial<IdentityState>,
    turn = this.turn,
    calledOff?: AbortSignal,
  ): Promise<void> {
    const key = this.ownKey();
    const session = turn === this.turn ? await ask() : undefined;
    if (turn === this.turn && !calledOff?.aborted) this.change(next(session));
    else if (session) await this.api.end(session.token, key).catch(() => undefined);
  }

  /** By key alone: a session with a new token, while the page names the same person. */
  resume(): Promise<SessionView | undefined> {
    return this.api.open({ kind: 'resume', brand: this.options.brand, signedInAs: this.named });
  }

  private dropKey(): void {
    this.removal = this.remove(this.key).catch(() => undefined);
    this.key = this.attempt = undefined;
  }

  private async remove(dropped: Promise<ProofKey> | undefined): Promise<void> {
    const kept = await this.keptKey();
    // A tab that slept through a sign-out leaves alone what another tab has made since.
    if (dropped && kept && !isSameKey(kept, await dropped)) return;
    await this.options.keyStore.remove(this.options.brand);
  }

  private readyAttempt({ reason }: Ask, margin = ATTEMPT_MARGIN_MS): AttemptView | undefined {
    const { attempt } = this;
    if (attempt?.reason !== reason) return undefined;
    return Date.parse(attempt.expiresAt) - this.api.now() > margin ? attempt : undefined;
  }

  private async fetchAttempt(ask: Ask): Promise<AttemptView> {
    const { brand, connection } = this.options;
    this.attempt = await this.api.attempt({ brand, connection, ...ask });
    return this.attempt;
  }

  /** A browser that keeps nothing for this page, by setting or policy, has no key: that is no failure. */
  private keptKey(): Promise<ProofKey | undefined> {
    return this.options.keyStore.load(this.options.brand).catch(() => undefined);
  }

  private ownKey(): Promise<ProofKey> {
    this.key ??= (async () => {
      await this.removal;
      return (await this.keptKey()) ?? this.options.keyStore.make(this.options.brand);
    })();
    return this.key;
  }

  change(changed: Partial<IdentityState>): void {
    this.state = { ...this.state, ...changed };
    for (const observer of this.observers) observer(this.state);
  }
}
