import { Global, Module } from '@nestjs/common';
import { PersonDoor } from '../common/doors.js';
import { PeopleRepository } from './people.repository.js';
import { PersonCookieDoor } from './person.door.js';
import { PersonStrategy } from './person.strategy.js';
import { PersonCookies } from './person-cookies.js';
import { PersonSignInController } from './person-sign-in.controller.js';
import { SignUpController } from './sign-up.controller.js';
import { SignUpService } from './sign-up.service.js';

const door = { provide: PersonDoor, useClass: PersonCookieDoor };

@Global()
@Module({
  controllers: [SignUpController, PersonSignInController],
  providers: [PeopleRepository, PersonCookies, PersonStrategy, SignUpService, door],
  exports: [door],
})
export class SignUpModule {}
