import {
  type ConsumerExport,
  type CustomerDetail,
  type CustomerList,
  customerQuery,
  type ErasedView,
  id,
} from '@countersign/contracts';
import { Controller, Delete, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import type { LiveAgent } from '../agents/index.js';
import { ForLead } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { parsed } from '../common/parsed.pipe.js';
import { CustomersService } from './customers.service.js';

@Controller('v1/agent/customers')
export class CustomersController {
  constructor(private readonly customers: CustomersService) {}

  @Get()
  @ForLead()
  @Header('cache-control', 'no-store')
  list(
    @Req() request: Request,
    @Query(parsed(customerQuery)) { search }: z.output<typeof customerQuery>,
  ): Promise<CustomerList> {
    return this.customers.list(recall<LiveAgent>(request), search);
  }

  @Get(':consumer')
  @ForLead()
  @Header('cache-control', 'no-store')
  look(@Req() request: Request, @Param('consumer', parsed(id)) consumer: string): Promise<CustomerDetail> {
    return this.customers.look(recall<LiveAgent>(request), consumer);
  }

  @Get(':consumer/export')
  @ForLead()
  @Header('cache-control', 'no-store')
  export(@Req() request: Request, @Param('consumer', parsed(id)) consumer: string): Promise<ConsumerExport> {
    return this.customers.export(recall<LiveAgent>(request), consumer);
  }

  @Post(':consumer/sign-out')
  @HttpCode(200)
  @ForLead()
  signOut(
    @Req() request: Request,
    @Param('consumer', parsed(id)) consumer: string,
  ): Promise<{ ended: number }> {
    return this.customers.signOut(recall<LiveAgent>(request), consumer);
  }

  @Delete(':consumer')
  @ForLead()
  erase(@Req() request: Request, @Param('consumer', parsed(id)) consumer: string): Promise<ErasedView> {
    return this.customers.erase(recall<LiveAgent>(request), consumer);
  }
}
