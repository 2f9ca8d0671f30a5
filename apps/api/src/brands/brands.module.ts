import { Global, Module } from '@nestjs/common';
import { BrandDoor, OperatorDoor } from '../common/doors.js';
import { ApiKeyDoor } from './api-key.door.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { BrandsRepository } from './brands.repository.js';
import { BrandsService } from './brands.service.js';
import { OperatorKeyDoor } from './operator.door.js';

const doors = [
  { provide: BrandDoor, useClass: ApiKeyDoor },
  { provide: OperatorDoor, useClass: OperatorKeyDoor },
];

@Global()
@Module({
  providers: [ApiKeysRepository, BrandsRepository, BrandsService, ...doors],
  exports: [ApiKeysRepository, BrandsRepository, BrandsService, ...doors],
})
export class BrandsModule {}
