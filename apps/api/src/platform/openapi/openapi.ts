import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ProblemView } from '@pailou/contracts';
import { z } from 'zod';
import { CALLER_RULE, type CallerRule, SESSION_COOKIE } from '../auth/callers.js';
import { type AnswerRule, ANSWERS, SAYS } from '../http/answers.js';
import { idempotencyKey } from '../http/idempotency.js';
import { TAKES_UPLOAD } from '../http/upload.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { exampleOf } from './example.js';
import { plain, Shapes } from './shapes.js';

type Json = Record<string, unknown>;
interface RouteArgument {
  data?: string;
  pipes: unknown[];
}

/** The one place that knows how Nest numbers a handler's arguments. */
const kinds = { body: '3', query: '4', param: '5' } as const;
const multipart = {
  'multipart/form-data': {
    schema: { type: 'object', properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } }, required: ['file'] },
  },
};

export interface Route {
  method: string;
  path: string;
  controller: string;
  handler: string;
  rule: CallerRule;
  body: z.ZodType | undefined;
  query: z.ZodType | undefined;
  params: { name: string; schema: z.ZodType }[];
  answers: AnswerRule;
  summary: string;
  /** True when the handler wants the header Idempotency-Key. */
  idempotent: boolean;
  upload: boolean;
}

/** The OpenAPI 3.1 document, made from what the routes really check and answer, so it cannot be out of date. */
@Injectable()
export class OpenApi {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Every route of every controller under `/api/v1`. */
  routes(): Route[] {
    const routes: Route[] = [];
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      const base = String(Reflect.getMetadata(PATH_METADATA, metatype) ?? '');
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name] as object;
        const method: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
        if (method === undefined) continue;
        const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
        for (const path of paths) routes.push(this.route(metatype, name, handler, RequestMethod[method], join(base, path)));
      }
    }
    return routes.sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
  }

  private route(controller: Function, name: string, handler: object, method: string, path: string): Route {
    const all: Record<string, RouteArgument> = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {};
    const of = (kind: string) =>
      Object.entries(all)
        .filter(([key]) => key.startsWith(`${kind}:`))
        .map(([, argument]) => argument);
    const schemaOf = (argument: RouteArgument | undefined) =>
      (argument?.pipes.find((pipe) => pipe instanceof ZodPipe) as ZodPipe<z.ZodType> | undefined)?.schema;
    const answers: AnswerRule = Reflect.getMetadata(ANSWERS, handler) ?? { schema: null, status: method === 'POST' ? 201 : 200 };
    const body = schemaOf(of(kinds.body)[0]);
    return {
      method,
      path,
      controller: controller.name,
      handler: name,
      rule: Reflect.getMetadata(CALLER_RULE, handler),
      body,
      query: schemaOf(of(kinds.query)[0]),
      params: of(kinds.param).map((argument) => ({ name: argument.data ?? '', schema: schemaOf(argument) ?? z.string() })),
      answers,
      summary: Reflect.getMetadata(SAYS, handler) ?? spaced(name),
      idempotent: Object.values(all).some((argument) => (argument as { factory?: Function }).factory === idempotencyKey),
      upload: Reflect.getMetadata(TAKES_UPLOAD, handler) === true,
    };
  }

  document(): Json {
    const paths: Record<string, Json> = {};
    const shapes = new Shapes();
    const problem = shapes.of(ProblemView, 'output');
    for (const route of this.routes()) {
      if (!route.path.startsWith('/api/')) continue;
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, shapes, problem) };
    }
    return {
      openapi: '3.1.0',
      info: {
        title: 'Pailou',
        version: '1',
        description:
          'Everything the mini program and the panel do. Money is in fen (1/100 CNY), instants are UTC (ISO 8601), lists go by `cursor`, and whatever is refused is an `application/problem+json` with a stable `code`.',
      },
      servers: [{ url: '/' }],
      tags: [...new Set(this.routes().map(tagOf))].map((name) => ({ name })),
      paths,
      components: {
        schemas: Object.fromEntries(Object.entries(shapes.schemas).sort(([a], [b]) => a.localeCompare(b))),
        securitySchemes: {
          customer: { type: 'http', scheme: 'bearer', description: 'The token of POST /api/v1/storefront/sign-in' },
          operator: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: 'The cookie of POST /api/v1/admin/sign-in' },
        },
      },
    };
  }
}

function operation(route: Route, shapes: Shapes, problem: Json): Json {
  const { answers, body, rule } = route;
  return {
    operationId: `${route.controller.replace(/Controller$/, '')}.${route.handler}`,
    summary: route.summary,
    ...(rule.kind === 'operator' && rule.permission ? { description: `Needs the permission \`${rule.permission}\`.` } : {}),
    tags: [tagOf(route)],
    security: rule.kind === 'public' ? [] : [{ [rule.kind]: [] }],
    parameters: [
      ...route.params.map(({ name, schema }) => ({ name, in: 'path', required: true, schema: shapes.of(schema, 'input') })),
      ...(route.query ? shapes.fieldsOf(route.query) : []).map((field) => ({ ...field, in: 'query' })),
      ...(route.idempotent
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', maxLength: 255 },
              example: '0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f',
            },
          ]
        : []),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: shapes.of(body, 'input'), example: exampleOf(plain(body, 'input')) } },
          },
        }
      : {}),
    ...(route.upload ? { requestBody: { required: true, content: multipart } } : {}),
    responses: {
      [answers.status]: { description: 'Done', ...content(answers, shapes) },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}

function content({ schema }: AnswerRule, shapes: Shapes): Json {
  if (schema === null) return {};
  if (typeof schema === 'string') return { content: { [schema]: {} } };
  return { content: { 'application/json': { schema: shapes.of(schema, 'output'), example: exampleOf(plain(schema, 'output')) } } };
}

const tagOf = (route: Route): string => spaced(route.controller.replace(/(Admin)?Controller$/, '')).toLowerCase();
const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/^./, (letter) => letter.toUpperCase());
const bare = new Set(['health', 'ready', 'media']);
function join(base: string, path: string): string {
  const whole = [base, path].join('/').split('/').filter(Boolean);
  return `/${[...(bare.has(whole[0] ?? '') ? [] : ['api', 'v1']), ...whole].join('/')}`;
}
