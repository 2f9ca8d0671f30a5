import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { OutboundModule } from '../outbound/index.js';
import { AgeingTeller } from './ageing-teller.service.js';
import { CourierService } from './courier.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveryLogRepository } from './delivery-log.repository.js';
import { DeliveryLogService } from './delivery-log.service.js';
import { EndpointsRepository } from './endpoints.repository.js';
import { EndpointsService } from './endpoints.service.js';
import { OperatorWebhooksController } from './operator-webhooks.controller.js';
import { PayloadRepository } from './payload.repository.js';
import { PayloadService } from './payload.service.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [IdentityModule, OutboundModule],
  controllers: [OperatorWebhooksController, WebhooksController],
  providers: [
    AgeingTeller,
    CourierService,
    DeliveriesRepository,
    DeliveryLogRepository,
    DeliveryLogService,
    EndpointsRepository,
    EndpointsService,
    PayloadRepository,
    PayloadService,
  ],
})
export class WebhooksModule {}
