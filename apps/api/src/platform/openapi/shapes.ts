import * as contracts from '@pailou/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;
type Side = 'input' | 'output';

/** What has fields or choices is worth a name of its own; a plain number or text is not. */
const isNamed = (value: unknown): value is z.ZodType =>
  value instanceof z.ZodObject || value instanceof z.ZodEnum || value instanceof z.ZodDiscriminatedUnion;

/** zod's own registry, so that descriptions and names are read together. */
for (const [id, value] of Object.entries(contracts))
  if (isNamed(value)) z.globalRegistry.add(value, { ...z.globalRegistry.get(value), id });

/** JSON schemas of contracts as one document says them: each contract once, under its own name. */
export class Shapes {
  readonly schemas: Record<string, Json> = {};
  private readonly written = new Map<string, string>();

  /** A reference if the contract has a name, else the schema itself with references inside. */
  of(schema: z.ZodType, side: Side): Json {
    const { shape, defs } = read(schema, side);
    const names = new Map(Object.entries(defs).map(([id, inner]) => [id, this.nameFor(id, inline(inner, defs), side)]));
    const link = (json: Json): Json => replaceReferences(json, (id) => ({ $ref: `#/components/schemas/${names.get(id)}` }));
    for (const [id, inner] of Object.entries(defs)) this.schemas[names.get(id)!] = link(inner);
    const id = z.globalRegistry.get(schema)?.id;
    if (!id) return link(shape);
    const name = this.nameFor(id, inline(shape, defs), side);
    this.schemas[name] = link(shape);
    return { $ref: `#/components/schemas/${name}` };
  }

  /** The fields of a query, each on its own. */
  fieldsOf(schema: z.ZodType): { name: string; required: boolean; schema: Json }[] {
    const { properties = {}, required = [] } = plain(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
    return Object.entries(properties).map(([name, inner]) => ({ name, required: required.includes(name), schema: inner }));
  }

  /** The same contract may be laxer when it comes in (defaults) than when it goes out: then it is two. */
  private nameFor(id: string, whole: Json, side: Side): string {
    const text = JSON.stringify(whole);
    const first = this.written.get(id);
    if (first === undefined) this.written.set(id, text);
    return first === undefined || first === text ? id : `${id}${side === 'input' ? 'In' : 'Out'}`;
  }
}

/** The schema with everything written out, nothing referred to. */
export function plain(schema: z.ZodType, side: Side): Json {
  const { shape, defs } = read(schema, side);
  return inline(shape, defs);
}

function read(schema: z.ZodType, side: Side): { shape: Json; defs: Record<string, Json> } {
  const {
    $schema: _,
    $defs = {},
    ...shape
  } = z.toJSONSchema(schema, { io: side, unrepresentable: 'any' }) as Json & { $defs?: Record<string, Json> };
  const unnamed = ({ id: __, ...rest }: Json): Json => rest;
  return { shape: unnamed(shape), defs: Object.fromEntries(Object.entries($defs).map(([id, inner]) => [id, unnamed(inner)])) };
}

const inline = (json: Json, defs: Record<string, Json>): Json => replaceReferences(json, (id) => inline(defs[id] ?? {}, defs));

/** Puts something else in place of each `{$ref: '#/$defs/Name'}`; what stands beside the reference stays. */
function replaceReferences(json: Json, by: (id: string) => Json): Json {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, ...rest } = value as Json;
    const others = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, walk(inner)]));
    return typeof $ref === 'string' ? { ...by($ref.replace('#/$defs/', '')), ...others } : others;
  };
  return walk(json) as Json;
}
