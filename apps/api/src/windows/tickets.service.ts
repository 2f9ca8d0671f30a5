import type { WindowTicket } from '@countersign/contracts';
import { originAllowed } from '@countersign/protocol';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrandsService } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { hashOf, newSecret } from '../common/secrets.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { type Connection, ConnectionsService } from '../connections/index.js';
import { type LiveSession, originOf } from '../identity/index.js';
import { WindowCookies } from './window-cookies.js';
import { WindowFailed } from './window-failed.js';
import { WindowTicketsRepository } from './window-tickets.repository.js';

const TICKET_MS = 30_000;
/** Until the page that a ticket opened has made its key and come with it. */
const ARRIVAL_MS = 60_000;

/** Carries an embedded chat into a window of its own: not by an address, and by nobody but the page it is in. */
@Injectable()
export class TicketsService {
  constructor(
    private readonly repository: WindowTicketsRepository,
    private readonly brands: BrandsService,
    private readonly connections: ConnectionsService,
    private readonly cookies: WindowCookies,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async make(
    { brandId, brandSlug, sessionId, connectionId, origin }: LiveSession,
    from: string | undefined,
  ): Promise<WindowTicket> {
    const connection = await this.connections.byId(brandId, connectionId);
    if (!connection.window) throw new DomainError('window_not_allowed');
    if (from === undefined || from !== origin) throw new DomainError('origin_not_allowed');
    const now = this.clock.now();
    const ticket = newSecret();
    const expiresAt = new Date(now.getTime() + TICKET_MS);
    await this.repository.add({ brandId, id: hashOf(ticket), sessionId, expiresAt }, now);
    const action = `${this.config.PUBLIC_URL}/window/${encodeURIComponent(brandSlug)}/pop-out`;
    return { ticket, action, expiresAt: expiresAt.toISOString() };
  }

  /** The window gets a cookie for it; the session waits for the key of the page that now loads. */
  async redeem(request: Request, response: Response, slug: string, ticket: string): Promise<Connection> {
    const brand = await this.brands.bySlug(slug);
    const now = this.clock.now();
    const bearer = await this.repository.read(brand.id, hashOf(ticket), now);
    if (!bearer) throw new WindowFailed('ticket_invalid', { brand });
    const connection = await this.connections.ofAttempt(
      brand.id,
      bearer.connectionId,
      this.config.PUBLIC_URL,
    );
    const from = originOf(request);
    const listed = from === bearer.origin && originAllowed(from, connection.origins);
    // Refused without being used up: whose page posts it here says nothing about whose it is.
    if (!listed) throw new WindowFailed('origin_not_allowed', { brand, connection });
    const secret = newSecret();
    const until = new Date(now.getTime() + ARRIVAL_MS);
    if (!(await this.repository.redeem(bearer, hashOf(secret), until)))
      throw new WindowFailed('ticket_invalid', { brand, connection });
    this.cookies.setSession(response, brand.slug, secret);
    return connection;
  }
}
