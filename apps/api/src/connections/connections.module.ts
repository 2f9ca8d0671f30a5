import { Global, Module } from '@nestjs/common';
import { ConnectionsRepository } from './connections.repository.js';
import { ConnectionsService } from './connections.service.js';
import { EncryptionKeysController } from './encryption-keys.controller.js';
import { EncryptionKeysRepository } from './encryption-keys.repository.js';
import { EncryptionKeysService } from './encryption-keys.service.js';

@Global()
@Module({
  controllers: [EncryptionKeysController],
  providers: [ConnectionsRepository, ConnectionsService, EncryptionKeysRepository, EncryptionKeysService],
  exports: [ConnectionsRepository, ConnectionsService, EncryptionKeysService],
})
export class ConnectionsModule {}
