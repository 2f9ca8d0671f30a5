import { Module } from '@nestjs/common';
import { Network, SystemNetwork } from './network.client.js';
import { OutboundClient } from './outbound.client.js';
import { ProviderClient } from './provider.client.js';

@Module({
  providers: [{ provide: Network, useClass: SystemNetwork }, OutboundClient, ProviderClient],
  exports: [ProviderClient],
})
export class OutboundModule {}
