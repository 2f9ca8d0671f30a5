import { Identity, type IdentityState } from '@countersign/chat-client/identity';
import type { PageFacts } from '@countersign/claims';
import { sheetOf } from '../element.js';
import type { WindowHandle } from '../handover.js';
import { IndexedKeyStore } from './indexed-key-store.js';
import css from './launcher.css';
import { type LauncherButton, launcherButton } from './launcher-button.js';
import { pageMethod } from './page-method.js';
import { loadWindow, mountWindow } from './window-file.js';

const NAMING_MS = 5_000;
const PAGE_EVENTS = ['pagehide', 'pageshow', 'visibilitychange'];
const sheet = sheetOf(css);

/**
 * The chat in a brand's page.
 *
 * @attr brand - the brand's slug
 * @attr connection - the key of the connection
 * @attr signed-in-as - the subject of whoever is signed in at the brand; empty: nobody
 * @attr api - the service's address; default: where the script came from
 * @fires countersign:ready, countersign:verified {attempt}, countersign:refused {reason, attempt},
 *   countersign:declined, countersign:signed-out, countersign:sign-in, countersign:message
 * @cssproperty --countersign-accent - the brand's colour
 */
export class CountersignChatElement extends HTMLElement {
  static readonly observedAttributes = ['brand', 'connection', 'signed-in-as'];
  /** Where the script came from: set by the file that defines the element. */
  static home = '';

  static define(tag = 'countersign-chat', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, CountersignChatElement);
  }

  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly button: LauncherButton = launcherButton(
    () => this.toggle(),
    () => void this.load().catch(() => undefined),
  );
  private identity: Identity | undefined;
  private handle: WindowHandle | undefined;
  private facts: PageFacts | undefined;
  private told = '';
  private inPage = false;
  private onNamed: (() => void) | undefined;

  constructor() {
    super();
    this.root.adoptedStyleSheets = [sheet];
    this.root.append(this.button.element);
  }

  get signedInAs(): string | null | undefined {
    if (!this.hasAttribute('signed-in-as')) return undefined;
    return this.getAttribute('signed-in-as') || null;
  }

  set signedInAs(subject: string | null | undefined) {
    this.setAttribute('signed-in-as', subject ?? '');
  }

  connectedCallback(): void {
    this.inPage = true;
    for (const name of PAGE_EVENTS) addEventListener(name, this);
    if (!this.identity) this.begin();
  }

  /** Out of the page nothing goes on; a framework that moves the element puts it back at once. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.inPage = false;
      for (const name of PAGE_EVENTS) removeEventListener(name, this);
      this.stop();
    });
  }

  /** A page that is kept for the way back keeps nobody's chat: by then another person may sit in front of it. */
  handleEvent({ type, persisted }: Event & { persisted?: boolean }): void {
    if (type === 'visibilitychange') this.identity?.prepare();
    else if (persisted) type === 'pagehide' ? this.stop() : this.restart();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.inPage) return;
    this.onNamed?.();
    if (name !== 'signed-in-as') this.restart();
    else void this.identity?.rename(this.signedInAs ?? null);
  }

  open(): void {
    if (!this.hasAttribute('open')) this.toggle();
  }

  close(): void {
    if (this.hasAttribute('open')) this.toggle();
    this.button.element.focus();
  }

  /** What the page says of what the consumer looks at. The agent sees it as the page's word. */
  setPageFacts(facts: PageFacts): void {
    this.facts = facts;
    this.handle?.setPageFacts(facts);
  }

  /** Opens the chat and asks the page's method for a proof, as the button does. From a click, where a window opens. */
  async signIn(): Promise<void> {
    this.open();
    await this.identity?.prove();
  }

  async signOut(): Promise<void> {
    await this.identity?.signOut();
  }

  private get apiUrl(): string {
    return this.getAttribute('api') ?? CountersignChatElement.home;
  }

  private begin(): void {
    const [brand, connection] = [this.getAttribute('brand'), this.getAttribute('connection')];
    if (!brand || !connection) return;
    const identity = new Identity({
      apiUrl: this.apiUrl,
      brand,
      connection,
      keyStore: new IndexedKeyStore(),
      methodOf: pageMethod,
      onChange: (state) => identity === this.identity && this.changed(state),
      isSeen: () => !document.hidden,
    });
    this.identity = identity;
    void this.start(identity);
  }

  private async start(identity: Identity): Promise<void> {
    if (this.signedInAs === undefined) await this.untilNamed();
    await identity.start(this.signedInAs ?? null);
    if (identity !== this.identity) return;
    this.tell('ready');
    if (identity.state.session?.conversation) void this.load().catch(() => undefined);
    if (this.hasAttribute('open')) this.show(true);
  }

  /** A page may say late who is signed in. After five seconds of silence nobody is. */
  private untilNamed(): Promise<void> {
    return new Promise((resolve) => {
      this.onNamed = resolve;
      setTimeout(resolve, NAMING_MS);
      // Without a key there is nothing a name could let go on.
      new IndexedKeyStore().load(this.getAttribute('brand') ?? '').then(
        (key) => key || resolve(),
        () => resolve(),
      );
    });
  }

  private stop(): void {
    this.handle?.dispose();
    this.identity?.dispose();
    this.handle = this.identity = undefined;
  }

  private restart(): void {
    this.stop();
    this.begin();
  }

  private toggle(): void {
    const open = this.toggleAttribute('open');
    if (open) this.retry();
    this.show(open);
  }

  /** What could not begin because the service did not answer begins when somebody asks for it. */
  private retry(): boolean {
    const { identity } = this;
    if (identity?.state.phase !== 'unavailable') return false;
    void this.start(identity);
    return true;
  }

  private show(open: boolean): void {
    this.button.setOpen(open);
    // First of all, and within the click: the page's method may have to open a window.
    if (open) this.enter();
    this.load().then(
      () => this.handle?.setOpen(open),
      () => this.explain(),
    );
  }

  private enter(): void {
    const { identity } = this;
    if (identity?.state.phase !== 'idle') return;
    const named = identity.isNamed || (this.signedInAs === undefined && this.hasMethod(identity));
    if (named) void identity.prove();
    else if (identity.state.config?.minimum === 'anonymous') void identity.beAnonymous();
  }

  private hasMethod({ state }: Identity): boolean {
    return pageMethod(state.config?.connection.method ?? '') !== undefined;
  }

  private async load(): Promise<void> {
    const { identity } = this;
    if (this.handle || !identity) return;
    await loadWindow(this.apiUrl);
    if (this.handle || identity !== this.identity) return;
    this.handle = mountWindow({
      root: this.root,
      identity,
      signIn: () => this.retry() || (identity.isNamed ? void identity.prove() : this.tell('sign-in')),
      close: () => this.close(),
      setUnread: (unread) => this.button.setUnread(unread),
      tell: (name, detail) => this.tell(name, detail),
    });
    if (this.facts) this.handle?.setPageFacts(this.facts);
  }

  private changed(state: IdentityState): void {
    const { config } = state;
    if (config && !getComputedStyle(this).getPropertyValue('--countersign-accent').trim())
      this.style.setProperty('--countersign-accent', config.brand.accent);
    this.tellOf(state);
  }

  /** Each outcome once: the page hears of a verdict, never of a token. */
  private tellOf({ phase, session, refusal }: IdentityState): void {
    const verified = phase === 'open' && session !== null && session.assurance !== 'anonymous';
    const name = verified
      ? 'verified'
      : { refused: 'refused', declined: 'declined', ended: 'signed-out' }[String(phase)];
    const detail = verified ? { attempt: session.attempt } : (refusal ?? {});
    const what = `${name} ${JSON.stringify(detail)}`;
    if (name && what !== this.told) this.tell(name, detail);
    this.told = what;
  }

  private explain(): void {
    this.removeAttribute('open');
    this.button.setOpen(false);
    this.button.fail();
  }

  private tell(name: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(`countersign:${name}`, { bubbles: true, composed: true, detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'countersign-chat': CountersignChatElement;
  }
}
