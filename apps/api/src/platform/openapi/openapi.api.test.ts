import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/harness.js';
import { OpenApi } from './openapi.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

it('is OpenAPI 3.1 with an operation for each route, named once, with its answer and an example of its body', async () => {
  const { body } = await test.request('GET', '/api/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  const operations = Object.values(
    body.paths as Record<string, Record<string, { operationId: string; requestBody?: { content: Record<string, { example?: unknown }> } }>>,
  ).flatMap((methods) => Object.values(methods));
  const routes = test.app
    .get(OpenApi)
    .routes()
    .filter((route) => route.path.startsWith('/api/'));
  expect(operations).toHaveLength(routes.length);
  expect(new Set(operations.map((one) => one.operationId)).size).toBe(routes.length);
  for (const { requestBody } of operations) {
    const json = requestBody?.content['application/json'];
    if (json) expect(json.example).toBeDefined();
  }
});
it('is as it was reviewed: the committed document changes with the routes', async () => {
  const { body } = await test.request('GET', '/api/openapi.json');
  await expect(`${JSON.stringify(body, null, 2)}\n`).toMatchFileSnapshot('../../../openapi/openapi.json');
});
it('refers to nothing that it does not hold', async () => {
  const { body } = await test.request('GET', '/api/openapi.json');
  const names = [...JSON.stringify(body).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref!.replace('#/components/schemas/', ''));
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => !(name in body.components.schemas))).toEqual([]);
});
it('shows examples that the routes themselves accept', () => {
  const doc = test.app.get(OpenApi).document() as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { example: unknown }> } }>>;
  };
  const refused = test.app
    .get(OpenApi)
    .routes()
    .filter((route) => route.body)
    .flatMap((route) => {
      const example =
        doc.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()]?.requestBody?.content['application/json']?.example;
      const result = route.body!.safeParse(example);
      return result.success
        ? []
        : [`${route.method} ${route.path}: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`];
    });
  expect(refused).toEqual([]);
});
it('is shown by a page that loads nothing from elsewhere', async () => {
  const page = await fetch(`${test.url}/api/docs/`);
  expect(page.status).toBe(200);
  const html = await page.text();
  expect([...html.matchAll(/(?:src|href)="(https?:[^"]+)"/g)].map(([, url]) => url)).toEqual([]);
  const script = /src="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await fetch(new URL(script, `${test.url}/api/docs/`))).status).toBe(200);
});
