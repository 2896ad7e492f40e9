import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const document = new URL('../../../apps/api/openapi/openapi.json', import.meta.url);
export const schemaFile = new URL('schema.ts', import.meta.url);

/** The types of every path, from the committed OpenAPI document. */
export async function schemaSource(): Promise<string> {
  const ast = await openapiTS(JSON.parse(readFileSync(document, 'utf8')), { defaultNonNullable: false });
  return `// Made from apps/api/openapi/openapi.json by \`pnpm --filter @pailou/client generate\`. Not written by hand.\n${astToString(ast)}`;
}

if (import.meta.filename === process.argv[1]) writeFileSync(schemaFile, await schemaSource());
