import { Module } from '@nestjs/common';
import { Bus } from './bus.js';

@Module({ providers: [Bus] })
export class BusModule {}
