import { Global, Module } from '@nestjs/common';
import { OutboundModule } from '../outbound/index.js';
import { AgeingService } from './ageing.service.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsRepository } from './attempts.repository.js';
import { AttemptsService } from './attempts.service.js';
import { BrandSessionsController } from './brand-sessions.controller.js';
import { CodeJudge } from './code-judge.js';
import { DemandsService } from './demands.service.js';
import { EvidenceService } from './evidence.service.js';
import { ForgettingRepository } from './forgetting.repository.js';
import { FreshnessService } from './freshness.service.js';
import { HintsService } from './hints.service.js';
import { BackchannelController } from './logout/backchannel.controller.js';
import { BackchannelService } from './logout/backchannel.service.js';
import { LogoutService } from './logout/logout.service.js';
import { LogoutTokensRepository } from './logout/logout-tokens.repository.js';
import { LogoutsRepository } from './logout/logouts.repository.js';
import { OpenService } from './open.service.js';
import { PossessionService } from './possession.service.js';
import { PossessionsRepository } from './possessions.repository.js';
import { ProofsService } from './proofs.service.js';
import { RefreshService } from './refresh/refresh.service.js';
import { RefreshesRepository } from './refresh/refreshes.repository.js';
import { RenewalJudge } from './refresh/renewal-judge.js';
import { SessionGate } from './session.gate.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SettleService } from './settle.service.js';
import { SettlementsRepository } from './settlements.repository.js';
import { SigningKeysRepository } from './signing-keys.repository.js';
import { StrangersService } from './strangers.service.js';
import { SuccessionService } from './succession.service.js';
import { SweepService } from './sweep.service.js';
import { TokenJudge } from './token-judge.js';
import { TraceReader } from './trace-reader.js';
import { TraceRecorder } from './trace-recorder.js';
import { TracesRepository } from './traces.repository.js';
import { UsedProofsRepository } from './used-proofs.repository.js';

@Global()
@Module({
  imports: [OutboundModule],
  controllers: [AttemptsController, BackchannelController, BrandSessionsController, SessionsController],
  providers: [
    AgeingService,
    AttemptsRepository,
    AttemptsService,
    BackchannelService,
    CodeJudge,
    DemandsService,
    EvidenceService,
    ForgettingRepository,
    FreshnessService,
    HintsService,
    LogoutService,
    LogoutTokensRepository,
    LogoutsRepository,
    OpenService,
    PossessionService,
    PossessionsRepository,
    ProofsService,
    RefreshService,
    RefreshesRepository,
    RenewalJudge,
    SessionGate,
    SessionsRepository,
    SessionsService,
    SettleService,
    SettlementsRepository,
    SigningKeysRepository,
    StrangersService,
    SuccessionService,
    SweepService,
    TokenJudge,
    TraceReader,
    TraceRecorder,
    TracesRepository,
    UsedProofsRepository,
  ],
  exports: [
    AgeingService,
    AttemptsService,
    CodeJudge,
    FreshnessService,
    HintsService,
    LogoutService,
    LogoutTokensRepository,
    PossessionService,
    ProofsService,
    SessionGate,
    SessionsService,
    TokenJudge,
    TraceReader,
    TraceRecorder,
    TracesRepository,
  ],
})
export class IdentityModule {}
