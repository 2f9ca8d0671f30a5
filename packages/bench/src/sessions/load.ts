import { Pool } from 'undici';

/** A request that is ready to be sent, down to its last byte. */
export type Prepared = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Loaded = { readonly perSecond: number; readonly answers: readonly unknown[] };

/** Sends requests over as many connections as are at once on their way. An answer but 200 ends the run. */
export class Load {
  private readonly pool: Pool;

  constructor(
    url: string,
    private readonly atOnce: number,
  ) {
    this.pool = new Pool(url, { connections: atOnce, pipelining: 1 });
  }

  async send(requests: readonly Prepared[]): Promise<Loaded> {
    const begun = performance.now();
    const bodies = Array<string>(requests.length);
    let next = 0;
    const lane = async () => {
      for (let at = next++; at < requests.length; at = next++) bodies[at] = await this.answer(requests[at]);
    };
    await Promise.all(Array.from({ length: this.atOnce }, lane));
    const seconds = (performance.now() - begun) / 1_000;
    // Read only after the clock: the client's work is not the service's.
    return { perSecond: requests.length / seconds, answers: bodies.map((body) => JSON.parse(body)) };
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async answer(prepared: Prepared | undefined): Promise<string> {
    if (!prepared) return '';
    const { statusCode, body } = await this.pool.request({ method: 'POST', ...prepared });
    const text = await body.text();
    if (statusCode !== 200 && statusCode !== 201) throw new Error(`${statusCode} ${prepared.path}: ${text}`);
    return text;
  }
}
