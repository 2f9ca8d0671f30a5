import { Module } from '@nestjs/common';
import { OutboundClient } from './outbound.client.js';
import { ProviderClient } from './provider.client.js';

@Module({ providers: [OutboundClient, ProviderClient], exports: [ProviderClient] })
export class OutboundModule {}
