import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { CALLER_RULE } from './callers.js';

/** Refuses to start when a route says nothing about who may call it. */
@Injectable()
export class DeclaredCallers implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const silent: string[] = [];
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name] as object;
        const method: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
        if (method !== undefined && Reflect.getMetadata(CALLER_RULE, handler) === undefined) silent.push(`${metatype?.name}.${name}`);
      }
    }
    if (silent.length > 0)
      throw new Error(`These routes do not declare who may call them (@Public, @Customer or @Operator): ${silent.join(', ')}`);
  }
}
