import { Identity, type IdentityState, type PageMethod } from '@countersign/chat-client/identity';
import type { WindowDeparture } from '@countersign/contracts';
import { sheetOf } from '../element.js';
import type { WindowHandle, WindowHost } from '../handover.js';
import { IndexedKeyStore } from '../launcher/indexed-key-store.js';
import { mount } from '../window/chat-window.js';
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
    this.handle = mount(this.host());
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, sheet];
    this.handle.setOpen(true);
    void this.start();
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
    const { attempt: id } = attempt as { attempt: string };
    // A slug: it stands in a path as it is.
    const call = { method: 'POST', path: `/window/${this.at.brand}/sign-in`, body: { attempt: id } };
    const departure = await this.identity.api.call<WindowDeparture>(call);
    if (departure) location.assign(departure.location);
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
    const { brand } = config ?? {};
    const host = this.root.host as HTMLElement;
    if (brand) host.style.setProperty('--countersign-accent', brand.accent);
  }

  private title(unread: number): void {
    const name = document.title.replace(/^\(\d+\) /, '');
    document.title = unread > 0 ? `(${unread}) ${name}` : name;
  }
}
