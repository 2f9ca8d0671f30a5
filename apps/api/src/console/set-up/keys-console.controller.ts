import {
  type ActionsSet,
  type ActionsView,
  type ApiKeysView,
  type EncryptionKeysView,
  id,
  type KeyLookedAt,
  lookAtKey,
  makeApiKey,
  setActions,
} from '@countersign/contracts';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import type { LiveAgent } from '../../agents/index.js';
import { ForBuilder } from '../../common/callers.js';
import { recall } from '../../common/doors.js';
import { parsed } from '../../common/parsed.pipe.js';
import { ActionsConsole } from './actions-console.service.js';
import { KeysConsole } from './keys-console.service.js';

@Controller('v1/console')
export class KeysConsoleController {
  constructor(
    private readonly keys: KeysConsole,
    private readonly actions: ActionsConsole,
  ) {}

  @Get('api-keys')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  list(@Req() request: Request): Promise<ApiKeysView> {
    return this.keys.list(recall<LiveAgent>(request).brandId);
  }

  @Post('api-keys')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  make(
    @Req() request: Request,
    @Body(parsed(makeApiKey)) wanted: z.output<typeof makeApiKey>,
  ): Promise<{ id: string; key: string }> {
    return this.keys.make(recall<LiveAgent>(request), wanted);
  }

  @Delete('api-keys/:key')
  @HttpCode(204)
  @ForBuilder()
  revoke(@Req() request: Request, @Param('key', parsed(id)) key: string): Promise<void> {
    return this.keys.revoke(recall<LiveAgent>(request), key);
  }

  @Get('encryption-keys')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  encryptionKeys(@Req() request: Request): Promise<EncryptionKeysView> {
    return this.keys.encryptionKeysOf(recall<LiveAgent>(request).brandId);
  }

  @Post('encryption-keys/rotate')
  @HttpCode(200)
  @ForBuilder()
  rotate(@Req() request: Request): Promise<EncryptionKeysView> {
    return this.keys.rotate(recall<LiveAgent>(request));
  }

  @Get('actions')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  actionsView(@Req() request: Request): Promise<ActionsView> {
    return this.actions.view(recall<LiveAgent>(request).brandId);
  }

  @Put('actions')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  setActions(
    @Req() request: Request,
    @Body(parsed(setActions)) wanted: z.output<typeof setActions>,
  ): Promise<ActionsSet> {
    return this.actions.set(recall<LiveAgent>(request), wanted);
  }

  @Delete('actions')
  @HttpCode(204)
  @ForBuilder()
  removeActions(@Req() request: Request): Promise<void> {
    return this.actions.remove(recall<LiveAgent>(request));
  }

  @Post('keys/look')
  @HttpCode(200)
  @ForBuilder()
  lookAt(@Body(parsed(lookAtKey)) { key }: z.output<typeof lookAtKey>): Promise<KeyLookedAt> {
    return this.keys.lookAt(key);
  }
}
