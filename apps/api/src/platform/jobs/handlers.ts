import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

/** Finds the methods of all providers that carry a mark, bound to their provider. */
@Injectable()
export class Handlers {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  marked<M>(key: string): { meta: M; run: (...args: never[]) => Promise<void> }[] {
    return this.discovery.getProviders().flatMap(({ instance }) => {
      if (!instance || typeof instance !== 'object') return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
      if (!prototype || prototype === Object.prototype) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const method = prototype[name];
        const meta = typeof method === 'function' ? (Reflect.getMetadata(key, method) as M | undefined) : undefined;
        return meta === undefined ? [] : [{ meta, run: (method as (...args: never[]) => Promise<void>).bind(instance) }];
      });
    });
  }
}
