import { Identity, type IdentityState, type PageMethod } from '@countersign/chat-client/identity';
import type { WindowDeparture } from '@countersign/contracts';
import { sheetOf } from '../element.js';
import type { WindowHandle, WindowHost } from '../handover.js';
import { isRtl, type Language, languageOf } from '../language.js';
import { IndexedKeyStore } from '../launcher/indexed-key-store.js';
import { lookCss } from '../look.js';
import { mount } from '../window/chat-window.js';
import { learn } from '../window/learn.js';
import css from './page.css';

/** Which chat it is. */
export type Place = { readonly brand: string; readonly connection: string };

/** As long as an attempt lives: whoever signs in at a provider is not hurried from here. */
const ATTEMPT_MS = 600_000;
const sheet = sheetOf(css);

/** Also the cookie counts here, which says who sits in front of the screen. No page of a brand sends one. */
const withCookie: typeof fetch = (input, init) => fetch(input, { ...init, credentials: 'same-origin' });

/** The chat as a page of the service's own: the same window, a key of its own, and a provider to go to. */
export class WindowPage {
  private readonly root: ShadowRoot;
  private readonly look = sheetOf('');
  private readonly identity: Identity;
  private readonly keyStore = new IndexedKeyStore();
  private handle: WindowHandle | undefined;

  constructor(
    place: HTMLElement,
    private readonly at: Place,
  ) {
    this.root = place.attachShadow({ mode: 'open' });
    this.identity = new Identity({
      apiUrl: location.origin,
      ...at,
      keyStore: this.keyStore,
      methodOf: () => this.leave,
      onChange: (state) => this.changed(state),
      fetch: withCookie,
      methodLimitMs: ATTEMPT_MS,
    });
  }

  begin(): void {
    // A page that is kept for the way back shows who was here then.
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
    const language = languageOf(navigator.language);
    document.documentElement.lang = language;
    document.documentElement.dir = isRtl(language) ? 'rtl' : 'ltr';
    void this.show(language);
  }

  private async show(language: Language): Promise<void> {
    await learn(language, location.origin);
    this.handle = mount(this.host());
    this.root.adoptedStyleSheets = [this.look, ...this.root.adoptedStyleSheets, sheet];
    this.handle.setOpen(true);
    await this.start();
  }

  private async start(): Promise<void> {
    await this.keepKey();
    await this.identity.start(null);
  }

  /** A window that was popped out comes here for the first time: what waits for it asks for a key. */
  private async keepKey(): Promise<void> {
    try {
      const { brand } = this.at;
      if (!(await this.keyStore.load(brand))) await this.keyStore.make(brand);
    } catch {
      // A browser that keeps nothing says so when the chat begins.
    }
  }

  /** In place of a page's method: the window leaves for the provider, and comes back with a session. */
  private readonly leave: PageMethod = async (attempt) => {
    const { attempt: id, signal } = attempt as { attempt: string; signal?: AbortSignal };
    // Whoever does not wait for the provider stays here, whenever it answers.
    signal?.addEventListener('abort', () => window.stop());
    // A slug: it stands in a path as it is.
    const call = { method: 'POST', path: `/window/${this.at.brand}/sign-in`, body: { attempt: id } };
    const departure = await this.identity.api.call<WindowDeparture>(call);
    if (departure && !signal?.aborted) location.assign(departure.location);
    return new Promise(() => undefined);
  };

  private host(): WindowHost {
    const { identity } = this;
    return {
      root: this.root,
      identity,
      ownPage: true,
      signIn: () => void (identity.state.phase === 'unavailable' ? this.start() : identity.prove()),
      close: () => undefined,
      setUnread: (unread) => this.title(unread),
      tell: () => undefined,
    };
  }

  private changed({ config }: IdentityState): void {
    if (config) this.look.replaceSync(lookCss(config.brand, false));
  }

  private title(unread: number): void {
    const name = document.title.replace(/^\(\d+\) /, '');
    document.title = unread > 0 ? `(${unread}) ${name}` : name;
  }
}
