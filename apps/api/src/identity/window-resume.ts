import type { SessionView } from '@countersign/contracts';
import type { Request } from 'express';
import type { Brand } from '../brands/index.js';
import type { Presenter } from './page-request.js';

/** How a window of the service's own goes on: by its key and its cookie. Provided by the windows' module. */
export abstract class WindowResume {
  abstract resume(brand: Brand, presenter: Presenter, request: Request): Promise<SessionView | undefined>;
}
