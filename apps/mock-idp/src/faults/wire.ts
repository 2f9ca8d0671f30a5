import type { ServerResponse } from 'node:http';
import { type Answer, release } from '../http/index.js';
import type { Wire } from './fault.js';

/** One wait. Answers false where it was cut short: the fault was cleared, or nobody listens any more. */
type Pause = (signal: AbortSignal) => Promise<boolean>;

function begin(res: ServerResponse, { status, headers, body }: Answer): void {
  res.writeHead(status, { ...headers, 'content-length': body.length });
  res.flushHeaders();
}

async function drip(res: ServerResponse, answer: Answer, pause: Pause, gone: AbortSignal): Promise<void> {
  begin(res, answer);
  for (let at = 0; at < answer.body.length; at += 1) {
    if (!(await pause(gone))) {
      // What is left comes at once.
      res.end(answer.body.subarray(at));
      return;
    }
    res.write(answer.body.subarray(at, at + 1));
  }
  res.end();
}

/** The reader gets the half, then the end of the connection. */
function cut(res: ServerResponse, answer: Answer): void {
  begin(res, answer);
  res.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => res.destroy());
}

/** How an answer leaves by a bad road. */
export const sender =
  (wire: Wire, answer: Answer, pause: Pause) =>
  async (res: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    // Also when the stand-in closes: it ends every connection.
    res.once('close', () => gone.abort());
    if (wire === 'drop') res.destroy();
    else if (wire === 'cut') cut(res, answer);
    else if (wire === 'drip') await drip(res, answer, pause, gone.signal);
    else {
      await pause(gone.signal);
      release(res, answer);
    }
  };
