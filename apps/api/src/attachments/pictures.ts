import { Injectable } from '@nestjs/common';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { DomainError } from '../common/domain-error.js';
import type { Kind } from './kind.js';
import type { Made } from './made.js';

/** 51 million: what the larger phones of today take. A few bytes can claim any number. */
const MOST_PIXELS = 51_000_000;
const MOST_FRAMES = 200;
const PREVIEW = 640;
const SECONDS = 20;
/** At once. sharp works in threads of libuv, and half of them stay with everybody else. */
const AT_ONCE = 2;

sharp.cache(false);
sharp.concurrency(1);

const png = (picture: Sharp): Sharp => picture.png();
const encoders: Partial<Record<Made['type'], (picture: Sharp) => Sharp>> = {
  'image/png': png,
  'image/jpeg': (picture) => picture.jpeg({ quality: 90 }),
  'image/webp': (picture) => picture.webp({ quality: 90 }),
  'image/gif': (picture) => picture.gif(),
};

/**
 * Makes pictures anew: what is kept is drawn from the pixels alone. Where it was taken, and by whom, is not in it, nor
 * whatever else the file was besides a picture.
 */
@Injectable()
export class Pictures {
  private readonly waiting: (() => void)[] = [];
  private working = 0;

  async make(path: string, { keptAs }: Kind): Promise<Made> {
    await this.turn();
    try {
      return await draw(path, keptAs);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw new DomainError('attachment_unreadable', {}, { cause: error });
    } finally {
      this.working -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.working >= AT_ONCE) await new Promise<void>((begin) => this.waiting.push(begin));
    this.working += 1;
  }
}

async function draw(from: string, type: Made['type']): Promise<Made> {
  // Of the head alone: nothing is unpacked before it is known how much there is.
  const frames = framesOf(await sharp(from, { limitInputPixels: false, pages: -1 }).metadata());
  const whole = `${from}.whole`;
  const preview = `${from}.preview`;
  const picture = opened(from, frames);
  const upright = frames > 1 ? picture : picture.autoOrient();
  const kept = await (encoders[type] ?? png)(upright).toFile(whole);
  await opened(whole, 1)
    .resize(PREVIEW, PREVIEW, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toFile(preview);
  return { type, whole, preview, width: kept.width, height: kept.pageHeight ?? kept.height };
}

const opened = (path: string, pages: number): Sharp =>
  sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages }).timeout({ seconds: SECONDS });

/** A picture that moves is all of its frames: together they are as large as one may be. */
function framesOf({ width, height, pages = 1, pageHeight = height }: Metadata): number {
  if (pages > MOST_FRAMES || width * pageHeight * pages > MOST_PIXELS)
    throw new DomainError('attachment_too_many_pixels');
  return pages;
}
