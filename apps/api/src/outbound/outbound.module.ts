import { Module } from '@nestjs/common';
import { Network, SystemNetwork } from './network.client.js';
import { OutboundClient } from './outbound.client.js';
import { PostingClient } from './posting.client.js';
import { ProviderClient } from './provider.client.js';
import { TargetsService } from './targets.service.js';

@Module({
  providers: [
    { provide: Network, useClass: SystemNetwork },
    OutboundClient,
    PostingClient,
    ProviderClient,
    TargetsService,
  ],
  exports: [OutboundClient, PostingClient, ProviderClient, TargetsService],
})
export class OutboundModule {}
