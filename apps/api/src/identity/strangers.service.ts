import { reject } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { ConnectionsService } from '../connections/index.js';
import { AttemptsService } from './attempts.service.js';
import { Steps } from './judging.js';
import type { Presenter } from './page-request.js';
import { TraceRecorder } from './trace-recorder.js';

/** Somebody presents an attempt that another browser, or another page, began: the brand's developers are told. */
@Injectable()
export class StrangersService {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly connections: ConnectionsService,
    private readonly recorder: TraceRecorder,
  ) {}

  /** Nothing where there is no such attempt at all: nobody knows whose connection it would have been. */
  async tell(brandId: string, attemptId: string, { keyThumbprint, origin }: Presenter): Promise<void> {
    const attempt = await this.attempts.find(brandId, attemptId);
    if (!attempt) return;
    const connection = await this.connections.byId(brandId, attempt.connectionId);
    const who = attempt.keyThumbprint === keyThumbprint ? 'another page' : 'another browser';
    const judged = new Steps().failed('attempt', reject('attempt_unknown', 'where it was begun', who));
    await this.recorder.record(connection, attempt, { judged, origin, durationMs: 0 });
  }
}
