export { FactsModule } from './facts.module.js';
export { FactsReader } from './facts.reader.js';
export { FactsRepository } from './facts.repository.js';
export { PageFactsService } from './page-facts.service.js';
export { PushService } from './push.service.js';
export { subject } from './subject.js';
