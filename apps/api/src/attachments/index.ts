export { AttachmentsModule } from './attachments.module.js';
export { FilesService } from './files.service.js';
export { RemovalsService } from './removals.service.js';
