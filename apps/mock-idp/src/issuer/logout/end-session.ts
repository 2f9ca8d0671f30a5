import { randomBytes } from 'node:crypto';
import { type Exchange, readForm, redirect, sendHtml } from '../../http/index.js';
import { detailOf, errorPage, signedOutPage, signOutPage } from '../../pages/index.js';
import type { World } from '../../world/index.js';
import { type Logout, LogoutRefused, readLogout } from './request.js';
import { signOutHere } from './sign-out.js';

type Pending = Logout & { readonly browser: string | undefined };

const capacity = 1_000;

/** A client sends the browser here to sign the person out; they are asked first. */
export class EndSession {
  /** Each is answered once, in the browser it was asked in. */
  readonly #pending = new Map<string, Pending>();

  constructor(
    readonly world: World,
    /** Without one the provider has no logout. */
    readonly path: string | undefined,
  ) {}

  /** Answers whether the path was one of its own. */
  async answer(exchange: Exchange, path: string): Promise<boolean> {
    const { method } = exchange.req;
    if (this.path === undefined) return false;
    if (path === this.path && (method === 'GET' || method === 'POST')) await this.#ask(exchange);
    else if (path.startsWith(`${this.path}/`) && method === 'POST') await this.#take(exchange, path);
    else return false;
    return true;
  }

  async #ask(exchange: Exchange): Promise<void> {
    const { req, url } = exchange;
    const query = req.method === 'POST' ? await readForm(req) : url.searchParams;
    try {
      const logout = await readLogout(this.world, query);
      await this.#begin(exchange, logout);
    } catch (error) {
      if (!(error instanceof LogoutRefused)) throw error;
      this.#refuse(exchange, error.message);
    }
  }

  async #begin(exchange: Exchange, logout: Logout): Promise<void> {
    const { world } = this;
    const browser = world.browsers.idOf(exchange.req);
    const signedIn = world.browsers.subjects(exchange.req);
    if (signedIn.length === 0) return this.#done(exchange, { ...logout, browser });
    const id = randomBytes(24).toString('base64url');
    this.#pending.set(id, { ...logout, browser });
    const [oldest] = this.#pending.keys();
    if (this.#pending.size > capacity && oldest !== undefined) this.#pending.delete(oldest);
    const people = signedIn.flatMap((subject) => world.people.bySubject(world.key, subject) ?? []);
    sendHtml(
      exchange,
      200,
      signOutPage({
        label: world.label,
        application: logout.client?.name,
        people: people.map((person) => ({ name: person.name, detail: detailOf(person) })),
        action: `${world.mount}${this.path}/${id}`,
      }),
    );
  }

  async #take(exchange: Exchange, path: string): Promise<void> {
    const [id = '', step] = path.slice(`${this.path}/`.length).split('/');
    const pending = this.#pending.get(id);
    const here = this.world.browsers.idOf(exchange.req);
    if (!pending || pending.browser !== here || (step !== 'confirm' && step !== 'stay'))
      return this.#refuse(exchange, 'This request to sign out has ended, or began in another browser.');
    this.#pending.delete(id);
    if (step === 'confirm') await this.#done(exchange, pending);
    else sendHtml(exchange, 200, signedOutPage(this.world.label, true));
  }

  async #done(exchange: Exchange, { browser, sid, returnTo }: Pending): Promise<void> {
    await signOutHere(this.world, browser, sid);
    if (returnTo !== undefined) redirect(exchange, returnTo);
    else sendHtml(exchange, 200, signedOutPage(this.world.label, false));
  }

  #refuse(exchange: Exchange, description: string): void {
    const { label } = this.world;
    sendHtml(exchange, 400, errorPage({ label, status: 400, error: 'invalid_request', description }));
  }
}
