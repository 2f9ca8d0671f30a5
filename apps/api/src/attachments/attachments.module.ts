import { Global, Module } from '@nestjs/common';
import { Log } from '../common/log.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { AgentUploadsController } from './agent-uploads.controller.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { DiskStore } from './disk.store.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { NoStore } from './no.store.js';
import { Pictures } from './pictures.js';
import { RemovalsService } from './removals.service.js';
import { Store } from './store.js';
import { UploadsController } from './uploads.controller.js';
import { UploadsService } from './uploads.service.js';

/** Loaded by those who have a bucket: it is larger than the rest of the service. */
async function storeOf({ bucket, ATTACHMENTS_FOLDER }: Config, log: Log): Promise<Store> {
  if (bucket) return new (await import('./s3.client.js')).S3Store(bucket);
  if (ATTACHMENTS_FOLDER !== undefined) return new DiskStore(ATTACHMENTS_FOLDER);
  log.warn('no store of files is set, by ATTACHMENTS_FOLDER or S3_BUCKET: files cannot be sent');
  return new NoStore();
}

const store = { provide: Store, inject: [CONFIG, Log], useFactory: storeOf };

@Global()
@Module({
  controllers: [AgentUploadsController, FilesController, UploadsController],
  providers: [AttachmentsRepository, FilesService, Pictures, RemovalsService, UploadsService, store],
  exports: [FilesService, RemovalsService],
})
export class AttachmentsModule {}
