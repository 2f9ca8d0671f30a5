import { Identity, type IdentityState } from '@countersign/chat-client/identity';
import type { PageFacts } from '@countersign/claims';
import type { PageHandle, PageHost, WindowHandle } from '../handover.js';
import { mount } from './chat-window.js';
import { learn } from './learn.js';
import { tellerOf } from './teller.js';

const NAMING_MS = 5_000;

/** The chat of one element in a page: who speaks there, and the window once there is something to see. */
export class InPage implements PageHandle {
  private readonly identity: Identity;
  private readonly tellOf: (state: IdentityState) => void;
  private handle: WindowHandle | undefined;
  private facts: PageFacts | undefined;
  private isOpen = false;
  private isOver = false;
  private onNamed: (() => void) | undefined;
  /** Until the words have come nothing is drawn. English is here already. */
  private words: Promise<void> | undefined;

  constructor(private readonly host: PageHost) {
    this.tellOf = tellerOf(host.tell);
    this.identity = new Identity({
      ...host,
      onChange: (state) => this.isOver || this.changed(state),
      isSeen: () => !document.hidden,
    });
    document.addEventListener('visibilitychange', this.seen);
    this.words = learn(host.language, host.apiUrl)?.then(() => {
      this.words = undefined;
      if (this.isOver) return;
      if (this.isOpen || this.identity.state.session?.conversation) this.window().setOpen(this.isOpen);
    });
    void this.start();
  }

  setOpen(open: boolean): void {
    this.isOpen = open;
    // First of all, and within the click: the page's method may have to open a window.
    if (open && !this.retry()) this.enter();
    if (!this.words && (open || this.handle)) this.window().setOpen(open);
  }

  setPageFacts(facts: PageFacts): void {
    this.facts = facts;
    this.handle?.setPageFacts(facts);
  }

  rename(): void {
    if (this.onNamed) this.onNamed();
    else void this.identity.rename(this.host.named() ?? null);
  }

  prove(): Promise<void> {
    return this.identity.prove();
  }

  signOut(): Promise<void> {
    return this.identity.signOut();
  }

  dispose(): void {
    this.isOver = true;
    document.removeEventListener('visibilitychange', this.seen);
    this.handle?.dispose();
    this.identity.dispose();
  }

  private async start(): Promise<void> {
    const { host, identity } = this;
    if (host.named() === undefined) await this.untilNamed();
    await identity.start(host.named() ?? null);
    if (this.isOver) return;
    host.tell('ready');
    if (!this.words && identity.state.session?.conversation) this.window();
    if (this.isOpen) this.enter();
  }

  /** A page may say late who is signed in. After five seconds of silence nobody is. */
  private async untilNamed(): Promise<void> {
    const { keyStore, brand } = this.host;
    // Without a key there is nothing a name could let go on.
    if (!(await keyStore.load(brand).catch(() => undefined)) || this.host.named() !== undefined) return;
    await new Promise<void>((resolve) => {
      this.onNamed = resolve;
      setTimeout(resolve, NAMING_MS);
    });
    this.onNamed = undefined;
  }

  /** What could not begin because the service did not answer begins when somebody asks for it. */
  private retry(): boolean {
    if (this.identity.state.phase !== 'unavailable') return false;
    void this.start();
    return true;
  }

  private enter(): void {
    const { identity, host } = this;
    const { phase, config } = identity.state;
    if (phase !== 'idle') return;
    const hasMethod = host.methodOf(config?.connection.method ?? '') !== undefined;
    if (identity.isNamed || (host.named() === undefined && hasMethod)) void identity.prove();
    else if (config?.minimum === 'anonymous') void identity.beAnonymous();
  }

  private window(): WindowHandle {
    if (this.handle) return this.handle;
    const { root, close, setUnread, tell } = this.host;
    const { identity } = this;
    this.handle = mount({
      root,
      identity,
      signIn: () => {
        if (this.retry()) return;
        if (identity.isNamed) void identity.prove();
        else tell('sign-in');
      },
      close,
      setUnread,
      tell,
    });
    if (this.facts) this.handle.setPageFacts(this.facts);
    return this.handle;
  }

  private readonly seen = (): void => this.identity.prepare();

  private changed(state: IdentityState): void {
    if (state.config) this.host.setLook(state.config.brand);
    else if (state.phase === 'unavailable') this.host.setLook(undefined);
    this.tellOf(state);
  }
}
