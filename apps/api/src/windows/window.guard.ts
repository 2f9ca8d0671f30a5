import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { recall, remember } from '../common/doors.js';
import { type Departure, DeparturesService } from './departures.service.js';
import { type LeaveOptions, WINDOW_STRATEGY } from './window.strategy.js';

export const departureOf = (request: Request): Departure => recall<Departure>(request);

class Passport extends AuthGuard(WINDOW_STRATEGY) {
  override handleRequest<Who>(error: unknown, who: Who): Who {
    if (error) throw error;
    if (!who) throw new Error('The strategy answered nothing.');
    return who;
  }
}

/** Prepares a window's departure; in Code Flow the library words the request. */
@Injectable()
export class DepartGuard extends Passport {
  constructor(private readonly departures: DeparturesService) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const departure = await this.departures.prepare(request);
    remember(request, departure);
    return departure.connection.flow === 'code' ? (super.canActivate(context) as Promise<boolean>) : true;
  }

  override getAuthenticateOptions(context: ExecutionContext): LeaveOptions & { session: false } {
    return { session: false, departure: departureOf(context.switchToHttp().getRequest<Request>()) };
  }
}

/** Judges what came back with a code. */
@Injectable()
export class ArriveGuard extends Passport {
  /** Nothing in the query: then all there is stands behind the `#`, and only the page can read it. */
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const { query } = context.switchToHttp().getRequest<Request>();
    return Object.keys(query).length === 0 || (super.canActivate(context) as Promise<boolean>);
  }

  override getAuthenticateOptions() {
    return { session: false };
  }
}
