import { Global, Module } from '@nestjs/common';
import { BrandKeysRepository } from './brand-keys.repository.js';
import { PersonalKeys } from './personal-keys.js';

@Global()
@Module({ providers: [BrandKeysRepository, PersonalKeys], exports: [PersonalKeys] })
export class PersonalModule {}
