import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '../common/events.js';
import { Log } from '../common/log.js';
import { Audience } from './audience.js';
import { Gathered } from './gathered.js';
import { developersRoom } from './sockets.js';

const AT_MOST_EVERY_MS = 500;

/** Tells the brand's developers that a connection judged a proof; whoever looks at it reads the list again. */
@Injectable()
export class AttemptDeliveries implements OnModuleInit {
  private readonly gathered: Gathered;

  constructor(
    private readonly events: Events,
    private readonly audience: Audience,
    log: Log,
  ) {
    this.gathered = new Gathered((error) => log.failure('an attempt was not told', error));
  }

  onModuleInit(): void {
    this.events.everywhere('attempt.judged', ({ brandId, connection }) => {
      const room = developersRoom(brandId);
      if (!this.audience.hears(room)) return;
      this.gathered.run(`${brandId} ${connection}`, async () => {
        this.audience.agents.local.to(room).emit('attempt:judged', { connection });
        // A flood of proofs is told as one: the lists are read twice a second at most.
        await pause(AT_MOST_EVERY_MS);
      });
    });
  }
}
