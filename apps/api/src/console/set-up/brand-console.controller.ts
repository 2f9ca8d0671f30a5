import {
  type BrandLook,
  brandLook,
  type Checklist,
  changeRole,
  id,
  inviteStaff,
  renameBrand,
  type SetUpBrand,
  type Staff,
} from '@countersign/contracts';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import type { LiveAgent } from '../../agents/index.js';
import { ForAdmin, ForBuilder } from '../../common/callers.js';
import { recall } from '../../common/doors.js';
import { parsed } from '../../common/parsed.pipe.js';
import { BrandConsole } from './brand-console.service.js';
import { ChecklistService } from './checklist.service.js';
import { StaffConsole } from './staff-console.service.js';

/** The brand, who answers for it, and how far its set-up has come. */
@Controller('v1/console')
export class BrandConsoleController {
  constructor(
    private readonly brand: BrandConsole,
    private readonly checklists: ChecklistService,
    private readonly staff: StaffConsole,
  ) {}

  @Get('brand')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  view(@Req() request: Request): Promise<SetUpBrand> {
    return this.brand.view(recall<LiveAgent>(request).brandId);
  }

  @Put('brand')
  @ForAdmin()
  rename(
    @Req() request: Request,
    @Body(parsed(renameBrand)) { name }: z.output<typeof renameBrand>,
  ): Promise<SetUpBrand> {
    return this.brand.rename(recall<LiveAgent>(request), name);
  }

  @Get('look')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  look(@Req() request: Request): Promise<BrandLook> {
    return this.brand.look(recall<LiveAgent>(request).brandId);
  }

  @Put('look')
  @ForBuilder()
  paint(@Req() request: Request, @Body(parsed(brandLook)) look: BrandLook): Promise<BrandLook> {
    return this.brand.paint(recall<LiveAgent>(request), look);
  }

  @Get('checklist')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  checklist(@Req() request: Request): Promise<Checklist> {
    return this.checklists.of(recall<LiveAgent>(request).brandId);
  }

  @Get('agents')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  agents(@Req() request: Request): Promise<Staff> {
    return this.staff.list(recall<LiveAgent>(request).brandId);
  }

  @Post('agents')
  @ForAdmin()
  invite(
    @Req() request: Request,
    @Body(parsed(inviteStaff)) invited: z.output<typeof inviteStaff>,
  ): Promise<Staff> {
    return this.staff.invite(recall<LiveAgent>(request), invited);
  }

  @Put('agents/:agent')
  @ForAdmin()
  role(
    @Req() request: Request,
    @Param('agent', parsed(id)) agent: string,
    @Body(parsed(changeRole)) { role }: z.output<typeof changeRole>,
  ): Promise<Staff> {
    return this.staff.changeRole(recall<LiveAgent>(request), agent, role);
  }

  @Delete('agents/:agent')
  @HttpCode(204)
  @ForAdmin()
  remove(@Req() request: Request, @Param('agent', parsed(id)) agent: string): Promise<void> {
    return this.staff.remove(recall<LiveAgent>(request), agent);
  }
}
