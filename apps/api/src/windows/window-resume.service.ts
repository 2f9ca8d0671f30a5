import type { SessionView } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Brand } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { hashOf } from '../common/secrets.js';
import { type Presenter, SessionsService, WindowResume } from '../identity/index.js';
import { WindowCookies } from './window-cookies.js';
import { WindowSessionsRepository } from './window-sessions.repository.js';

/** A window goes on by key and cookie: what a page's word is elsewhere, the cookie is here. */
@Injectable()
export class WindowResumeService extends WindowResume {
  constructor(
    private readonly windows: WindowSessionsRepository,
    private readonly sessions: SessionsService,
    private readonly cookies: WindowCookies,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async resume(
    brand: Brand,
    presenter: Presenter,
    request: Request,
  ): Promise<SessionView | undefined> {
    const secret = this.cookies.session(request, brand.slug);
    const windowHash = secret === undefined ? undefined : hashOf(secret);
    const popped = windowHash && (await this.popOut(brand.id, presenter, windowHash));
    if (popped) return this.sessions.view(brand.id, popped);
    const { keyThumbprint } = presenter;
    const subject = windowHash && (await this.windows.subjectOf(brand.id, keyThumbprint, windowHash));
    return this.sessions.resume(brand.id, presenter, subject ?? null);
  }

  /** The first time that the page of a window that was popped out comes with its key. */
  private async popOut(
    brandId: string,
    { keyThumbprint, origin }: Presenter,
    windowHash: string,
  ): Promise<string | undefined> {
    const now = this.clock.now();
    const id = newId(now);
    const popped = await this.windows.popOut({ brandId, id, keyThumbprint, origin, windowHash, now });
    if (!popped) return undefined;
    const { consumerId, previousSessionId } = popped;
    // Nobody has come or gone, unless this browser's window was in use: then whoever looks at that is told.
    if (previousSessionId !== null)
      this.events.emit('session.opened', {
        brandId,
        sessionId: id,
        consumerId,
        isNew: false,
        previousSessionId,
      });
    return id;
  }
}
