import type { PageFacts } from '@countersign/claims';
import { sheetOf } from '../element.js';
import type { PageHandle } from '../handover.js';
import { isRtl, type Language, languageOf } from '../language.js';
import { type BrandOfPage, lookCss } from '../look.js';
import { IndexedKeyStore } from './indexed-key-store.js';
import css from './launcher.css';
import { type LauncherButton, launcherButton } from './launcher-button.js';
import { lookOf } from './look-of.js';
import { pageMethod } from './page-method.js';
import { beginChat, loadWindow } from './window-file.js';

const WAIT_FOR_LOOK_MS = 3_000;
const PAGE_EVENTS = ['pagehide', 'pageshow'];
const sheet = sheetOf(css);

/**
 * The chat in a brand's page. What it shows of itself stands in its shadow: a framework that puts the page's own
 * attributes back takes nothing of it away.
 *
 * @attr brand - the brand's slug
 * @attr connection - the key of the connection
 * @attr signed-in-as - the subject of whoever is signed in at the brand; empty: nobody
 * @attr api - the service's address; default: where the script came from
 * @fires countersign:ready, countersign:verified {attempt}, countersign:refused {reason, attempt},
 *   countersign:declined, countersign:signed-out, countersign:sign-in, countersign:message
 * @attr lang - the chat's language; default: the nearest of the page
 * @cssproperty --countersign-accent, --countersign-radius, --countersign-font-family, --countersign-left, --countersign-right,
 *   --countersign-bottom, --countersign-width, --countersign-height, --countersign-z-index - docs/guide/theming.md
 */
export class CountersignChatElement extends HTMLElement {
  static readonly observedAttributes = ['brand', 'connection', 'signed-in-as'];
  /** Where the script came from: set by the file that defines the element. */
  static home = '';

  static define(tag = 'countersign-chat', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, CountersignChatElement);
  }

  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly look = sheetOf('');
  private readonly button: LauncherButton = launcherButton(
    () => this.show(!this.isOpen),
    () => void this.load().catch(() => undefined),
  );
  /** A page that follows what it does says where it stands, as W3C Trace Context writes it. */
  traceparent?: () => string | undefined;
  private handle: PageHandle | undefined;
  private facts: PageFacts | undefined;
  private isOpen = false;
  private inPage = false;
  /** Rises when what was begun is over. */
  private turn = 0;

  constructor() {
    super();
    this.root.adoptedStyleSheets = [sheet, this.look];
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
    if (this.inPage) return;
    this.inPage = true;
    for (const name of PAGE_EVENTS) addEventListener(name, this);
    this.isOpen ||= this.hasAttribute('open');
    void this.begin();
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
  handleEvent({ type, persisted }: PageTransitionEvent): void {
    if (persisted) type === 'pagehide' ? this.stop() : this.restart();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.inPage) return;
    if (name !== 'signed-in-as') this.restart();
    else if (this.handle) this.handle.rename();
    else void this.begin();
  }

  open(): void {
    if (!this.isOpen) this.show(true);
  }

  close(): void {
    if (this.isOpen) this.show(false);
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
    await (this.handle ?? (await this.load()))?.prove();
  }

  async signOut(): Promise<void> {
    await (this.handle ?? (await this.load()))?.signOut();
  }

  private get apiUrl(): string {
    return this.getAttribute('api') ?? CountersignChatElement.home;
  }

  /** Whoever was here before, or is named, has a chat to be got ready. Anybody else pays for it when they come near. */
  private async begin(): Promise<void> {
    this.turn += 1;
    const { turn, apiUrl } = this;
    this.button.speak(this.language);
    setTimeout(() => this.button.appear(), WAIT_FOR_LOOK_MS);
    const [brand, connection] = [this.getAttribute('brand'), this.getAttribute('connection')];
    if (!brand || !connection) return;
    const known =
      this.signedInAs || this.isOpen || (await new IndexedKeyStore().load(brand).catch(() => undefined));
    if (turn !== this.turn) return;
    if (known) return this.show(this.isOpen);
    const look = await lookOf(apiUrl, brand, connection);
    if (turn !== this.turn || this.handle) return;
    this.setLook(look);
    this.tell('ready');
  }

  private stop(): void {
    this.turn += 1;
    this.handle?.dispose();
    this.handle = undefined;
  }

  private restart(): void {
    this.stop();
    void this.begin();
  }

  private show(open: boolean): void {
    this.isOpen = open;
    this.toggleAttribute('open', open);
    this.button.setOpen(open);
    // First of all, and within the click: the page's method may have to open a window.
    if (this.handle) this.handle.setOpen(open);
    else
      this.load().then(
        (handle) => handle?.setOpen(this.isOpen),
        () => (open ? this.explain() : this.button.show()),
      );
  }

  private async load(): Promise<PageHandle | undefined> {
    const [brand, connection] = [this.getAttribute('brand'), this.getAttribute('connection')];
    if (!brand || !connection || !this.inPage) return undefined;
    const { apiUrl, turn } = this;
    await loadWindow(apiUrl);
    if (turn !== this.turn) return this.handle;
    this.handle ??= beginChat({
      root: this.root,
      apiUrl,
      brand,
      connection,
      keyStore: new IndexedKeyStore(),
      methodOf: pageMethod,
      named: () => this.signedInAs,
      traceparent: () => this.traceparent?.(),
      close: () => this.close(),
      setUnread: (unread) => this.button.setUnread(unread),
      setLook: (look) => this.setLook(look),
      language: this.language,
      tell: (name, detail) => this.tell(name, detail),
    });
    if (this.facts) this.handle?.setPageFacts(this.facts);
    return this.handle;
  }

  /** Weaker than what the page says of it. */
  private setLook(brand: BrandOfPage | undefined): void {
    if (brand) this.look.replaceSync(lookCss(brand, isRtl(this.language)));
    this.button.show(brand?.look.launcherLabel);
  }

  /** As the page says of this element, or of what it stands in. */
  private get language(): Language {
    return languageOf(this.closest<HTMLElement>('[lang]')?.lang);
  }

  private explain(): void {
    this.isOpen = false;
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
