import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attachment } from '@countersign/contracts';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { newId } from '../common/ids.js';
import { Log } from '../common/log.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { AttachmentsRepository, type Uploader } from './attachments.repository.js';
import { Crowd } from './crowd.js';
import { document } from './documents.js';
import { cleanName, nameIn } from './file-name.js';
import { fingerprintOf, receive } from './incoming.js';
import { kindOf } from './kind.js';
import type { Made } from './made.js';
import { Pictures } from './pictures.js';
import { keyOf, Store } from './store.js';

/** Of one uploader, waiting to be sent. */
const MOST_UNSENT = 20;

export type Upload = {
  readonly brandId: string;
  readonly conversationId: string | null;
  readonly uploader: Uploader;
};

/** Takes a file in: received, judged by its content, made anew where it is a picture, stored. */
@Injectable()
export class UploadsService implements OnModuleInit, OnApplicationShutdown {
  private readonly crowd = new Crowd();
  private folder = '';

  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly pictures: Pictures,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'countersign-incoming-'));
  }

  async onApplicationShutdown(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  async take(upload: Upload, request: Request): Promise<Attachment> {
    const { brandId, uploader } = upload;
    const leave = this.crowd.enter(brandId, uploader.by === 'agent' ? uploader.agentId : uploader.familyId);
    // A folder of its own: whatever becomes of it, all that was made on the way goes with it.
    const folder = join(this.folder, randomUUID());
    try {
      if ((await this.repository.unsent(brandId, uploader)) >= MOST_UNSENT)
        throw new DomainError('rate_limited', { detail: 'Too many files wait to be sent.', retryAfter: 60 });
      await mkdir(folder);
      const made = await this.made(join(folder, 'came'), request);
      return await this.keep(upload, made, nameIn(request.headers['content-disposition']));
    } finally {
      leave();
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async made(path: string, request: Request): Promise<Made> {
    const length = request.headers['content-length'];
    const came = await receive({
      stream: request,
      length: length === undefined ? undefined : Number(length),
      path,
      patienceMs: this.config.UPLOAD_SECONDS * 1_000,
    });
    const kind = kindOf(came.head);
    if (!kind) throw new DomainError('attachment_type_refused');
    return kind.isPicture ? this.pictures.make(path, kind) : document(came);
  }

  private async keep({ brandId, ...upload }: Upload, made: Made, said: string): Promise<Attachment> {
    const { type, width, height } = made;
    const at = this.clock.now();
    const { sha256, bytes } = await fingerprintOf(made.whole);
    const file: Attachment = { id: newId(at), name: cleanName(said, type), type, bytes, width, height };
    const place = { brandId, id: file.id };
    await this.repository.add({ ...upload, ...file, brandId, sha256, preview: made.preview !== null, at });
    try {
      await this.store.put(keyOf(brandId, file.id, 'whole'), made.whole, type);
      if (made.preview !== null)
        await this.store.put(keyOf(brandId, file.id, 'preview'), made.preview, 'image/webp');
    } catch (error) {
      if (error instanceof DomainError) throw error;
      this.log.failure('a file was not stored', error);
      throw new DomainError('service_unavailable', { detail: 'The store of files does not answer.' });
    }
    await this.repository.ready(place);
    return file;
  }
}
