import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './floors.mjs';

const breaks = (file, line) => violations(`apps/api/src/${file}`, line).length > 0;

test('a planted violation of each kind is found', () => {
  assert.ok(breaks('kernel/money.ts', `import { Config } from '../platform/config/config.js';`));
  assert.ok(breaks('platform/http/problem.ts', `import { Orders } from '../../modules/orders/index.js';`));
  assert.ok(breaks('modules/stores/stores.service.ts', `import { Orders } from '../orders/index.js';`));
  assert.ok(breaks('modules/orders/orders.service.ts', `import { Order } from '../catalog/product.entity.js';`));
  assert.ok(breaks('modules/orders/orders.service.ts', `export * from '../dining/index.js';`));
  assert.ok(breaks('modules/orders/orders.controller.ts', `import { EntityManager } from 'typeorm';`));
  assert.ok(breaks('modules/payments/payments.service.ts', `import {\n  createPayClient,\n} from '@pailou/wechat';`));
  assert.ok(breaks('modules/stores/stores.service.ts', `const late = await import('../orders/index.js');`));
});

test('what the floors allow passes', () => {
  assert.ok(!breaks('modules/orders/orders.service.ts', `import { CatalogStock } from '../catalog/index.js';`));
  assert.ok(
    !breaks('modules/orders/orders.service.ts', `import { EntityManager } from 'typeorm';\nimport { newId } from '../../kernel/ids.js';`),
  );
  assert.ok(!breaks('platform/http/problem.ts', `import { newId } from '../../kernel/ids.js';`));
});
