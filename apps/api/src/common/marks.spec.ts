import { Controller, Get, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { expect, test } from 'vitest';
import { ForAgent, OpenToAnyone } from './callers.js';
import { everyRouteIsMarked } from './marks.js';

@Controller('marked')
class Marked {
  @Get('open')
  @OpenToAnyone()
  open(): string {
    return this.help();
  }

  @Get('closed')
  @ForAgent()
  closed(): string {
    return this.help();
  }

  help(): string {
    return 'no route';
  }
}

@Controller('forgotten')
class Forgotten {
  @Get()
  answer(): string {
    return 'to whom?';
  }
}

const appOf = async (...controllers: Type[]) =>
  (await Test.createTestingModule({ controllers }).compile()).createNestApplication();

test('an app whose every route names its caller starts', async () => {
  const app = await appOf(Marked);
  expect(() => everyRouteIsMarked(app)).not.toThrow();
});

test('a route that names no caller stops the start, by its name', async () => {
  const app = await appOf(Marked, Forgotten);
  expect(() => everyRouteIsMarked(app)).toThrow(/Forgotten\.answer/);
});
