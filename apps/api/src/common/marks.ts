import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { CALLER } from './callers.js';

const PATH = 'path';
const METHOD = 'method';

/** A route without a mark would answer nobody, and nobody would know why: the start stops instead, with its name. */
export function everyRouteIsMarked(app: INestApplication): void {
  const discovery = new DiscoveryService(app.get(ModulesContainer));
  const scanner = new MetadataScanner();
  for (const { instance } of discovery.getControllers()) {
    const prototype = Object.getPrototypeOf(instance) as object;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler: unknown = Reflect.get(prototype, name);
      if (typeof handler !== 'function' || !isRoute(handler)) continue;
      if (Reflect.getMetadata(CALLER, handler) === undefined)
        throw new Error(`${prototype.constructor.name}.${name} is open to nobody: mark who may call it.`);
    }
  }
}

const isRoute = (handler: object) =>
  Reflect.hasMetadata(PATH, handler) && Reflect.hasMetadata(METHOD, handler);
