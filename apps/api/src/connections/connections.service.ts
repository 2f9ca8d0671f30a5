import { originAllowed } from '@countersign/protocol';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { type Brand, BrandsService } from '../brands/index.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { Remembered } from '../common/remembered.js';
import { Sealer } from '../common/sealer.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import type { Connection } from './connection.js';
import { ConnectionsRepository } from './connections.repository.js';
import { isStandIn } from './stand-in.js';

/** Which way a page takes to whom, and whether it may. */
@Injectable()
export class ConnectionsService implements OnModuleInit {
  private readonly remembered = new Remembered<Connection>();
  private readonly origins = new Remembered<readonly string[]>();

  /** Connections of which this process knows that a page was seen. */
  private readonly seen = new Set<string>();

  constructor(
    private readonly repository: ConnectionsRepository,
    private readonly brands: BrandsService,
    private readonly sealer: Sealer,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.events.on('brand.changed', () => {
      this.remembered.forget();
      this.origins.forget();
    });
  }

  /** The connection a page asks for, once its origin is in the list. No `Origin`: an app, where apps are on. */
  async forPage(
    slug: string,
    key: string,
    origin: string | undefined,
  ): Promise<{ brand: Brand; connection: Connection }> {
    const brand = await this.brands.bySlug(slug);
    const connection = await this.byKey(brand.id, key);
    this.mustAdmit(connection, origin);
    return { brand, connection };
  }

  /** A page of a brand, an app, or the window of our own. */
  mustAdmit(connection: Connection, origin: string | undefined): void {
    if (origin === this.config.PUBLIC_URL) {
      if (connection.window) return;
      throw new DomainError('window_not_allowed');
    }
    const allowed = origin === undefined ? connection.apps : originAllowed(origin, connection.origins);
    if (!allowed)
      throw new DomainError('origin_not_allowed', {
        detail: `The connection does not list ${origin ?? 'apps'}.`.slice(0, 200),
      });
  }

  async byKey(brandId: string, key: string): Promise<Connection> {
    const connection = await this.remembered.get(`${brandId} key ${key}`, () =>
      this.repository.byKey(brandId, key),
    );
    if (!connection) throw new DomainError('connection_unknown');
    return connection;
  }

  async byId(brandId: string, id: string): Promise<Connection> {
    const connection = await this.remembered.get(`${brandId} id ${id}`, () =>
      this.repository.byId(brandId, id),
    );
    if (!connection) throw new DomainError('connection_unknown');
    return connection;
  }

  /** What a provider calls by its id. */
  async anywhere(id: string): Promise<Connection> {
    const connection = await this.remembered.get(`anywhere ${id}`, () => this.repository.anywhere(id));
    if (!connection) throw new DomainError('connection_unknown');
    return connection;
  }

  /** The connection an attempt was begun with, unless it was taken away meanwhile. */
  async ofAttempt(brandId: string, id: string, origin: string | undefined): Promise<Connection> {
    const connection = await this.byId(brandId, id);
    if (connection.removedAt !== null) throw new DomainError('connection_unknown');
    this.mustAdmit(connection, origin);
    return connection;
  }

  /** Where a browser comes back to, before anybody knows whose it is. Undefined: no chat opens there. */
  async openInWindow(id: string): Promise<Connection | undefined> {
    if (!z.uuid().safeParse(id).success) return undefined;
    const connection = await this.remembered.get(`anywhere ${id}`, () => this.repository.anywhere(id));
    return connection?.window ? connection : undefined;
  }

  /** Whether any brand lists this origin: what CORS and the sockets' door ask, before the connection is known. */
  async anyoneAdmits(origin: string): Promise<boolean> {
    if (origin === this.config.PUBLIC_URL) return true;
    const origins = await this.origins.get('all', () => this.repository.allOrigins());
    return originAllowed(origin, origins ?? []);
  }

  /** In production nobody, consumer or agent, may be known by the stand-in's word. Throws with what would be. */
  async refuseStandIns(): Promise<void> {
    const own = this.config.signIn
      ? [{ name: 'the service’s own sign-in', issuer: this.config.signIn.issuer }]
      : [];
    const found = [...own, ...(await this.repository.trusted())].filter(({ issuer }) => isStandIn(issuer));
    if (found.length === 0) return;
    const names = found.map(({ name }) => name).join(', ');
    throw new Error(`These trust the stand-in: ${names}. Change them, or set COUNTERSIGN_DEMO=1 for a demo.`);
  }

  /** The chat was drawn on a page that may: the first time is kept, for whoever sets the brand up. */
  async noteSeen({ brandId, id }: Connection, origin: string, at: Date): Promise<void> {
    if (this.seen.has(id)) return;
    this.seen.add(id);
    await this.repository.noteSeen(brandId, id, origin, at);
  }

  async clientSecret({ brandId, id }: Connection): Promise<string> {
    const sealed = await this.repository.sealedSecret(brandId, id);
    return sealed ? this.sealer.open(sealed, [brandId, 'connections', 'client_secret', id]) : '';
  }
}
