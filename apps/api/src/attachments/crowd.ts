import { DomainError } from '../common/domain-error.js';

const MOST = { uploader: 3, brand: 30, process: 100 };

/** Seconds: one of those that are on their way has come by then, or may have. */
const SOON = 2;

/** How many files are on their way at once: of one uploader, of one brand, and in all. */
export class Crowd {
  private readonly here = new Map<string, number>();

  /** Answers how to leave. */
  enter(brandId: string, uploader: string): () => void {
    const places = [
      [`uploader ${brandId} ${uploader}`, MOST.uploader],
      [`brand ${brandId}`, MOST.brand],
      ['process', MOST.process],
    ] as const;
    for (const [name, most] of places)
      if ((this.here.get(name) ?? 0) >= most)
        throw new DomainError('rate_limited', { detail: 'Too many files at once.', retryAfter: SOON });
    for (const [name] of places) this.here.set(name, (this.here.get(name) ?? 0) + 1);
    return () => {
      for (const [name] of places) this.leave(name);
    };
  }

  private leave(name: string): void {
    const left = (this.here.get(name) ?? 0) - 1;
    if (left > 0) this.here.set(name, left);
    else this.here.delete(name);
  }
}
