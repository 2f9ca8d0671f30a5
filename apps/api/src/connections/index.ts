export {
  audienceOf,
  type Connection,
  type Issuer,
  policyOf,
  type StepUp,
  windowCallbackOf,
} from './connection.js';
export { ConnectionsModule } from './connections.module.js';
export { ConnectionsRepository } from './connections.repository.js';
export { ConnectionsService } from './connections.service.js';
export { EncryptionKeysService } from './encryption-keys.service.js';
export { aliasesOf, emailAuthorityOf } from './google.js';
export { methodForPage } from './page-method.js';
export { relaxationsOf } from './relaxations.js';
export { isLoopback, isStandIn } from './stand-in.js';
