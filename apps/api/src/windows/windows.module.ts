import { Global, Module } from '@nestjs/common';
import { WindowResume } from '../identity/index.js';
import { OutboundModule } from '../outbound/index.js';
import { ArrivalsService } from './arrivals.service.js';
import { WindowCallbackController } from './callback.controller.js';
import { DeparturesService } from './departures.service.js';
import { WindowFormPostController } from './form-post.controller.js';
import { PageFiles } from './pages/page-files.js';
import { WindowSignInController } from './sign-in.controller.js';
import { TicketsController } from './tickets.controller.js';
import { TicketsService } from './tickets.service.js';
import { WindowController } from './window.controller.js';
import { WindowStrategy } from './window.strategy.js';
import { WindowCookies } from './window-cookies.js';
import { WindowProviders } from './window-provider.js';
import { WindowResumeService } from './window-resume.service.js';
import { WindowSessionsRepository } from './window-sessions.repository.js';
import { WindowStore } from './window-store.js';
import { WindowTicketsRepository } from './window-tickets.repository.js';
import { WindowTransactionsRepository } from './window-transactions.repository.js';

const resume = { provide: WindowResume, useClass: WindowResumeService };

@Global()
@Module({
  imports: [OutboundModule],
  controllers: [
    TicketsController,
    WindowSignInController,
    WindowController,
    WindowCallbackController,
    WindowFormPostController,
  ],
  providers: [
    ArrivalsService,
    DeparturesService,
    PageFiles,
    TicketsService,
    WindowCookies,
    WindowProviders,
    WindowSessionsRepository,
    WindowStore,
    WindowStrategy,
    WindowTicketsRepository,
    WindowTransactionsRepository,
    resume,
  ],
  exports: [resume],
})
export class WindowsModule {}
